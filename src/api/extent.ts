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
interface Extent extends Reach {
  /** How many fields at the top, by the names that they are answered under. */
  readonly rootFields: number;
  readonly directives: number;
  /** Whether text stands in the document that PostgreSQL cannot keep. */
  readonly hasUnstorableText: boolean;
}

interface Reach {
  readonly depth: number;
  readonly aliases: number;
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

export function extentOf(document: DocumentNode, operation: OperationDefinitionNode): Extent {
  let directives = 0;
  let hasUnstorableText = false;
  const fragments = new Map<string, FragmentDefinitionNode>();
  visit(document, {
    FragmentDefinition: (fragment) => void fragments.set(fragment.name.value, fragment),
    Directive: () => void directives++,
    StringValue: ({ value }) => void (hasUnstorableText ||= !isStorableDeep(value)),
  });
  const { selectionSet } = operation;
  const rootFields = fieldsAtTop(fragments, selectionSet).size;
  return { ...reachOf(fragments, selectionSet), rootFields, directives, hasUnstorableText };
}

/** Each fragment is measured once, however often it is spread. */
function reachOf(fragments: Fragments, root: SelectionSetNode): Reach {
  const measured = new Map<string, Reach>();

  const ofFragment = (name: string): Reach => {
    const known = measured.get(name);
    if (known) return known;
    const reach = of(fragments.get(name)!.selectionSet);
    measured.set(name, reach);
    return reach;
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
  return of(root);
}

/** Each fragment is looked into once: spread over and over, it says nothing new. */
function fieldsAtTop(fragments: Fragments, root: SelectionSetNode): ReadonlySet<string> {
  const fields = new Set<string>();
  const seen = new Set<SelectionSetNode>();
  const collect = (set: SelectionSetNode): void => {
    if (seen.has(set)) return;
    seen.add(set);
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) fields.add((selection.alias ?? selection.name).value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      else collect(fragments.get(selection.name.value)!.selectionSet);
    }
  };
  collect(root);
  return fields;
}
