import { assert } from './assert.js';

/** An amount in whole minor units (pence, yen, fils) of a currency of ISO 4217. */
export interface Money {
  readonly minor: bigint;
  readonly currency: string;
}

/**
 * ISO 4217's currencies by the decimals they have. `Intl` is no source for this: which it knows depends on the version
 * of Node, and the digits it gives are those of habit (IQD, for one), not of the standard.
 */
const byExponent: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2:
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF ' +
    'CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD ' +
    'GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL ' +
    'MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR ' +
    'PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP ' +
    'TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

const exponents = new Map(
  Object.entries(byExponent).flatMap(([exponent, codes]) =>
    codes.split(' ').map((code) => [code, Number(exponent)] as const),
  ),
);

/** Amounts are kept in a 64-bit column; this bound leaves room for sums over any cart. */
export const maxMinor = 10n ** 15n;

export const isCurrency = (code: string): boolean => exponents.has(code);

export const exponentOf = (currency: string): number => exponents.get(currency) ?? 2;

export const money = (minor: bigint, currency: string): Money => ({ minor, currency });

/**
 * Reads a decimal number as minor units of a currency. Answers a sentence instead if it is none, or is more exact
 * than the currency: nothing is rounded on the way in.
 */
export function parseAmount(amount: string, currency: string): bigint | string {
  const match = /^(\d{1,20})(?:\.(\d{1,20}))?$/.exec(amount);
  if (!match) return `Expected an amount that is not negative, such as "19.99", but got "${amount}".`;
  const [, whole = '0', fraction = ''] = match;
  const exponent = exponentOf(currency);
  const kept = fraction.replace(/0+$/, '');
  if (kept.length > exponent) return `${currency} has ${exponent} decimals, but the amount is "${amount}".`;
  const minor = BigInt(whole + kept.padEnd(exponent, '0'));
  return minor <= maxMinor
    ? minor
    : `Expected an amount of at most ${formatAmount(money(maxMinor, currency))}.`;
}

/** Minor units as a decimal number with all the decimals of the currency: 5n GBP is "0.05". */
export function formatAmount({ minor, currency }: Money): string {
  const exponent = exponentOf(currency);
  const digits = String(minor < 0n ? -minor : minor).padStart(exponent + 1, '0');
  const split = digits.length - exponent;
  return (minor < 0n ? '-' : '') + digits.slice(0, split) + (exponent ? `.${digits.slice(split)}` : '');
}

export const formatMoney = (value: Money): string => `${formatAmount(value)} ${value.currency}`;

export const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);

export const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);

/** A share in basis points (1/100 of a per cent), rounded half up to a whole minor unit. */
export const shareOf = (minor: bigint, basisPoints: bigint): bigint =>
  (minor * basisPoints + 5_000n) / 10_000n;

/** The same, rounded up: the least whole amount that is not below the exact share. */
export const leastShareOf = (minor: bigint, basisPoints: bigint): bigint =>
  (minor * basisPoints + 9_999n) / 10_000n;

/**
 * Splits an amount in proportion to weights, so that the parts add up to it exactly: each gets its share rounded
 * down, and the units left over go one each to the largest remainders, the earlier first where they are equal.
 * No part exceeds its weight as long as the amount does not exceed their sum.
 */
export function allocate(amount: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((a, b) => a + b, 0n);
  if (amount === 0n) return weights.map(() => 0n);
  if (amount === sum) return [...weights];
  assert(sum > 0n && amount > 0n, 'an amount is only split over weights that are not all zero');
  // No product is larger than this one, so below it plain numbers are as exact, and many times as fast.
  return amount * sum <= maxExact
    ? allocateNumbers(amount, sum, weights)
    : allocateExactly(amount, sum, weights);
}

const maxExact = BigInt(Number.MAX_SAFE_INTEGER);

function allocateNumbers(amountMinor: bigint, sumMinor: bigint, weights: readonly bigint[]): bigint[] {
  const amount = Number(amountMinor);
  const sum = Number(sumMinor);
  const remainders: number[] = [];
  let left = amount;
  const parts = weights.map((weight) => {
    const product = amount * Number(weight);
    const remainder = product % sum;
    remainders.push(remainder);
    const part = (product - remainder) / sum;
    left -= part;
    return part;
  });
  if (left > 0) {
    const byRemainder = remainders.map((_, index) => index);
    byRemainder.sort((a, b) => remainders[b]! - remainders[a]! || a - b);
    for (let rank = 0; rank < left; rank++) parts[byRemainder[rank]!]! += 1;
  }
  return parts.map(BigInt);
}

/** The same for any amount. */
export function allocateExactly(amount: bigint, sum: bigint, weights: readonly bigint[]): bigint[] {
  const parts = weights.map((weight) => (amount * weight) / sum);
  const remainders = weights.map((weight) => (amount * weight) % sum);
  const byRemainder = remainders
    .map((_, index) => index)
    .sort(
      (a, b) => Number(remainders[b]! > remainders[a]!) - Number(remainders[b]! < remainders[a]!) || a - b,
    );

  const left = amount - parts.reduce((a, b) => a + b, 0n);
  for (const index of byRemainder.slice(0, Number(left))) parts[index]! += 1n;
  return parts;
}

/**
 * As `allocate`, but no part exceeds its ceiling: what it would have above goes to the others in the same way. The
 * ceilings come to the amount at least, and to nothing where the weight is nothing.
 */
export function allocateWithin(
  amount: bigint,
  weights: readonly bigint[],
  ceilings: readonly bigint[],
): bigint[] {
  const parts = allocate(amount, weights);
  if (parts.every((part, index) => part <= ceilings[index]!)) return parts;
  const isFull = parts.map((part, index) => part >= ceilings[index]!);
  const full = ceilings.reduce((sum, ceiling, index) => (isFull[index] ? sum + ceiling : sum), 0n);
  const others = weights.map((weight, index) => (isFull[index] ? 0n : weight));
  return allocateWithin(amount - full, others, ceilings).map((part, index) =>
    isFull[index] ? ceilings[index]! : part,
  );
}
