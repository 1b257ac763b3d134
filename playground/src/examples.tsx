import { useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from '@graphiql/react';
import { parse } from 'graphql';
import type { Section } from './config';
import { tabIdOf, variablesOf } from './tabs';

/** The panel at the left: every operation there is, by section. A click goes to it, the triangle runs it. */
export function examplesPlugin(sections: Section[]): GraphiQLPlugin {
  return { title: 'Examples', icon: Icon, content: () => <Examples sections={sections} /> };
}

function Examples({ sections }: { sections: Section[] }) {
  const show = useShow();
  const { run, setOperationName } = useGraphiQLActions();
  return (
    <nav className="examples" aria-label="Examples">
      <h2>Examples</h2>
      <p>
        Choose one to see it, or run it at once: the variables are filled in. <span className="kind" /> reads,{' '}
        <span className="kind mutation" /> writes.
      </p>
      {sections.map((section) => (
        <details key={section.title} open>
          <summary>{section.title}</summary>
          <ul>
            {operationsOf(section).map(({ name, kind }) => (
              <li key={name}>
                <button type="button" className="example" onClick={() => show(section, name)}>
                  <span className={`kind ${kind}`} title={kind} />
                  {name}
                </button>
                <button
                  type="button"
                  className="run"
                  aria-label={`Run ${name}`}
                  onClick={() => {
                    show(section, name);
                    setOperationName(name);
                    void run();
                  }}
                >
                  ▶
                </button>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </nav>
  );
}

function operationsOf(section: Section) {
  return parse(section.query).definitions.flatMap((definition) =>
    definition.kind === 'OperationDefinition' && definition.name
      ? [{ name: definition.name.value, kind: definition.operation }]
      : [],
  );
}

/** Opens the tab of a section, anew if it was closed, and puts the cursor on an operation. */
function useShow() {
  const { addTab, changeTab } = useGraphiQLActions();
  const { tabs, activeTabIndex, queryEditor, variableEditor } = useGraphiQL((state) => state);
  return (section: Section, operation: string): void => {
    const index = tabs.findIndex((tab) => tab.id === tabIdOf(section));
    if (index < 0) {
      addTab();
      queryEditor?.setValue(section.query);
      variableEditor?.setValue(variablesOf(section));
    } else if (index !== activeTabIndex) {
      changeTab(index);
    }
    const offset = queryEditor
      ?.getValue()
      .search(new RegExp(`^(query|mutation|subscription) ${operation}\\b`, 'm'));
    const position = queryEditor?.getModel()?.getPositionAt(offset ?? 0);
    if (!queryEditor || !position) return;
    queryEditor.setPosition(position);
    queryEditor.revealLineNearTop(position.lineNumber);
    queryEditor.focus();
  };
}

function Icon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
      <path d="M3 5h18v4.5a2.5 2.5 0 0 0 0 5V19H3v-4.5a2.5 2.5 0 0 0 0-5z" strokeLinejoin="round" />
      <path d="M15 8v8" strokeDasharray="2 2" />
    </svg>
  );
}
