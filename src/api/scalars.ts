import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTime, GraphQLJSONObject } from 'graphql-scalars';
import type { Resolvers } from '../generated/graphql.js';
import { isCurrency, formatAmount } from '../lib/money.js';

/** A scalar that is a string of a certain form, whether it comes as a variable or stands in the document. */
function textScalar(name: string, isValid: (text: string) => boolean, expected: string) {
  const parse = (value: unknown) => {
    if (typeof value === 'string' && isValid(value)) return value;
    throw new GraphQLError(`${name}: expected ${expected}, but got ${JSON.stringify(value)}.`, {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  };
  return behaviourOf(
    new GraphQLScalarType<string, string>({
      name,
      serialize: String,
      parseValue: parse,
      parseLiteral: (node) =>
        parse(node.kind === Kind.STRING || node.kind === Kind.ENUM ? node.value : undefined),
    }),
  );
}

/** What a scalar does, without its name and description: those stand in schema.graphql. */
const behaviourOf = ({ serialize, parseValue, parseLiteral }: GraphQLScalarType) =>
  ({ serialize, parseValue, parseLiteral }) as GraphQLScalarType;

export const resolvers: Resolvers = {
  DateTime: behaviourOf(GraphQLDateTime),
  JSONObject: behaviourOf(GraphQLJSONObject),
  Decimal: textScalar(
    'Decimal',
    (text) => /^-?\d{1,20}(\.\d{1,20})?$/.test(text),
    'a decimal number as a string, such as "19.99"',
  ),
  CurrencyCode: textScalar('CurrencyCode', isCurrency, 'a currency of ISO 4217, such as "GBP"'),
  Money: { amount: (value) => formatAmount(value) },
};
