import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startPostgres, type Postgres } from '../../src/platform/postgres.js';
import type { Link, LinkMode } from '../testkit/link.js';
import type { ServerProcess } from '../testkit/processes.js';

/** What is disturbed: servers, each with a way to PostgreSQL of its own. */
export interface Victims {
  readonly servers: readonly ServerProcess[];
  readonly links: readonly Link[];
  readonly folder: string;
  /** Another after each time that it was killed. */
  postgres: Postgres;
}

export interface Fault {
  readonly name: string;
  /** Does harm for a while, and mends it. */
  readonly strike: (victims: Victims, which: number, forMs: number) => Promise<void>;
}

const serverFault = (
  name: string,
  strike: (server: ServerProcess, forMs: number) => Promise<void>,
): Fault => ({
  name,
  strike: ({ servers }, which, forMs) => strike(servers[which]!, forMs),
});

const linkFault = (mode: LinkMode): Fault => ({
  name: `link: ${mode}`,
  async strike({ links }, which, forMs) {
    links[which]!.set(mode);
    await pause(forMs);
    links[which]!.set('pass');
  },
});

export const faults: readonly Fault[] = [
  serverFault('server: kill -9', async (server) => {
    await server.kill();
    await server.restart();
  }),
  serverFault('server: asked to stop', async (server) => {
    server.program().send('SIGTERM');
    await server.program().ended;
    await server.restart();
  }),
  serverFault('server: frozen', async (server, forMs) => {
    server.program().send('SIGSTOP');
    await pause(forMs);
    server.program().send('SIGCONT');
  }),
  linkFault('pause'),
  linkFault('deaf'),
  linkFault('drip'),
  linkFault('cut'),
  linkFault('lose answer'),
  linkFault('lose commit'),
  {
    name: 'PostgreSQL: all sessions ended',
    async strike({ postgres }) {
      const administrator = new pg.Client({ connectionString: postgres.url });
      await administrator.connect();
      await administrator
        .query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'tearline%'`,
        )
        .finally(() => administrator.end());
    },
  },
  {
    name: 'PostgreSQL: kill -9',
    async strike(victims, _, forMs) {
      const { port, pid } = victims.postgres;
      process.kill(pid, 'SIGKILL');
      await pause(forMs);
      await victims.postgres.stop(); // lets go of the folder
      victims.postgres = await startPostgres({ folder: victims.folder, durable: true, port });
    },
  },
];
