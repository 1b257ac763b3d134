import { describe, expect, test } from 'vitest';
import { loadExamples } from '../../src/api/examples.js';
import { createClient } from '../testkit/client.js';
import { startTestServer } from '../testkit/server.js';

// Every example of the Playground runs on the demo tenant, first pressed and then pressed again.

const server = await startTestServer({ DEMO: 'true' });
const client = createClient(server.url, server.app.demoKey);

const presses = loadExamples().flatMap(({ title, query, variables, operations }) =>
  operations.map((operationName) => ({
    name: `${title}: ${operationName}`,
    query,
    variables,
    operationName,
  })),
);

/** Operations whose example shows a failure, on purpose or for want of something that only an e-mail has. */
const failing = /^(ApplyExpired|ActivateFan|RetryDelivery)/;

describe.each(['pressed', 'pressed again'])('%s', (time) => {
  test.each(presses.map((press) => [press.name, press] as const))('%s', async (_, press) => {
    const { query, variables, operationName } = press;
    const { status, data, errors } = await client.send(query, variables, {}, operationName);

    expect([status, errors]).toEqual([200, undefined]);
    const answers = Object.values(data as Record<string, { code?: string; message?: string } | null>);
    if (time === 'pressed' && !failing.test(operationName)) {
      for (const answer of answers) expect(answer?.message, JSON.stringify(answer)).toBeUndefined();
    }
  });
});
