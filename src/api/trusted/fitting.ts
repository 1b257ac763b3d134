import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  typeFromAST,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { isRecord } from './request.js';

type Check = (value: unknown) => boolean;

const variablesOf = (schema: GraphQLSchema, { variableDefinitions = [] }: OperationDefinitionNode) =>
  variableDefinitions.map(({ variable, type }) => ({
    name: variable.name.value,
    // The document has been validated: its types are there, and are input types.
    type: typeFromAST(schema, type as never) as unknown as GraphQLInputType,
  }));

const fieldsOf = (type: GraphQLInputObjectType) => Object.values(type.getFields());

/** Whether an operation takes an input that may hold others of its own type, to any depth. */
export const takesNested = (schema: GraphQLSchema, operation: OperationDefinitionNode): boolean =>
  variablesOf(schema, operation).some(({ type }) => isNested(type, []));

function isNested(type: GraphQLInputType, within: readonly GraphQLInputObjectType[]): boolean {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return false;
  return within.includes(named) || fieldsOf(named).some((field) => isNested(field.type, [...within, named]));
}

/**
 * Whether variables are without what graphql-jit does not notice: a list in the place of an object, and a `@oneOf` without its
 * one field. All else that is wrong with them it finds by itself, but for nulls, which are found before: see judgement.ts. Of
 * operations that take nothing nested.
 */
export function fittingCheck(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
): (variables: Readonly<Record<string, unknown>>) => boolean {
  const checks = checksOf(variablesOf(schema, operation));
  return (variables) => checks.every(([name, check]) => check(variables[name]));
}

const checksOf = (inputs: readonly { readonly name: string; readonly type: GraphQLInputType }[]) =>
  inputs.flatMap(({ name, type }) => {
    const check = checkOf(type);
    return check ? [[name, check] as const] : [];
  });

/** Null if there is nothing to check. */
function checkOf(type: GraphQLInputType): Check | null {
  const given = getNullableType(type);
  if (isListType(given)) {
    const check = checkOf(given.ofType);
    // What is no list stands for a list of one.
    return check && ((value) => (Array.isArray(value) ? value.every(check) : check(value)));
  }
  if (!isInputObjectType(given)) return null;
  const checks = checksOf(fieldsOf(given));
  return (value) => {
    if (!isRecord(value)) return !Array.isArray(value);
    if (given.isOneOf && !isOne(Object.values(value))) return false;
    return checks.every(([name, check]) => check(value[name]));
  };
}

const isOne = (values: readonly unknown[]): boolean => values.length === 1 && values[0] !== null;
