import { getDirective } from '@graphql-tools/utils';
import {
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Right } from '../platform/scope.js';

interface Asked {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** The rights that `@auth` demands for any field that an operation selects, in its fragments as well. */
export function rightsNeeded({ schema, document, operation }: Asked): ReadonlySet<Right> {
  const rights = new Set<Right>();
  const visited = new Set<string>();
  const fragments = new Map(
    document.definitions.flatMap((part) =>
      'typeCondition' in part ? [[part.name.value, part] as const] : [],
    ),
  );

  function collect(part: OperationDefinitionNode | FragmentDefinitionNode): void {
    const types = new TypeInfo(schema);
    visit(
      part,
      visitWithTypeInfo(types, {
        Field() {
          const field = types.getFieldDef();
          const auth = field && (getDirective(schema, field, 'auth')?.[0] as { requires: Right } | undefined);
          if (auth) rights.add(auth.requires);
        },
        FragmentSpread({ name: { value: name } }) {
          if (visited.has(name)) return;
          visited.add(name);
          collect(fragments.get(name)!);
        },
      }),
    );
  }

  collect(operation);
  return rights;
}
