import type { Brand } from '../brands/core.js';
import type { Fan } from './core.js';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign]!);

/** Line breaks and the like would let a name pretend to be more than a name. */
const onOneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');

/** The e-mail that asks a fan to confirm their address. */
export function verificationMail(fan: Pick<Fan, 'name' | 'email'>, brand: Pick<Brand, 'name'>, link: string) {
  const name = onOneLine(fan.name);
  const brandName = onOneLine(brand.name);
  const sentence = `${brandName} has a code for you. Follow the link within a day to confirm your e-mail:`;
  const otherwise = 'If you did not sign up, ignore this e-mail: nothing happens then.';
  return {
    to: fan.email,
    subject: `Confirm your e-mail for ${brandName}`,
    text: `Hello ${name},\n\n${sentence}\n\n${link}\n\n${otherwise}\n`,
    html: [
      `<p>Hello ${escapeHtml(name)},</p>`,
      `<p>${escapeHtml(sentence)}</p>`,
      `<p><a href="${escapeHtml(link)}">Confirm my e-mail</a></p>`,
      `<p>${otherwise}</p>`,
    ].join('\n'),
  };
}
