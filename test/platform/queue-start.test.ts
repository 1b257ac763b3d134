import { afterEach, expect, test } from 'vitest';
import { createQueue, type Queue } from '../../src/platform/queue.js';
import { createTestDatabase } from '../testkit/database.js';

const started: Queue[] = [];
afterEach(() => Promise.all(started.splice(0).map((queue) => queue.stop())));

const urls = await Promise.all(Array.from({ length: 4 }, () => createTestDatabase()));

test.each(urls)('servers that start at once on a new database all have their queues: %#', async (url) => {
  const errors: Error[] = [];
  const queues = Array.from({ length: 4 }, () =>
    createQueue({ url, queueNames: ['errands', 'chores'], onError: (error) => errors.push(error) }),
  );
  started.push(...queues);

  await Promise.all(queues.map((queue) => queue.start()));

  expect(errors).toEqual([]);
});
