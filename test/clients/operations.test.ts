import { readdirSync, readFileSync } from 'node:fs';
import {
  buildSchema,
  concatAST,
  Kind,
  parse,
  print,
  separateOperations,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLInterfaceType,
  type GraphQLUnionType,
  type OperationDefinitionNode,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { limits } from '../../src/api/judgement.js';
import { startTestServer } from '../testkit/server.js';

// What the SDK and the hooks are generated from.

const folder = new URL('../../clients/operations/', import.meta.url);
const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));

const read = (audience: string): DocumentNode =>
  concatAST(
    readdirSync(new URL(`${audience}/`, folder)).map((file) =>
      parse(readFileSync(new URL(`${audience}/${file}`, folder), 'utf8'), { noLocation: true }),
    ),
  );
const storefront = read('storefront');
const all = concatAST([storefront, read('partner')]);
const operations = Object.entries(separateOperations(all));

const operationIn = (document: DocumentNode) =>
  document.definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  )!;
const fragments = new Map(
  all.definitions
    .filter(
      (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
    )
    .map((fragment) => [fragment.name.value, fragment]),
);
const { client } = await startTestServer();

const rootFieldOf = (document: DocumentNode) => operationIn(document).selectionSet.selections[0] as FieldNode;
const namesIn = (
  selections: readonly { readonly kind: Kind; readonly name?: { readonly value: string } }[],
) => selections.flatMap(({ name }) => (name ? [name.value] : []));

test('they fit the schema, and every query and mutation has one', () => {
  expect(validate(schema, all)).toEqual([]);
  const asked = operations.map(([, document]) => rootFieldOf(document).name.value);
  const known = [schema.getQueryType()!, schema.getMutationType()!].flatMap((type) =>
    Object.keys(type.getFields()),
  );
  expect(known.filter((field) => !asked.includes(field))).toEqual([]);
});

describe('an answer that may be a failure', () => {
  const failable = operations
    .map(([name, document]) => ({ name, field: rootFieldOf(document), type: `${pascal(name)}Result` }))
    .filter(({ type }) => schema.getType(type));

  test.each(failable.map((each) => [each.name, each] as const))(
    'of %s is told by its type, with the facts of every failure and those to come',
    (_, { field, type }) => {
      const failures = (schema.getType(type) as GraphQLUnionType).getTypes().slice(1);
      expect(namesIn(field.selectionSet!.selections)).toEqual(
        expect.arrayContaining(['__typename', 'Failure', ...failures.map(({ name }) => name)]),
      );
    },
  );

  const failures = schema.getPossibleTypes(schema.getType('Error') as GraphQLInterfaceType);
  test.each(failures.map((type) => [type.name, type] as const))('%s brings all its facts', (name, type) => {
    expect(namesIn(fragments.get(name)!.selectionSet.selections)).toEqual(Object.keys(type.getFields()));
  });
});

test('a storefront asks for nothing that needs more than VALIDATE, REDEEM and ENROLL', () => {
  const needed = new Set(Object.values(separateOperations(storefront)).flatMap(rightsIn));
  expect([...needed].toSorted()).toEqual(['ENROLL', 'REDEEM', 'VALIDATE']);
});

/** Which rights a right includes, as the schema says. */
const included: Record<string, string[]> = {
  REDEEM: ['VALIDATE'],
  READ: ['EXPLAIN'],
  MANAGE: ['READ', 'EXPLAIN'],
  ADMIN: ['READ', 'VALIDATE', 'REDEEM', 'EXPLAIN', 'ENROLL', 'MANAGE'],
};

test.each(operations)('%s asks for nothing that needs more than its own right', (_, document) => {
  const [own, ...others] = rightsIn(document);

  expect(others.filter((right) => right !== own && !included[own!]?.includes(right))).toEqual([]);
});

/** What an operation's fields need, its root field's first. */
function rightsIn(document: DocumentNode): string[] {
  const info = new TypeInfo(schema);
  const needed: string[] = [];
  const Field = () => {
    const auth = info.getFieldDef()?.astNode?.directives?.find(({ name }) => name.value === 'auth');
    if (auth) needed.push(print(auth.arguments![0]!.value));
  };
  const [operation, rest] = [
    operationIn(document),
    document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION),
  ];
  for (const part of [operation, ...rest]) visit(part, visitWithTypeInfo(info, { Field }));
  return needed;
}

describe("within the server's limits", () => {
  test.each(operations)('%s has few enough tokens', (_, document) => {
    expect(() => parse(print(document), { maxTokens: limits.tokens })).not.toThrow();
  });

  const pages = operations.filter(([, document]) =>
    operationIn(document).variableDefinitions?.some(({ variable }) => variable.name.value === 'first'),
  );

  test('every list may be asked for by pages of 100', async () => {
    for (const [name, document] of pages) {
      const { errors } = await client.send(print(document), { id: 'coupon_unknown', first: 100 });
      expect(errors, name).toBeUndefined();
    }
    expect(pages).toHaveLength(15);
  });
});

function pascal(name: string): string {
  return name[0]!.toUpperCase() + name.slice(1);
}
