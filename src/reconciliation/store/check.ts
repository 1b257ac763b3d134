import type { Prisma } from '../../generated/prisma/client.js';
import type { Finding } from '../core.js';

/** One thing that must never be, as the query for the rows that show it. */
export interface Check extends Pick<Finding, 'check' | 'wrong'> {
  readonly rows: Prisma.Sql;
}

/** The condition that a row is of the tenant that is asked for. */
export type Of = (alias: string) => Prisma.Sql;
