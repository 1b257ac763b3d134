/** What the server says about itself; made by `src/api/playground.ts`. */
export interface PlaygroundConfig {
  demo: { key: string } | null;
  tabs: Section[];
}

/** One tab of examples: a document of several named operations, and variables that they share. */
export interface Section {
  title: string;
  query: string;
  variables: Record<string, unknown>;
  headers?: Record<string, string>;
}

export async function loadConfig(): Promise<PlaygroundConfig> {
  const response = await fetch('/playground/config.json');
  if (!response.ok)
    throw new Error(`The server answered ${response.status} for the Playground's configuration.`);
  return (await response.json()) as PlaygroundConfig;
}
