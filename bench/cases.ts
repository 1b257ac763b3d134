/** What a request asks for: a use of the one hot code, a use of one code in ten thousand, or what such a code is worth. */
export type Work = 'apply-hot' | 'apply-uniform' | 'validate';

export type ServerName = 'tearline' | 'raw' | 'constant';

/** So many clients, each on a connection of its own, each sending its next request when the last one is answered. */
export interface Load {
  readonly server: ServerName;
  readonly work: Work;
  readonly clients: number;
}

export interface Case {
  readonly id: string;
  readonly ours: Load;
  /** What ours is held against. Of several loads the one counts that did best. */
  readonly references: readonly Load[];
  readonly against: string;
}

export const cases: readonly Case[] = [
  {
    id: 'apply-hot-128',
    ours: { server: 'tearline', work: 'apply-hot', clients: 128 },
    // The raw server's queue is for one row either way: some machines like a short one, some a long one.
    references: [
      { server: 'raw', work: 'apply-hot', clients: 8 },
      { server: 'raw', work: 'apply-hot', clients: 128 },
    ],
    against: 'node:http + pg, one statement a use',
  },
  {
    id: 'apply-hot-1',
    ours: { server: 'tearline', work: 'apply-hot', clients: 1 },
    references: [{ server: 'raw', work: 'apply-hot', clients: 1 }],
    against: 'node:http + pg, one statement a use',
  },
  {
    id: 'apply-uniform-32',
    ours: { server: 'tearline', work: 'apply-uniform', clients: 32 },
    references: [{ server: 'raw', work: 'apply-uniform', clients: 32 }],
    against: 'node:http + pg, one statement a use',
  },
  {
    id: 'validate-32',
    ours: { server: 'tearline', work: 'validate', clients: 32 },
    references: [{ server: 'constant', work: 'validate', clients: 32 }],
    against: 'Apollo on Fastify, a constant answer',
  },
  {
    id: 'validate-32-raw',
    ours: { server: 'tearline', work: 'validate', clients: 32 },
    references: [{ server: 'raw', work: 'validate', clients: 32 }],
    against: 'node:http + pg, one statement a read',
  },
];

export const hotCode = 'HOT';
export const uniformCodes = 10_000;
export const uniformCode = (number: number): string => `CODE${number}`;
