import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import type { Resolvers } from '../generated/graphql.js';
import { money } from '../lib/money.js';
import { textOfChange } from './change-text.js';
import { localTimeOf, zoneOf } from './moment.js';

/** A text, a number or a boolean, as JSON has them: which it is, is a part of what it says. */
const attributeValue = new GraphQLScalarType<string | number | boolean, string | number | boolean>({
  name: 'AttributeValue',
  description: 'A text, a number, true or false.',
  specifiedByURL: 'https://docs.tearline.dev/scalars/attribute-value',
  serialize: readValue,
  parseValue: readValue,
  parseLiteral: (node) => {
    if (node.kind === Kind.INT || node.kind === Kind.FLOAT) return Number(node.value);
    return readValue(node.kind === Kind.STRING || node.kind === Kind.BOOLEAN ? node.value : null);
  },
});

function readValue(value: unknown): string | number | boolean {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new GraphQLError('AttributeValue: expected a text, a number, true or false.', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

const owners = { customerAttribute: 'CUSTOMER', cartAttribute: 'CART', metadata: 'METADATA' } as const;

export const resolvers: Resolvers = {
  AttributeValue: attributeValue,

  CartChange: {
    text: textOfChange,
    amount: (change) =>
      'minor' in change
        ? money(change.minor, change.currency)
        : 'unit' in change
          ? (change.worth ?? null)
          : null,
    atMost: (change) => ('unit' in change ? (change.atMost ?? null) : null),
    of: (change) => ('of' in change ? change.of : null),
    notOf: (change) => ('of' in change ? (change.except ?? null) : null),
    quantity: (change) => ('quantity' in change ? change.quantity : 'count' in change ? change.count : null),
    unit: (change) => ('unit' in change ? change.unit : null),
    to: (change) => {
      if (change.kind === 'JOIN_SEGMENT') return change.segments;
      return 'to' in change && change.kind !== 'SET_ATTRIBUTE' ? change.to : null;
    },
    otherThan: (change) => ('otherThan' in change ? (change.otherThan ?? null) : null),
    attributeOf: (change) => ('fact' in change ? owners[change.fact] : null),
    attributePath: (change) => ('path' in change ? change.path : null),
    values: (change) => (change.kind === 'SET_ATTRIBUTE' ? change.to : null),
    at: (change) => ('at' in change ? change.at : null),
    zone: (change) => ('at' in change ? zoneOf(change) : null),
    localTime: (change) => ('at' in change ? localTimeOf(change) : null),
  },
};
