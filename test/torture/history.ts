/**
 * What clients have seen of limits, and whether it can have been. Nothing is known of the server but that: each request
 * took effect at one instant between its sending and its answer, or never if it was not answered well.
 */
export interface Line {
  readonly client: number;
  /** Of the request, the same for each time that it is sent; reads have one as well. */
  readonly key: string;
  readonly operation: Operation;
  /** When it was sent this time, and when the answer was there or given up, in milliseconds. */
  readonly start: number;
  readonly end: number;
  readonly answer: Answer;
}

export type Operation =
  /** Takes so much of each of these limits, all at once. */
  | { readonly kind: 'TAKE'; readonly takes: Readonly<Record<string, number>> }
  /** Gives back all that the request with this key took. */
  | { readonly kind: 'GIVE'; readonly of: string }
  /** Changes nothing that is counted. */
  | { readonly kind: 'KEEP' }
  /** Asks how much of a limit is taken. */
  | { readonly kind: 'READ'; readonly limit: string };

export type Answer =
  | { readonly kind: 'OK'; readonly body: string }
  | { readonly kind: 'REFUSED'; readonly by: string }
  | { readonly kind: 'SEEN'; readonly taken: number }
  /** None, or that it is not known, or that it was not begun: it may be sent again. */
  | { readonly kind: 'UNKNOWN'; readonly why: string };

/** What was taken, from when on it may count and from when on it does; and the same of its being given back. */
interface Taken {
  readonly takes: Readonly<Record<string, number>>;
  readonly maySince: number;
  readonly certainSince: number;
  goneMaySince: number;
  goneCertainSince: number;
}

/** Each contradiction in a sentence; none if there is an order in which all of it can have happened. */
export function contradictionsIn(
  lines: readonly Line[],
  limits: Readonly<Record<string, number>>,
): readonly string[] {
  const byKey = new Map<string, Line[]>();
  for (const line of lines) byKey.set(line.key, [...(byKey.get(line.key) ?? []), line]);
  const taken = takenIn(byKey);
  const byLimit = (limit: string) =>
    [...taken.values()]
      .filter(({ takes }) => limit in takes)
      .map((one) => ({ ...one, amount: one.takes[limit]! }));
  const known = new Map(Object.keys(limits).map((limit) => [limit, byLimit(limit)]));

  const sum = (limit: string, counts: (one: Taken) => boolean): number =>
    known.get(limit)!.reduce((total, one) => (counts(one) ? total + one.amount : total), 0);
  /** At least, and at most, so much was taken at any instant of a span. */
  const atLeast = (limit: string, from: number, until = from) =>
    sum(limit, (one) => one.certainSince <= from && until < one.goneMaySince);
  const atMost = (limit: string, from: number, until = from) =>
    sum(limit, (one) => one.maySince <= until && from < one.goneCertainSince);

  return [
    ...[...byKey].flatMap(([key, sent]) => oneAnswer(key, sent)),
    ...Object.entries(limits).flatMap(([limit, most]) =>
      known.get(limit)!.flatMap(({ certainSince }) => {
        const least = certainSince === Infinity ? 0 : atLeast(limit, certainSince);
        return least > most ? [`${limit}: ${least} were taken at ${certainSince}, of ${most}.`] : [];
      }),
    ),
    ...lines.flatMap((line) =>
      wrongRefusal(line, limits, (limit, from, until) => atMost(limit, from, until)),
    ),
    ...lines.flatMap((line) => {
      if (line.operation.kind !== 'READ' || line.answer.kind !== 'SEEN') return [];
      const { limit } = line.operation;
      const [least, most] = [atLeast(limit, line.start, line.end), atMost(limit, line.start, line.end)];
      const { taken: seen } = line.answer;
      if (least <= seen && seen <= most) return [];
      return [`${line.key}: read ${seen} of ${limit}, but it was from ${least} to ${most}.`];
    }),
  ];
}

function takenIn(byKey: ReadonlyMap<string, readonly Line[]>): ReadonlyMap<string, Taken> {
  const taken = new Map<string, Taken>();
  const spanOf = (sent: readonly Line[]) => ({
    maySince: Math.min(...sent.map(({ start }) => start)),
    certainSince: Math.min(...sent.map(({ end, answer }) => (answer.kind === 'OK' ? end : Infinity))),
  });
  for (const [key, sent] of byKey) {
    const { operation } = sent[0]!;
    // One that was refused each time took nothing. One that was given up before may still be under way somewhere.
    const isOver = sent.every(({ answer }) => answer.kind === 'REFUSED');
    if (operation.kind !== 'TAKE' || isOver) continue;
    taken.set(key, {
      takes: operation.takes,
      ...spanOf(sent),
      goneMaySince: Infinity,
      goneCertainSince: Infinity,
    });
  }
  for (const sent of byKey.values()) {
    const { operation } = sent[0]!;
    const one = operation.kind === 'GIVE' ? taken.get(operation.of) : undefined;
    if (!one) continue;
    const { maySince, certainSince } = spanOf(sent);
    one.goneMaySince = Math.min(one.goneMaySince, maySince);
    one.goneCertainSince = Math.min(one.goneCertainSince, certainSince);
  }
  return taken;
}

/** Whoever was told that it was done is told the same ever after. */
function oneAnswer(key: string, sent: readonly Line[]): string[] {
  const bodies = new Set(sent.flatMap(({ answer }) => (answer.kind === 'OK' ? [answer.body] : [])));
  if (bodies.size > 1) return [`${key}: has ${bodies.size} answers: ${[...bodies].join(' and ')}.`];
  const firstDone = Math.min(...sent.map(({ end, answer }) => (answer.kind === 'OK' ? end : Infinity)));
  const later = sent.find(({ start, answer }) => start > firstDone && answer.kind === 'REFUSED');
  return later ? [`${key}: was done at ${firstDone}, and refused when it was sent at ${later.start}.`] : [];
}

/** A limit refuses only if there was an instant at which it had no room. */
function wrongRefusal(
  { key, operation, answer, start, end }: Line,
  limits: Readonly<Record<string, number>>,
  atMost: (limit: string, from: number, until: number) => number,
): string[] {
  if (operation.kind !== 'TAKE' || answer.kind !== 'REFUSED') return [];
  const most = limits[answer.by];
  const amount = operation.takes[answer.by];
  if (most === undefined || amount === undefined) return [`${key}: was refused by ${answer.by}.`];
  const taken = atMost(answer.by, start, end);
  return taken + amount > most
    ? []
    : [`${key}: ${answer.by} refused ${amount}, but at most ${taken} of ${most} were taken.`];
}
