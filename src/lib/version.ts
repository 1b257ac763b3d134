import type { Failure } from './outcome.js';

/** Optimistic concurrency: a change is based on the version that was read, and refused if another came between. */
export interface VersionConflict extends Failure<'VersionConflict'> {
  readonly sentVersion: number;
  readonly currentVersion: number;
}

export const versionConflict = (sentVersion: number, currentVersion: number): VersionConflict => ({
  failure: 'VersionConflict',
  message: `The change is based on version ${sentVersion}, but the object is at version ${currentVersion}.`,
  sentVersion,
  currentVersion,
});
