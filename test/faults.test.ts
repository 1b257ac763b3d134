import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8');

/** Each fault of docs/faults.md, with the tests that it names: file and title. */
const named = read('docs/faults.md')
  .split('\n')
  .filter((line) => /^\| *C\d/.test(line))
  .map((line) => {
    const [, id, , , where] = line.split('|').map((cell) => cell.trim());
    let file = '';
    const tests = [...where!.matchAll(/`([^`]+)`|“([^”]+)”/g)].flatMap(([, path, title]) => {
      if (path !== undefined) file = path;
      return title === undefined ? [] : [{ file, title }];
    });
    return { id: id!, tests };
  });

const upTo = (group: string, last: number) =>
  Array.from({ length: last }, (_, index) => `${group}.${index + 1}`);

test('every fault is there, in order', () => {
  const all = [...upTo('C1', 19), ...upTo('C2', 4), 'C2.6', 'C2.9', 'C8.4', 'C6.14', 'C6.14', 'C6.14'];
  expect(named.map(({ id }) => id)).toEqual(all);
});

test.each(named.map((fault) => [fault.id, fault] as const))('the tests of %s are there', (_, { tests }) => {
  expect(tests).not.toEqual([]);
  expect(tests.filter(({ file, title }) => !read(file).includes(title))).toEqual([]);
});
