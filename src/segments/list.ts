/** Which segments a list holds. Everything given must hold. */
export interface SegmentFilter {
  readonly namePrefix?: string | null | undefined;
  /** Whether the members are listed, or follow from a condition. */
  readonly isListed?: boolean | null | undefined;
}

export interface SegmentOrder {
  readonly field: 'CREATED_AT' | 'NAME';
  readonly direction: 'ASC' | 'DESC';
}

export const newestFirst: SegmentOrder = { field: 'CREATED_AT', direction: 'DESC' };
