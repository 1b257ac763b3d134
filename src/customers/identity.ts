import { z } from 'zod';
import { customerId } from '../lib/customer-id.js';
import { invalidInput, type InvalidInput } from '../lib/input.js';
import { comparedEmail } from './email.js';

/**
 * By what a customer is known, in the form in which it is compared, with its kind before it: `id:u42`,
 * `email:ada@example.com`, `phone:+441632960961`.
 */
export type Identity = `${(typeof kinds)[number]}:${string}`;

const kinds = ['id', 'email', 'phone'] as const;

/**
 * What people put between digits, and what copying from an address book leaves around them, is dropped. A number
 * without its country stays so: which country is meant is not known here, so `020 7946 0960` and `+44 20 7946 0960`
 * are two.
 */
const phone = z
  .string()
  .transform((written) =>
    written
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, '')
      .trim()
      .replace(/^00/, '+')
      // The 0 to dial within the country, as in «+44 (0)20»: whoever writes the country's number does not dial it.
      .replace(/^(\+.*?)\(\s*0\s*\)/, '$1')
      .replace(/[\s.()[\]]|\p{Pd}/gu, ''),
  )
  .pipe(
    z
      .string()
      .regex(/^\+?[0-9]{5,15}$/, 'Expected a phone number of 5 to 15 digits, such as "+44 1632 960961".'),
  );

/** The identities that were given, in the order of what they are worth, each once. */
const identities = (given: {
  readonly [Kind in (typeof kinds)[number]]?: string | null | undefined;
}): Identity[] =>
  kinds.flatMap((kind) => {
    const value = given[kind];
    return value == null ? [] : [`${kind}:${value}` as const];
  });

const given = z.object({
  id: customerId.nullish(),
  email: comparedEmail.nullish(),
  phone: phone.nullish(),
});

/** GraphQL's `CustomerInput`, and `IdentityInput` as well: who a customer is, as one identity or several. */
export const customerInput = given
  .transform(identities)
  .refine((known) => known.length > 0, 'Expected an id, an e-mail or a phone number.');

/**
 * The identities of an input that names its customer by `customerId`, by `customer`, or by both, in the order of what
 * they are worth; none if it names nobody. Both have been checked, `customerId` by that name's schema.
 */
export function identitiesOf({
  customerId,
  customer,
}: {
  readonly customerId?: string | null | undefined;
  readonly customer?: readonly Identity[] | null | undefined;
}): Identity[] | InvalidInput {
  const others = customer ?? [];
  if (customerId == null) return [...others];
  const named: Identity = `id:${customerId}`;
  if (others.some((identity) => identity.startsWith('id:') && identity !== named)) {
    return invalidInput([
      { path: ['customer', 'id'], message: 'Expected the same as `customerId`, or only one of them.' },
    ]);
  }
  return [named, ...others.filter((identity) => identity !== named)];
}

/** Without what some write behind a `+` to get another address for the same mailbox. */
export const foldAlias = (identity: string): string => identity.replace(/^(email:[^+@]+)\+[^@]*@/, '$1@');

/** An identity in two parts, as GraphQL shows it. */
export function partsOf(identity: string): { kind: Uppercase<(typeof kinds)[number]>; value: string } {
  const colon = identity.indexOf(':');
  const kind = identity.slice(0, colon).toUpperCase() as Uppercase<(typeof kinds)[number]>;
  return { kind, value: identity.slice(colon + 1) };
}

export const isId = (identity: string): boolean => identity.startsWith('id:');

const rank = (identity: string): number => kinds.findIndex((kind) => identity.startsWith(`${kind}:`));

/** An id before an e-mail before a phone number, then by the alphabet. */
export const byWorth = (one: string, other: string): number =>
  rank(one) - rank(other) || (one < other ? -1 : Number(one > other));
