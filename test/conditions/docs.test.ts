import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { factNames, facts } from '../../src/conditions/facts.js';
import { jsonOfCondition } from '../../src/conditions/json.js';
import { parsed } from './parsed.js';

const docs = readFileSync(new URL('../../docs/conditions.md', import.meta.url), 'utf8');
const examples = [...docs.matchAll(/```json\n(.*?)```/gs)].map(([, json = '']) => json);

describe('the document on conditions', () => {
  test.each(examples)('has an example that can be saved: %s', (json) => {
    const condition = parsed(JSON.parse(json));
    expect(parsed(jsonOfCondition(condition))).toEqual(condition);
  });

  test('has a row for every fact, with the operators that it has', () => {
    const rows = docs.split('\n').filter((line) => line.startsWith('| `'));
    for (const fact of factNames) {
      const row = rows.find((line) => line.split('|')[1]!.includes(`\`${fact}\``)) ?? '';
      const { operators } = facts[fact];
      const told = [
        row.includes('equality'),
        row.includes('order,') || row.includes(' order '),
        row.includes('`exists`'),
      ];
      const has = [operators.includes('eq'), operators.includes('gte'), operators.includes('exists')];
      expect([fact, ...told]).toEqual([fact, ...has]);
    }
  });
});
