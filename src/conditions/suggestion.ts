import leven from 'leven';

/** Longer names are nobody's slip of the pen. */
const maxLength = 60;

/** « Did you mean …?», if one of the names is but a slip away from what was given; otherwise nothing. */
export function suggestion(given: string, names: Iterable<string>): string {
  if (given.length > maxLength) return '';
  const wanted = plain(given);
  let best: string | null = null;
  let least = Math.floor(wanted.length * 0.4) + 1;
  for (const name of names) {
    const distance = leven(wanted, plain(name));
    if (distance < least) [best, least] = [name, distance];
  }
  return best === null ? '' : ` Did you mean \`${best}\`?`;
}

const plain = (name: string) => name.toLowerCase().replace(/[_-]/g, '');
