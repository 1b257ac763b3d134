import { GraphQLError, GraphQLScalarType, Kind, print } from 'graphql';
import { GraphQLDateTime, GraphQLJSONObject } from 'graphql-scalars';
import type { Resolvers } from '../generated/graphql.js';
import { isCurrency, formatAmount } from '../lib/money.js';

/** A scalar that is a string of a certain form, whether it comes as a variable or stands in the document. */
function textScalar(name: string, isValid: (text: string) => boolean, expected: string) {
  const parse = (value: unknown, written = JSON.stringify(value)) => {
    if (typeof value === 'string' && isValid(value)) return value;
    throw badInput(`${name}: expected ${expected}, but got ${written}.`);
  };
  return behaviourOf(
    new GraphQLScalarType<string, string>({
      name,
      serialize: String,
      parseValue: parse,
      parseLiteral: (node) =>
        parse(node.kind === Kind.STRING || node.kind === Kind.ENUM ? node.value : null, print(node)),
    }),
  );
}

/** What a scalar does, without its name and description: those stand in schema.graphql. */
const behaviourOf = ({ serialize, parseValue, parseLiteral }: GraphQLScalarType) =>
  ({ serialize, parseValue, parseLiteral }) as GraphQLScalarType;

const badInput = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** JavaScript has instants that neither RFC 3339 nor every reader of PostgreSQL's can write: not these years. */
function withinCalendar(instant: Date): Date {
  const year = instant.getUTCFullYear();
  if (year >= 1 && year <= 9999) return instant;
  throw badInput('DateTime: expected an instant from the year 1 to the year 9999, in UTC.');
}

const dateTime = behaviourOf(
  new GraphQLScalarType<Date>({
    name: 'DateTime',
    serialize: (value) => GraphQLDateTime.serialize(value),
    parseValue: (value) => withinCalendar(GraphQLDateTime.parseValue(value)),
    parseLiteral: (node) => withinCalendar(GraphQLDateTime.parseLiteral(node, {})),
  }),
);

export const resolvers: Resolvers = {
  DateTime: dateTime,
  JSONObject: behaviourOf(GraphQLJSONObject),
  Decimal: textScalar(
    'Decimal',
    (text) => /^-?\d{1,20}(\.\d{1,20})?$/.test(text),
    'a decimal number as a string, such as "19.99"',
  ),
  CurrencyCode: textScalar('CurrencyCode', isCurrency, 'a currency of ISO 4217, such as "GBP"'),
  Money: { amount: (value) => formatAmount(value) },
};
