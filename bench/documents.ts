import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Way } from './cases.js';

const money = '{ amount currency }';
const valuation = `discount ${money} total ${money}`;
const failure = '... on Error { code message }';

/** They ask for what the raw server answers, and not for more. */
const own = {
  apply: `mutation ApplyCoupon($input: ApplyCouponInput!) {
  applyCoupon(input: $input) {
    __typename
    ... on ApplyCouponSuccess { redemption { id } ${valuation} }
    ${failure}
  }
}`,
  validate: `query ValidateCoupon($input: ValidateCouponInput!) {
  validateCoupon(input: $input) {
    __typename
    ... on ValidateCouponSuccess { ${valuation} }
    ${failure}
  }
}`,
  preview: `query PreviewPromotions($input: PreviewPromotionsInput!) {
  previewPromotions(input: $input) {
    __typename
    ... on PreviewPromotionsSuccess {
      combination { youSave ${money} applied { coupon { code } } search { isExact } }
    }
    ${failure}
  }
}`,
  reserve: `mutation ReserveCoupons($input: ReserveCouponsInput!) {
  reserveCoupons(input: $input) {
    __typename
    ... on ReserveCouponsSuccess { reservation { id redemptions { discount ${money} total ${money} } } }
    ${failure}
  }
}`,
  confirm: `mutation ConfirmReservation($input: ConfirmReservationInput!) {
  confirmReservation(input: $input) {
    __typename
    ... on ConfirmReservationSuccess { reservation { redemptions { status id } } }
    ${failure}
  }
}`,
};

export type Operation = keyof typeof own;

/** How each begins among the documents that the client packages send. */
const beginnings: Readonly<Record<Operation, string>> = {
  apply: 'mutation applyCoupon(',
  validate: 'query validateCoupon(',
  preview: 'query previewPromotions(',
  reserve: 'mutation reserveCoupons(',
  confirm: 'mutation confirmReservation(',
};

const ofClients = new URL('../src/generated/trusted-documents.json', import.meta.url);

function sdkText(operation: Operation): string {
  const known = JSON.parse(readFileSync(ofClients, 'utf8')) as Record<string, string>;
  const found = Object.values(known).filter((text) => text.startsWith(beginnings[operation]));
  // The hooks for React ask for `__typename` everywhere.
  return found.reduce((shortest, text) => (text.length < shortest.length ? text : shortest));
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const byHash = (text: string) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(text) } },
});

/** What a request says of its document. */
export function documentFields(operation: Operation, way: Way): object {
  if (way === 'apollo') return { query: own[operation] };
  return byHash(way === 'sdk' ? sdkText(operation) : own[operation]);
}

/** For a server that knows no documents beforehand, and remembers those that came with their hashes once. */
export const introduction = (operation: Operation): object => ({
  query: own[operation],
  ...byHash(own[operation]),
});

/** The manifest with which an operator lets a server know documents of their own. */
export const writeManifest = (file: string): void =>
  writeFileSync(
    file,
    JSON.stringify(Object.fromEntries(Object.values(own).map((text) => [hashOf(text), text]))),
  );
