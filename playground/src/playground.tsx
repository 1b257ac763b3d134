import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { useMemo, useState } from 'react';
import type { PlaygroundConfig } from './config';
import { examplesPlugin } from './examples';
import { fetcherFor } from './fetcher';
import { Header } from './header';
import { firstKey, headersWith, keepKey } from './key';
import { keepTitles } from './tabs';

/** What the scalars look like in JSON, for the hints in the Variables editor. */
const SCALARS = {
  JSONObject: { type: 'object' },
  Decimal: { type: 'string' },
  DateTime: { type: 'string' },
  CurrencyCode: { type: 'string' },
} as const;

export function Playground({ config }: { config: PlaygroundConfig }) {
  const [apiKey, setApiKey] = useState(() => firstKey(config));
  const examples = useMemo(() => examplesPlugin(config.tabs), [config]);
  const plugins = useMemo(() => [examples, HISTORY_PLUGIN], [examples]);
  const fetcher = useMemo(() => fetcherFor(apiKey), [apiKey]);
  const changeKey = (key: string) => {
    keepKey(key);
    setApiKey(key);
  };
  return (
    <>
      <Header apiKey={apiKey} isDemo={apiKey !== '' && apiKey === config.demo?.key} onKey={changeKey} />
      <main>
        {/* Another key, another GraphiQL: all its tabs then start from the new default headers. */}
        <GraphiQL
          key={apiKey}
          fetcher={fetcher}
          defaultHeaders={headersWith(apiKey)}
          // A key must not stay behind in the browser's storage.
          shouldPersistHeaders={false}
          plugins={plugins}
          visiblePlugin={examples}
          onTabChange={keepTitles}
          customScalarSchemas={SCALARS}
          defaultEditorToolsVisibility="variables"
          inputValueDeprecation
          schemaDescription
        >
          <GraphiQL.Logo>{null}</GraphiQL.Logo>
        </GraphiQL>
      </main>
    </>
  );
}
