import type { PlaygroundConfig } from './config';

export const PLACEHOLDER = 'YOUR_API_KEY';

const KEPT_AS = 'tearline:key';

/** A key typed in lives as long as the browser tab; the demo key is asked for anew, since it changes with the data. */
export function firstKey(config: PlaygroundConfig): string {
  return sessionStorage.getItem(KEPT_AS) ?? config.demo?.key ?? '';
}

export function keepKey(key: string): void {
  if (key) sessionStorage.setItem(KEPT_AS, key);
  else sessionStorage.removeItem(KEPT_AS);
}

/** The text of every tab's Headers editor, where the key can be seen and changed for one tab alone. */
export function headersWith(key: string): string {
  return JSON.stringify({ 'X-API-Key': key || PLACEHOLDER }, null, 2);
}
