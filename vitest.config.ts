import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Those that send requests, and so what there are two ways for: through Apollo, or as trusted documents. */
const requests = [
  'test/api/{http,header-key,drain,isolation,examples-run,guessing}.test.ts',
  'test/*/api.test.ts',
];

export default defineConfig({
  resolve: {
    // Node takes GraphQL's CommonJS build and Vite its other one: two of them do not know each other's types.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    globalSetup: 'test/testkit/global-setup.ts',
    // PostgreSQL needs the processors as well.
    maxWorkers: Math.min(4, availableParallelism()),
    // To load the packages takes longer than most files' tests. A worker does it once, for all files of one project.
    isolate: false,
    setupFiles: 'test/testkit/fresh-modules.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'all', include: ['test/**/*.test.ts'] } },
      { extends: true, test: { name: 'trusted', include: requests, env: { TEST_WAY: 'trusted' } } },
    ],
  },
});
