/** Columns that hold instants and amounts are known by how their names end. */
const isInstant = /(?:At|From|Until|Start)$/;
const isAmount = /Minor$/;

interface Column {
  readonly name: string;
  readonly isInstant: boolean;
  readonly isAmount: boolean;
}

/** Tables have so and so many; to look at a name again for each row takes longer than all the rest. */
const columns = new Map<string, Column>();

function columnOf(column: string): Column {
  const known = columns.get(column);
  if (known) return known;
  const name = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const read = { name, isInstant: isInstant.test(name), isAmount: isAmount.test(name) };
  columns.set(column, read);
  return read;
}

/**
 * A row that PostgreSQL has written as JSON, as Prisma would have read it: names in camel case, instants as dates, amounts
 * as big integers, which are exact since no amount comes near the end of JSON's own numbers.
 */
export function rowOf(json: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(json)) {
    const { name, isInstant, isAmount } = columnOf(column);
    if (isInstant && typeof value === 'string') row[name] = new Date(value);
    else if (isAmount && typeof value === 'number') row[name] = BigInt(value);
    else row[name] = value;
  }
  return row;
}
