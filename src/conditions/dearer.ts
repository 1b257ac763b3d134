import { money } from '../lib/money.js';
import { allows } from './allowed.js';
import type { Requirement } from './cases.js';
import type { AmountChange, Change } from './change.js';
import { numberReader } from './clause-test.js';
import { pickerOf, selectedBy, type Picked } from './selection.js';
import type { Seen } from './seen.js';
import type { Situation } from './situation.js';

/** Whether something that is put in is too much: there are as many lines and units as wanted without it. */
export const isTooMany = (requirements: readonly Requirement[], without: Seen, withIt: Seen): boolean =>
  requirements.some((requirement) => {
    if (requirement.kind !== 'VALUE' || requirement.clause.kind !== 'NUMBER') return false;
    const numberIn = numberReader(requirement.clause);
    return allows(requirement.allowed, numberIn(without)) && !allows(requirement.allowed, numberIn(withIt));
  });

/**
 * Changes by which a cart comes to so much more without more items: those that are added anyway are worth so much, or else
 * some that are there are dearer. Null where there are none of which that can be.
 */
export function dearer(
  { of, except, currency, minor }: AmountChange,
  changes: readonly Change[],
  draft: Situation,
): readonly Change[] | null {
  const picked: Picked = { of, ...(except && { except }) };
  if (!isChoice(picked)) return null;
  const index = changes.findIndex((change) => change.kind === 'ADD_ITEMS' && isAmong(change, picked));
  const added = changes[index];
  if (added?.kind === 'ADD_ITEMS')
    return changes.with(index, { ...added, worth: money((added.worth?.minor ?? 0n) + minor, currency) });
  const isThere = draft.items?.some(selectedBy(picked)) === true;
  return isThere ? [...changes, { kind: 'RAISE_AMOUNT', ...picked, currency, minor }] : null;
}

/** Whether there are dearer ones: what an item costs that is wanted by its name, nobody chooses. */
const isChoice = ({ of }: Picked): boolean =>
  !of || of.categories.length + of.tags.length + of.products.length > 0;

/** Whether of items that are added some can be as dear as is wanted of others. */
const isAmong = (added: Picked, others: Picked): boolean =>
  isChoice(added) && (pickerOf(others) === null || pickerOf(added)?.key === pickerOf(others)?.key);
