import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getVariableValues,
  Kind,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { loadExamples } from '../../src/api/examples.js';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const examples = loadExamples().map((example) => ({ ...example, document: parse(example.query) }));

describe.each(examples)('the examples of $title', ({ document, variables }) => {
  it('are valid', () => {
    expect(validate(schema, document).map(String)).toEqual([]);
  });

  it.each(operationsOf(document))('have variables that fit $name.value', ({ variableDefinitions }) => {
    const { errors } = getVariableValues(schema, variableDefinitions ?? [], variables);
    expect(errors?.map(String)).toBeUndefined();
  });

  it('have no variable that is never used', () => {
    const used = operationsOf(document).flatMap((operation) =>
      (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value),
    );
    expect(Object.keys(variables).filter((name) => !used.includes(name))).toEqual([]);
  });
});

it('every operation of the schema has an example', () => {
  const shown = examples.flatMap(({ document }) => [...rootFieldsOf(document)]);
  const missing = rootFields().filter((field) => !shown.includes(field));
  expect(missing).toEqual([]);
});

it('no two examples have the same name', () => {
  const names = examples.flatMap(({ operations }) => operations);
  expect(new Set(names).size).toBe(names.length);
});

function operationsOf(document: DocumentNode): OperationDefinitionNode[] {
  return document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
}

function rootFields(): string[] {
  return [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {}).map((field) => `${type?.name}.${field}`),
  );
}

function rootFieldsOf(document: DocumentNode): Set<string> {
  const found = new Set<string>();
  const info = new TypeInfo(schema);
  const Field = () => void found.add(`${info.getParentType()?.name}.${info.getFieldDef()?.name}`);
  visit(document, visitWithTypeInfo(info, { Field }));
  return found;
}
