import type { GraphiQLProps } from 'graphiql';
import type { Section } from './config';

type TabsState = Parameters<NonNullable<GraphiQLProps['onTabChange']>>[0];

const SEEN = 'tearline:examples';
const ID = 'section:';

export const tabIdOf = (section: Section): string => ID + section.title;

export const variablesOf = (section: Section): string => JSON.stringify(section.variables, null, 2);

/**
 * Puts one tab per section where GraphiQL looks for the tabs of the last visit: the only way in that also fills in
 * the variables of the first tab. What was edited stays, until the server brings other examples.
 */
export function seedTabs(sections: Section[]): void {
  const examples = JSON.stringify(sections);
  const first = sections[0];
  if (!first || localStorage.getItem(SEEN) === examples) return;
  const tabs = sections.map((section) => ({
    id: tabIdOf(section),
    title: section.title,
    query: section.query,
    variables: variablesOf(section),
    headers: section.headers ? JSON.stringify(section.headers, null, 2) : null,
    operationName: null,
    response: null,
  }));
  localStorage.setItem('graphiql:tabState', JSON.stringify({ activeTabIndex: 0, tabs }));
  localStorage.setItem('graphiql:query', first.query);
  localStorage.setItem('graphiql:variables', variablesOf(first));
  // More room for the documents than GraphiQL gives, less for the panel and the answer.
  localStorage.setItem('graphiql:docExplorerFlex', '0.24');
  localStorage.setItem('graphiql:editorFlex', '1.3');
  localStorage.setItem(SEEN, examples);
}

export function restoreExamples(): void {
  localStorage.removeItem(SEEN);
  location.reload();
}

/** GraphiQL names a tab after its operation; ours hold several and keep the name of their section. */
export function keepTitles({ tabs }: TabsState): void {
  for (const tab of tabs) if (tab.id.startsWith(ID)) tab.title = tab.id.slice(ID.length);
}
