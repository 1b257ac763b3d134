// A process that takes a job and never ends it, for being killed.
import { createQueue } from '../../src/platform/queue.js';

const [url = '', leaseSeconds = ''] = process.argv.slice(2);
const queue = createQueue({
  url,
  queueNames: ['errands'],
  leaseSeconds: Number(leaseSeconds),
  superviseSeconds: 1,
  onError: () => undefined,
});
queue.work('errands', {
  perform: async () => {
    process.stdout.write('begun');
    await new Promise(() => undefined);
  },
  giveUp: async () => undefined,
});
await queue.start();
