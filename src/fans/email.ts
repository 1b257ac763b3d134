import { z } from 'zod';

/** What RFC 5321 leaves for an address between its angle brackets. */
const maxLength = 254;

/** As zod's own, which knows no international domain name at the very end, such as that of `xn--e1afmkfd.xn--p1ai`. */
const pattern =
  /^(?:[a-z0-9_'+-]+\.)*[a-z0-9_'+-]*[a-z0-9_+-]@(?:[a-z0-9][a-z0-9-]*\.)+(?:[a-z]{2,}|xn--[a-z0-9-]*[a-z0-9])$/i;

/** An e-mail as a person writes it, with compatibility spellings (full-width letters) made plain. */
export const email = z
  .string()
  .transform((written) => written.normalize('NFKC').trim())
  .pipe(
    z
      .email({ pattern, error: 'Expected an e-mail such as "ada@example.com".' })
      .max(maxLength, `Expected an e-mail of up to ${maxLength} characters.`),
  );

/**
 * The one form in which e-mails are compared. What stands before the @ could by the book be case-sensitive, but no
 * provider of note lets two people differ by it, and one person must not get two codes.
 */
export const emailKey = (written: string): string => written.normalize('NFKC').trim().toLowerCase();
