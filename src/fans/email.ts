import { z } from 'zod';

/** What RFC 5321 leaves for an address between its angle brackets. */
const maxLength = 254;

/** An e-mail as a person writes it, with compatibility spellings (full-width letters) made plain. */
export const email = z
  .string()
  .transform((written) => written.normalize('NFKC').trim())
  .pipe(
    z
      .email('Expected an e-mail such as "ada@example.com".')
      .max(maxLength, `Expected an e-mail of up to ${maxLength} characters.`),
  );

/**
 * The one form in which e-mails are compared. What stands before the @ could by the book be case-sensitive, but no
 * provider of note lets two people differ by it, and one person must not get two codes.
 */
export const emailKey = (written: string): string => written.normalize('NFKC').trim().toLowerCase();
