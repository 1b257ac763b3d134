/** Offsets and abbreviations are no zones: their clocks are never put forward, which nobody means who limits days. */
const zoneName = /^(UTC|[A-Za-z_]+\/[\w+/-]+)$/;

/** Whether the IANA database names a zone so. */
export function isZone(name: string): boolean {
  if (!zoneName.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
