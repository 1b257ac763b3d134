import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { createClient } from './testkit/client.js';
import { startTestServer } from './testkit/server.js';

// The examples of the README are sent to the demo tenant, in their order, and must answer what is printed there.

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const examples = [
  ...readme.matchAll(
    /\*\*(?<title>[^\n]+)\*\*\n\n```graphql\n(?<query>.*?)```\n\n```json\n(?<answer>.*?)```/gs,
  ),
].map(({ groups }) => groups as { title: string; query: string; answer: string });

const server = await startTestServer({ DEMO: 'true' });
const client = createClient(server.url, server.app.demoKey);

/** Where the README prints «…», anything may stand: ids, instants and secrets are new each time. */
function blur(actual: unknown, printed: unknown): unknown {
  if (typeof printed === 'string' && printed.includes('…') && typeof actual === 'string') {
    const [start = '', end = ''] = printed.split('…');
    return actual.startsWith(start) && actual.endsWith(end) ? printed : actual;
  }
  if (Array.isArray(actual)) {
    return actual.map((entry, index) => blur(entry, Array.isArray(printed) ? printed[index] : undefined));
  }
  if (typeof actual !== 'object' || actual === null) return actual;
  const beside = (printed ?? {}) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(actual).map(([name, value]) => [name, blur(value, beside[name])]));
}

test('the examples are found, one at least for every operation', () => {
  const schema = buildSchema(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'));
  const all = [schema.getQueryType()!, schema.getMutationType()!].flatMap((type) =>
    Object.keys(type.getFields()),
  );
  const shown = examples.map(({ query }) => query).join('\n');
  expect(all.filter((field) => !new RegExp(`\\b${field}\\b`).test(shown))).toEqual([]);
});

test('every printed answer says something of every field that was asked', () => {
  const silent = examples.filter(({ answer }) =>
    Object.values(JSON.parse(answer) as object).some(
      (value) => typeof value === 'object' && value !== null && Object.keys(value).length === 0,
    ),
  );
  expect(silent.map(({ title }) => title)).toEqual([]);
});

describe('an example of the README answers what is printed', () => {
  test.each(examples.map((example) => [example.title, example] as const))(
    '%s',
    async (_, { query, answer }) => {
      const printed: unknown = JSON.parse(answer);
      expect(blur(await client.ask(query), printed)).toEqual(printed);
    },
  );
});
