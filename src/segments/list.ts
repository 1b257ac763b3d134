import type { OrderBy } from '../lib/page.js';

/** Which segments a list holds. Everything given must hold. */
export interface SegmentFilter {
  readonly namePrefix?: string | null | undefined;
  /** Whether the members are listed, or follow from a condition. */
  readonly isListed?: boolean | null | undefined;
}

export type SegmentOrder = OrderBy<'CREATED_AT' | 'NAME'>;

export const newestFirst: SegmentOrder = { field: 'CREATED_AT', direction: 'DESC' };
