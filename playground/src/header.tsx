import { useState } from 'react';
import logo from '/favicon.svg';
import { restoreExamples } from './tabs';

interface HeaderProps {
  apiKey: string;
  isDemo: boolean;
  onKey(key: string): void;
}

export function Header({ apiKey, isDemo, onKey }: HeaderProps) {
  return (
    <header className="head">
      <img src={logo} alt="" />
      <h1>
        Tearline <span>Playground</span>
      </h1>
      <p className="hint" data-urgent={!apiKey}>
        {hint(apiKey, isDemo)}
      </p>
      <KeyField key={apiKey} apiKey={apiKey} onKey={onKey} />
      <button type="button" onClick={restoreExamples} title="Put every tab back to the examples">
        Restore examples
      </button>
    </header>
  );
}

/** Taken over on Enter or on leaving the field: with every letter would reload the schema with every letter. */
function KeyField({ apiKey, onKey }: Pick<HeaderProps, 'apiKey' | 'onKey'>) {
  const [typed, setTyped] = useState(apiKey);
  const submit = () => {
    if (typed.trim() !== apiKey) onKey(typed.trim());
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label htmlFor="key">API key</label>
      <input
        id="key"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={submit}
        placeholder="paste yours here"
        autoComplete="off"
        spellCheck={false}
      />
    </form>
  );
}

function hint(apiKey: string, isDemo: boolean): string {
  if (!apiKey) return 'Enter an API key: it replaces YOUR_API_KEY in the headers of every tab.';
  if (isDemo) return 'Demo data, demo key filled in: choose an example and press play.';
  return 'Your key is sent with every operation.';
}
