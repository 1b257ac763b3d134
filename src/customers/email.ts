import { domainToASCII } from 'node:url';
import { z } from 'zod';

/** What RFC 5321 leaves for an address between its angle brackets. */
const maxLength = 254;

/** As zod's own, which knows no international domain name at the very end, such as that of `xn--e1afmkfd.xn--p1ai`. */
const domain = String.raw`(?:[a-z0-9][a-z0-9-]*\.)+(?:[a-z]{2,}|xn--[a-z0-9-]*[a-z0-9])`;
const pattern = new RegExp(String.raw`^(?:[a-z0-9_'+-]+\.)*[a-z0-9_'+-]*[a-z0-9_+-]@${domain}$`, 'i');

const addressAs = (pattern: RegExp) =>
  z
    .email({ pattern, error: 'Expected an e-mail such as "ada@example.com".' })
    .max(maxLength, `Expected an e-mail of up to ${maxLength} characters.`);

const address = addressAs(pattern);

/** An address that somebody has, and is not written to: with every atom of RFC 5321, and of RFC 6531 letters of any script. */
const anyAtom = /[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+/u.source;
const anyPattern = new RegExp(String.raw`^${anyAtom}(?:\.${anyAtom})*@${domain}$`, 'iu');

const anyAddress = addressAs(anyPattern);

const plain = (written: string): string => written.normalize('NFKC').trim();

/** An e-mail as a person writes it, with compatibility spellings (full-width letters) made plain. */
export const email = z.string().transform(plain).pipe(address);

/**
 * The one form in which e-mails are compared. What stands before the @ could by the book be case-sensitive, but no
 * provider of note lets two people differ by it, and one person must not get two codes. A domain in letters of its own
 * is the same as in the ASCII in which it is looked up; what has no width, such as copying brings along, is nothing.
 */
export function emailKey(written: string): string {
  const key = plain(written)
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .normalize('NFKC');
  const at = key.lastIndexOf('@') + 1;
  const domain = key.slice(at);
  // ASCII is left alone, which would lose what is wrong with it: `1.2` would become `1.0.0.2`.
  return /^\p{ASCII}*$/u.test(domain) ? key : key.slice(0, at) + domainToASCII(domain);
}

/** An e-mail by which somebody is known, in the form in which it is compared. Nothing need be sent to it. */
export const comparedEmail = z.string().transform(emailKey).pipe(anyAddress);
