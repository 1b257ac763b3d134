import { z } from 'zod';

const invisible = /[\s\p{Default_Ignorable_Code_Point}]/gu;

/** Nearly all codes are written so, and asked for several times a request. */
const isNormal = /^[0-9A-Z_.-]*$/;

/**
 * The one normal form of a code, for storing, finding and counting: compatibility spellings (full-width letters)
 * made plain, spaces and invisible characters dropped, and capitals, unless the case matters. Capitals are made of
 * small letters, since some letters have capitals that no other letter leads to (ẞ); and made plain once more, since
 * a capital may come apart. A dotted and a dotless Turkish i stay apart as capitals, a small dotless one does not.
 */
export function codeKey(code: string, isCaseSensitive: boolean): string {
  if (isNormal.test(code)) return code;
  const plain = code.normalize('NFKC').replace(invisible, '');
  return (isCaseSensitive ? plain : plain.toLowerCase().toUpperCase()).normalize('NFKC');
}

/** The keys that what a person typed can stand for: as it is for a case-sensitive code, in capitals for others. */
export const keysOfTyped = (typed: string): [exact: string, folded: string] => [
  codeKey(typed, true),
  codeKey(typed, false),
];

export interface Keyed {
  readonly codeKey: string;
  readonly isCaseSensitive: boolean;
}

/**
 * Which of the coupons that share a typed code's keys is meant: a case-sensitive one only by its exact spelling, and
 * then before all others.
 */
export function meantBy<T extends Keyed>(typed: string, candidates: readonly T[]): T | undefined {
  const [exact, folded] = keysOfTyped(typed);
  return (
    candidates.find((coupon) => coupon.isCaseSensitive && coupon.codeKey === exact) ??
    candidates.find((coupon) => !coupon.isCaseSensitive && coupon.codeKey === folded)
  );
}

/** Letters, digits and three signs. Some letters are not seen (Hangul's fillers): a code of them would be nothing. */
const wellFormed = /^(?:(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}_.-]){1,64}$/u;

/** A code as a retailer writes it. */
export const code = z
  .string()
  .transform((written) => written.normalize('NFKC').trim())
  .refine((written) => wellFormed.test(written), 'Expected 1 to 64 letters, digits and the signs - _ .');

/** No 0 O, 1 I L, no U (it makes words), and an even 30 characters. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** How many characters `randomCharacters` draws from. */
export const alphabetSize = alphabet.length;

/**
 * A code that cannot be guessed: 12 of 30 characters are 5 × 10^17, so that among a million living codes a guess
 * succeeds once in 5 × 10^11.
 */
export const randomCode = (randomBytes: (size: number) => Buffer): string =>
  randomCharacters(randomBytes, 12);

/** Characters that people do not mix up. Bytes from 240 up are thrown away, or the first would come up more often. */
export function randomCharacters(randomBytes: (size: number) => Buffer, length: number): string {
  let made = '';
  while (made.length < length) {
    for (const byte of randomBytes(length * 2)) {
      if (byte < 240 && made.length < length) made += alphabet[byte % alphabet.length];
    }
  }
  return made;
}
