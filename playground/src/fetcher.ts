import type { GraphiQLProps } from 'graphiql';
import { PLACEHOLDER } from './key';

type Fetcher = GraphiQLProps['fetcher'];

export const fetcher: Fetcher = async (operation, options) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...realHeaders(options?.headers) },
    body: JSON.stringify(operation),
  });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    // A proxy or a stopped server answers with a page: say so rather than "unexpected token <".
    throw new Error(`The server answered ${response.status} ${response.statusText}: ${text.slice(0, 300)}`);
  }
};

/** Without the placeholder: no key is better than a wrong one, as the schema may be read without any. */
function realHeaders(headers: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== PLACEHOLDER));
}
