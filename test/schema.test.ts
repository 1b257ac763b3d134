import { readFileSync } from 'node:fs';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  lexicographicSortSchema,
  printSchema,
  type GraphQLField,
  type GraphQLUnionType,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { createSchema } from '../src/api/schema.js';

const schema = buildSchema(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'));
const own = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const mutations = Object.values(schema.getMutationType()!.getFields());
const queries = Object.values(schema.getQueryType()!.getFields());

const directiveOf = (field: GraphQLField<unknown, unknown>) =>
  field.astNode?.directives?.find(({ name }) => name.value === 'auth');

describe('every operation', () => {
  test.each([...queries, ...mutations].map((field) => [field.name, field] as const))(
    '%s demands a right',
    (_, field) => {
      expect(directiveOf(field)).toBeDefined();
    },
  );

  test.each(mutations.map((field) => [field.name, field] as const))(
    '%s takes one input with a key and a reason, and answers a union of its success and failures',
    (name, field) => {
      const pascal = name[0]!.toUpperCase() + name.slice(1);
      expect(field.args.map((argument) => argument.name)).toEqual(['input']);
      const input = schema.getType(String(field.args[0]!.type).replace('!', ''));
      expect(isInputObjectType(input) && Object.keys(input.getFields())).toEqual(
        expect.arrayContaining(['idempotencyKey', 'reason']),
      );

      const union = schema.getType(`${pascal}Result`) as GraphQLUnionType;
      expect(String(field.type)).toBe(`${pascal}Result!`);
      const [success, ...failures] = union.getTypes();
      expect(success!.name).toBe(`${pascal}Success`);
      expect(failures.length).toBeGreaterThan(0);
      // Of many at once, each has a key and so an answer of its own.
      if (name !== 'applyCoupons')
        expect(failures.map((failure) => failure.name)).toContain('IdempotencyConflictError');
      for (const failure of failures) expect(failure.getInterfaces().map(String)).toContain('Error');
    },
  );
});

test('every failure has a code of its own, and every code a failure', () => {
  const failures = own
    .filter(isObjectType)
    .filter((type) => type.getInterfaces().some(({ name }) => name === 'Error'));
  const codes = failures.map(({ name }) =>
    name
      .replace(/Error$/, '')
      .replace(/(?<=[a-z])(?=[A-Z])/g, '_')
      .toUpperCase(),
  );
  const declared = schema.getType('ErrorCode');

  expect(isEnumType(declared) && declared.getValues().map(({ name }) => name)).toEqual(codes.toSorted());
});

test('everything is described', () => {
  const undescribed = own.flatMap((type) => {
    const members = isEnumType(type)
      ? type.getValues()
      : isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
        ? Object.values(type.getFields())
        : [];
    const args = isObjectType(type) ? Object.values(type.getFields()).flatMap((field) => field.args) : [];
    return [...(isUnionType(type) || type.description ? [] : [type]), ...members, ...args]
      .filter((part) => !('description' in part) || !part.description)
      .map((part) => `${type.name}.${part.name}`);
  });

  // GraphQL's own scalars.
  expect(undescribed.filter((name) => !/^(String|Int|Boolean|ID)\./.test(name))).toEqual([]);
});

test('the schema that is served is the one that is written', () => {
  expect(printSchema(lexicographicSortSchema(createSchema()))).toBe(
    printSchema(lexicographicSortSchema(schema)),
  );
});
