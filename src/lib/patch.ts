/** One field of a patch: undefined means «left out», null means «cleared». */
export const patched = <T>(current: T, change: T | undefined): T => (change === undefined ? current : change);
