import {
  Kind,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { isStorableDeep } from '../lib/json.js';

/** How far an operation goes, through its fragments. */
interface Extent {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  /** Whether text stands in the document that PostgreSQL cannot keep. */
  readonly hasUnstorableText: boolean;
}

export function extentOf(document: DocumentNode, operation: OperationDefinitionNode): Extent {
  let directives = 0;
  let hasUnstorableText = false;
  visit(document, {
    Directive: () => void directives++,
    StringValue: ({ value }) => void (hasUnstorableText ||= !isStorableDeep(value)),
  });
  return { ...measure(document, operation), directives, hasUnstorableText };
}

type Reach = Pick<Extent, 'depth' | 'aliases'>;

/** Each fragment is measured once, however often it is spread. */
function measure(document: DocumentNode, operation: OperationDefinitionNode): Reach {
  const fragments = new Map(
    document.definitions
      .filter(
        (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
      )
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const measured = new Map<string, Reach>();

  const ofFragment = (name: string): Reach => {
    const known = measured.get(name);
    if (known) return known;
    const extent = of(fragments.get(name)!.selectionSet);
    measured.set(name, extent);
    return extent;
  };
  const of = (set: SelectionSetNode): Reach =>
    set.selections.reduce<Reach>(
      (most, selection) => {
        if (selection.kind === Kind.FIELD) {
          // Introspection is bounded by Apollo's own limit on recursive selections.
          if (selection.name.value.startsWith('__')) return most;
          const inner = selection.selectionSet ? of(selection.selectionSet) : { depth: 0, aliases: 0 };
          const aliases = most.aliases + inner.aliases + (selection.alias ? 1 : 0);
          return { depth: Math.max(most.depth, inner.depth + 1), aliases };
        }
        const inner =
          selection.kind === Kind.FRAGMENT_SPREAD
            ? ofFragment(selection.name.value)
            : of(selection.selectionSet);
        return { depth: Math.max(most.depth, inner.depth), aliases: most.aliases + inner.aliases };
      },
      { depth: 0, aliases: 0 },
    );
  return of(operation.selectionSet);
}
