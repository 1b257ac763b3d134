import type { Change } from './change.js';
import type { Situation } from './situation.js';

const day = 86_400_000;

/**
 * More than all else comes to: who is told to pay in another currency is shown the way round a minimum that is said in one.
 */
const lastResort = 10_000;

/** A rough measure of changes, to tell what is easily done from what is not. */
export const labourOfAll = (changes: readonly Change[], situation: Situation): number =>
  changes.reduce((sum, change) => sum + labourOf(change, situation), 0);

function labourOf(change: Change, situation: Situation): number {
  const { now } = situation;
  switch (change.kind) {
    case 'ADD_AMOUNT':
    case 'REDUCE_AMOUNT':
      return 2 + share(change.minor, situation);
    case 'RAISE_AMOUNT':
    case 'LOWER_AMOUNT':
      return 3 + share(change.minor, situation);
    case 'ADD_ITEMS':
      return 2 + Math.min(20, change.quantity ?? 1) + share(change.worth?.minor ?? 0n, situation);
    case 'REMOVE_ITEMS':
      return 3 + Math.min(20, change.quantity ?? 1);
    case 'CHANGE_PAYMENT_METHOD':
      return 1;
    case 'CHANGE_CHANNEL':
      return 2;
    case 'CHANGE_COUNTRY':
    case 'SET_ATTRIBUTE':
      return 6;
    case 'JOIN_SEGMENT':
      return 8;
    case 'CHANGE_CURRENCY':
      return lastResort;
    case 'COMPLETE_ORDERS':
      return 10 * Math.min(20, change.count);
    case 'SPEND_MORE':
      return 30;
    case 'WAIT_UNTIL':
      return 3 + Math.min(100, (change.at.getTime() - now.getTime()) / day);
  }
}

/** How much an amount is beside what there is. */
const share = (minor: bigint, { totalMinor }: Situation): number =>
  Math.min(20, Number(minor) / (Number(totalMinor) + 1));
