import type { Unchecked } from './input.js';

/** What an update asks for: the fields of its patch, in what was read at this version. */
export interface VersionedPatch {
  readonly id: string;
  readonly version: number;
  readonly patch: Unchecked;
}

/** One field of a patch: undefined means «left out», null means «cleared». */
export const patched = <T>(current: T, change: T | undefined): T => (change === undefined ? current : change);

/** Whether a patch leaves all as it is, the version too: nothing that it could name is said, not even cleared. */
export const saysNothing = (patch: Unchecked): boolean =>
  Object.values(patch).every((change) => change === undefined);
