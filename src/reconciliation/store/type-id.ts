import { Prisma } from '../../generated/prisma/client.js';

/** An id as events and answers have it, out of the column that has its UUID: 128 bits in base 32, after two zeros. */
export function typeId(prefix: string, column: string): Prisma.Sql {
  const digit = (_: unknown, index: number) =>
    `substr('0123456789abcdefghjkmnpqrstvwxyz', substring(bits FROM ${5 * index + 3} FOR 5)::int + 1, 1)`;
  const text = Array.from({ length: 26 }, digit).join(' || ');
  // Without the OFFSET the bits would be made anew for each digit.
  return Prisma.raw(
    `(SELECT '${prefix}_' || ${text} FROM (SELECT ('x0' || replace(${column}::text, '-', ''))::bit(132) AS bits OFFSET 0) b)`,
  );
}
