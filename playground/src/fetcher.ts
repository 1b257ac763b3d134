import type { GraphiQLProps } from 'graphiql';
import { PLACEHOLDER } from './key';

type Fetcher = GraphiQLProps['fetcher'];

/** Sends operations to the server, each with what its tab has in the Headers editor. */
export function fetcherFor(apiKey: string): Fetcher {
  return async (operation, options) => {
    // GraphiQL reads the schema before its Headers editor is there.
    const isSchema = operation.operationName === 'IntrospectionQuery';
    const headers = isSchema ? { 'X-API-Key': apiKey || PLACEHOLDER } : options?.headers;
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...realHeaders(headers) },
      body: JSON.stringify(operation),
    });
    const answer = await readJson(response);
    return isSchema ? withOptionalDefaults(answer) : answer;
  };
}

interface InputField {
  type: { kind: string; ofType: InputField['type'] };
  defaultValue: string | null;
}

/** What has a default may be left out. The editor does not know that of `Boolean! = false`, only of `Boolean = false`. */
function withOptionalDefaults(answer: {
  data?: { __schema: { types: { inputFields: InputField[] | null }[] } };
}) {
  for (const field of answer.data?.__schema.types.flatMap(({ inputFields }) => inputFields ?? []) ?? []) {
    if (field.defaultValue !== null && field.type.kind === 'NON_NULL') field.type = field.type.ofType;
  }
  return answer;
}

async function readJson(response: Response) {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    // A proxy or a stopped server answers with a page: say so rather than "unexpected token <".
    throw new Error(`The server answered ${response.status} ${response.statusText}: ${text.slice(0, 300)}`);
  }
}

/** Without the placeholder: no key is better than a wrong one, as the schema may be read without any. */
function realHeaders(headers: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== PLACEHOLDER));
}
