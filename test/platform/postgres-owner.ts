// Starts PostgreSQL in the folder of its first argument, says how to reach it or why it did not, and then waits.
import { startPostgres } from '../../src/platform/postgres.js';
import { StartupError } from '../../src/platform/startup-error.js';

try {
  const { url, pid } = await startPostgres({ folder: process.argv[2] ?? '', durable: true });
  console.log(JSON.stringify({ url, pid }));
  process.stdin.resume();
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
