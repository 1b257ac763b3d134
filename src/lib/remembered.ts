/**
 * Remembers what was read of rows by id and version, no more than `most` of them; the one that was read longest ago goes
 * first. It need not be told of changes: whoever changes a row gives it another version.
 */
export function createRemembered<Value>(most: number) {
  const known = new Map<string, { readonly version: number; readonly value: Value }>();
  return {
    get(id: string, version: number): Value | undefined {
      const one = known.get(id);
      return one?.version === version ? one.value : undefined;
    },
    set(id: string, version: number, value: Value): void {
      known.delete(id);
      // A Map keeps the order of insertion.
      if (known.size >= most) known.delete(known.keys().next().value!);
      known.set(id, { version, value });
    },
  };
}
