import { formatMoney, money } from '../lib/money.js';
import type { Change, ChoiceChange, ItemsChange } from './change.js';
import { textOfMoment } from './moment.js';
import { listed, textOfPicked } from './text.js';

const choices: Readonly<Record<ChoiceChange['kind'], string>> = {
  CHANGE_CHANNEL: 'channel',
  CHANGE_CURRENCY: 'currency',
  CHANGE_COUNTRY: 'shipping country',
  CHANGE_PAYMENT_METHOD: 'payment method',
};

const quoted = (values: readonly unknown[]) =>
  listed(
    values.map((value) => JSON.stringify(value)),
    ' or ',
  );

const anythingBut = (values: readonly (string | number)[]): string =>
  `${values.every((value) => typeof value === 'number') ? 'any number' : 'anything'} but ${quoted(values)}`;

/** A change as a sentence for people. */
export function textOfChange(change: Change): string {
  switch (change.kind) {
    case 'ADD_AMOUNT':
    case 'REDUCE_AMOUNT': {
      const verb = change.kind === 'ADD_AMOUNT' ? 'Add' : 'Take away';
      return `${verb} ${formatMoney(money(change.minor, change.currency))}${textOfPicked(change)}.`;
    }
    case 'ADD_ITEMS':
    case 'REMOVE_ITEMS':
      return textOfItems(change);
    case 'RAISE_AMOUNT':
    case 'LOWER_AMOUNT': {
      const { kind, minor, currency } = change;
      const [adjective, more] = kind === 'RAISE_AMOUNT' ? ['dearer', 'more'] : ['cheaper', 'less'];
      return `Take ${adjective} items${textOfPicked(change)}, for ${formatMoney(money(minor, currency))} ${more}.`;
    }
    case 'CHANGE_CHANNEL':
    case 'CHANGE_CURRENCY':
    case 'CHANGE_COUNTRY':
    case 'CHANGE_PAYMENT_METHOD': {
      const { to, otherThan, kind } = change;
      if (to.length + otherThan.length === 0) return `Say the ${choices[kind]}.`;
      return `Change the ${choices[kind]} to ${to.length > 0 ? quoted(to) : anythingBut(otherThan)}.`;
    }
    case 'JOIN_SEGMENT':
      return `Belong to the segment ${quoted(change.segments)}.`;
    case 'SET_ATTRIBUTE': {
      const name = change.path.map((each) => JSON.stringify(each)).join(' › ');
      if (!change.to) return `Set ${name}.`;
      if (change.otherThan) return `Set ${name} to ${anythingBut(change.otherThan)}.`;
      return change.to.length > 0 ? `Set ${name} to ${quoted(change.to)}.` : `Leave ${name} out.`;
    }
    case 'COMPLETE_ORDERS':
      return `Complete ${change.count} more ${change.count === 1 ? 'order' : 'orders'} first.`;
    case 'SPEND_MORE':
      return `Spend ${formatMoney(money(change.minor, change.currency))} more first.`;
    case 'WAIT_UNTIL':
      return `From ${textOfMoment(change)}.`;
  }
}

function textOfItems(change: ItemsChange): string {
  const { kind, quantity, unit, worth, atMost } = change;
  const verb = kind === 'ADD_ITEMS' ? 'Add' : 'Take away';
  const noun = unit === 'LINES' ? 'line' : 'item';
  const many = quantity === null ? `all ${noun}s` : `${quantity} ${noun}${quantity === 1 ? '' : 's'}`;
  const price = worth ? ` for ${formatMoney(worth)}` : atMost ? `, for at most ${formatMoney(atMost)}` : '';
  return `${verb} ${many}${textOfPicked(change)}${price}.`;
}
