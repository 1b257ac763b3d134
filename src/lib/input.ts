import { z } from 'zod';
import { isStorable, isStorableDeep, maxJsonDepth, type JsonObject } from './json.js';
import { isCurrency, money, parseAmount, type Money } from './money.js';
import { isFailure, type Failure } from './outcome.js';

/** What GraphQL's types cannot say about an input is said in zod, and its problems come back with their places. */
export interface InvalidInput extends Failure<'InvalidInput'> {
  readonly problems: readonly InputProblem[];
}

/** An input as GraphQL hands it over; what its fields must be is said where it is parsed. */
export interface Unchecked {
  readonly [field: string]: unknown;
}

export interface InputProblem {
  readonly path: string[];
  readonly message: string;
}

export const invalidInput = (problems: [InputProblem, ...InputProblem[]]): InvalidInput => ({
  failure: 'InvalidInput',
  message: [problems[0].path.join('.'), problems[0].message].filter(Boolean).join(': '),
  problems,
});

export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): z.output<Schema> | InvalidInput {
  const parsed = schema.safeParse(input, { error: wanting });
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => ({ path: path.map(String), message }));
  return invalidInput(problems as [InputProblem, ...InputProblem[]]);
}

/** What is said where a schema says nothing of its own: GraphQL has checked the types, so it can only be null. */
const wanting = ({ input }: { readonly input?: unknown }) =>
  input === null || input === undefined ? 'Expected a value; this cannot be cleared.' : undefined;

/** Problems of a part, told from the whole: what is wrong with a patch's `name` is at `patch.name`. */
export function within<T>(part: string, outcome: T): T {
  if (!isFailure(outcome) || outcome.failure !== 'InvalidInput') return outcome;
  const { problems } = outcome as unknown as InvalidInput;
  const placed = problems.map(({ path, message }) => ({ path: [part, ...path], message }));
  return invalidInput(placed as [InputProblem, ...InputProblem[]]) as T;
}

const maxJsonBytes = 16 * 1024;

const trimmed = (written: string): string => written.trim();

/** Text of so many characters, ends trimmed, or made plain in another way. In one step: nearly all that is asked holds some, and each step costs. */
export const text = (min: number, max: number, plain = trimmed) =>
  z.string().transform((given, context) => {
    const value = plain(given);
    if (!isStorable(given)) {
      context.addIssue('Expected text without NUL and without broken characters.');
    } else if (value.length < min || value.length > max) {
      const wanted = min > 0 ? `${min} to ${max}` : `up to ${max}`;
      context.addIssue(`Expected ${wanted} characters.`);
    }
    return value;
  });

/** A whole number from 1 on that PostgreSQL's integer holds; GraphQL's `Int` ends there too. */
export const count = z.number().int().min(1, 'Expected a number of at least 1.');

export const metadata = z
  .record(z.string(), z.unknown())
  .refine(
    (value) => Buffer.byteLength(JSON.stringify(value)) <= maxJsonBytes,
    'Expected JSON of up to 16 kB.',
  )
  .refine(
    (value) => isStorableDeep(value),
    `Expected JSON without NUL, broken characters and numbers beyond 1e308, at most ${maxJsonDepth} deep.`,
  )
  .transform((value) => value as JsonObject);

export const currency = z.string().refine(isCurrency, {
  error: (issue) => `Expected a currency of ISO 4217, but got "${String(issue.input)}".`,
});

/** An amount of money that is not negative. */
export const moneyInput = z.object({ amount: z.string(), currency }).transform((input, context): Money => {
  const minor = parseAmount(input.amount, input.currency);
  if (typeof minor === 'bigint') return money(minor, input.currency);
  context.addIssue({ code: 'custom', path: ['amount'], message: minor });
  return z.NEVER;
});

/** An amount of money above zero. */
export const positiveMoneyInput = moneyInput.refine((value) => value.minor > 0n, {
  path: ['amount'],
  error: 'Expected an amount above zero.',
});

/** Left out and null are the same when something is made: there is none. */
export const none = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null);

/** A JSON object that may be left out: then it is empty. */
export const metadataOrEmpty = metadata.nullish().transform((value) => value ?? {});
