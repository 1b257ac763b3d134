import { Prisma } from '../../generated/prisma/client.js';

/**
 * What is used, added up in SQL as a counter holds it. Some thousands of orders of the largest amount there is come to more:
 * then it is the most that a counter holds, which is far above any ceiling.
 */
export const added = (amount: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`least(sum(${amount}), 9223372036854775807)::bigint`;
