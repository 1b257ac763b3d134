import { getDirective } from '@graphql-tools/utils';
import { TypeInfo, visit, visitWithTypeInfo, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { Right } from '../platform/scope.js';

/** The rights that `@auth` demands for any field that a document selects. */
export function rightsNeeded(schema: GraphQLSchema, document: DocumentNode): ReadonlySet<Right> {
  const rights = new Set<Right>();
  const types = new TypeInfo(schema);
  const Field = () => {
    const field = types.getFieldDef();
    const auth = field && (getDirective(schema, field, 'auth')?.[0] as { requires: Right } | undefined);
    if (auth) rights.add(auth.requires);
  };
  visit(document, visitWithTypeInfo(types, { Field }));
  return rights;
}
