import { text } from './input.js';

/**
 * A customer's id in the shop's own system, in the form in which it is compared. It is the shop's, so that nothing is dropped
 * that can be seen; but what looks the same is the same: characters without any width, such as copying brings along, must not
 * make another customer, nor must two ways to write one letter.
 */
export const plainCustomerId = (written: string): string =>
  // Nearly all are ASCII, of which there is nothing to fold.
  (/^[\x20-\x7e]*$/.test(written) ? written : written.replace(/\p{Cf}/gu, '').normalize('NFC')).trim();

export const customerId = text(1, 200, plainCustomerId);
