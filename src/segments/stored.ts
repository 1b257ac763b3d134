import { readCondition } from '../conditions/stored.js';
import { idOf } from '../lib/id.js';
import type { Segment } from './core.js';

/** A segment as the database keeps it, of its own types or as JSON has them. */
export interface StoredSegment {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly condition: unknown;
  readonly version: number;
  readonly createdAt: Date | string;
  readonly updatedAt: Date | string;
}

export const readSegment = (row: StoredSegment): Segment => ({
  id: idOf('segment', row.id),
  name: row.name,
  description: row.description,
  condition: row.condition === null ? null : readCondition(row.condition),
  version: row.version,
  createdAt: new Date(row.createdAt),
  updatedAt: new Date(row.updatedAt),
});
