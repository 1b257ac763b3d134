/** A span of time: from an instant on, up to and not at another. Null is open. */
export interface Window {
  readonly from: Date | null;
  readonly until: Date | null;
}

export type Phase = 'BEFORE' | 'DURING' | 'AFTER';

export function phaseAt({ from, until }: Window, now: Date): Phase {
  if (until && now >= until) return 'AFTER';
  if (from && now < from) return 'BEFORE';
  return 'DURING';
}
