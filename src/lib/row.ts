/** Columns that hold instants and amounts are known by how their names end. */
const isInstant = /(?:At|From|Until|Start)$/;
const isAmount = /Minor$/;

const camelCase = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/**
 * A row that PostgreSQL has written as JSON, as Prisma would have read it: names in camel case, instants as dates, amounts
 * as big integers, which are exact since no amount comes near the end of JSON's own numbers.
 */
export function rowOf(json: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(json)) {
    const name = camelCase(column);
    if (typeof value === 'string' && isInstant.test(name)) row[name] = new Date(value);
    else if (typeof value === 'number' && isAmount.test(name)) row[name] = BigInt(value);
    else row[name] = value;
  }
  return row;
}
