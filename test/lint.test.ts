import { readdirSync } from 'node:fs';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { ladder, otherFolders } from '../eslint/ladder.js';

/** The rules that need types are left out: the files linted here do not exist. */
const eslint = new ESLint({ overrideConfig: tseslint.configs.disableTypeChecked });

async function complaints(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: file });
  const rules = ['no-restricted-imports', 'no-restricted-syntax', null];
  return result!.messages.filter(({ ruleId }) => rules.includes(ruleId)).map(({ message }) => message);
}

const importing = (specifier: string) =>
  `import { thing } from '${specifier}';\nexport const made = thing;\n`;
const importingType = (specifier: string) =>
  `import type { Thing } from '${specifier}';\nexport type Made = Thing;\n`;

describe('an import against the rule of dependency is reported with what to do instead', () => {
  it.each([
    ['src/coupons/actions.ts', '../redemptions/actions.js', 'turn the call round'],
    ['src/coupons/core.ts', '../redemptions/core.js', 'turn the call round'],
    ['src/redemptions/actions.ts', '../coupons/store.js', 'call a function of its actions.ts'],
    ['src/redemptions/store.ts', '../coupons/store.js', 'call a function of its actions.ts'],
    ['src/redemptions/resolvers.ts', '../coupons/resolvers.js', 'call its actions.ts, or its pure files'],
    ['src/coupons/resolvers.ts', './store.js', 'Resolvers ask actions, never the store'],
    ['src/coupons/actions.ts', './resolvers.js', 'move what you need to actions.ts or to a pure file'],
    ['src/coupons/store.ts', './actions.js', 'have the action load and decide'],
    ['src/coupons/store.ts', './resolvers.js', 'move what you need to actions.ts or to a pure file'],
    ['src/coupons/core.ts', './store.js', 'let actions.ts load, decide and save'],
    ['src/coupons/code.ts', './actions.js', 'let actions.ts load, decide and save'],
    ['src/coupons/errors.ts', './resolvers.js', 'move what you need to actions.ts or to a pure file'],
    ['src/evaluation/decide.ts', '../coupons/actions.js', 'let actions.ts load, decide and save'],
    ['src/redemptions/actions/replays.ts', '../../coupons/store.js', 'call a function of its actions.ts'],
    ['src/redemptions/actions.ts', '../coupons/store/movements.js', 'call a function of its actions.ts'],
    ['src/coupons/resolvers.ts', './store/movements.js', 'Resolvers ask actions, never the store'],
    ['src/coupons/store/movements.ts', '../actions.js', 'have the action load and decide'],
    ['src/coupons/store.ts', './actions/cards.js', 'have the action load and decide'],
    ['src/coupons/code.ts', './actions/cards.js', 'let actions.ts load, decide and save'],
    ['src/coupons/actions/cards.ts', '../../generated/prisma/client.js', 'Only store.ts speaks Prisma'],
    ['src/coupons/core.ts', '../platform/scope.js', 'knows no platform, not even its types'],
    ['src/coupons/core.ts', 'node:fs/promises', 'This file is pure and does no I/O'],
    ['src/coupons/core.ts', 'pg', 'This file is pure and does no I/O'],
    ['src/coupons/actions.ts', '../platform/database.js', 'Only store.ts opens the database'],
    ['src/coupons/resolvers.ts', '../platform/database.js', 'Only store.ts opens the database'],
    ['src/coupons/actions.ts', '../generated/prisma/client.js', 'Only store.ts speaks Prisma'],
    ['src/coupons/core.ts', '../generated/prisma/client.js', 'Only store.ts speaks Prisma'],
    ['src/coupons/actions.ts', '../generated/graphql.js', 'Only resolvers.ts speaks GraphQL'],
    ['src/coupons/actions.ts', '../api/context.js', 'A domain does not know the API'],
    ['src/coupons/actions.ts', '../config.js', 'A domain does not read the configuration'],
    ['src/coupons/actions.ts', '../demo/tenant.js', 'A domain does not know the demo tenant'],
    ['src/lib/money.ts', '../platform/scope.js', 'lib knows nobody'],
    ['src/lib/money.ts', '../coupons/core.js', 'lib knows nobody'],
    ['src/lib/money.ts', 'node:fs', 'This file is pure and does no I/O'],
    ['src/platform/scope.ts', '../coupons/core.js', 'The platform knows only lib'],
    ['src/platform/postgres/place.ts', '../../config.js', 'The platform knows only lib'],
    ['src/platform/log.ts', '../api/context.js', 'The platform knows only lib'],
    ['src/api/server.ts', '../coupons/store.js', "The API does not reach into a domain's store"],
    ['src/api/server.ts', '../generated/prisma/client.js', 'Only the stores and the platform speak Prisma'],
    ['src/api/server.ts', '../demo/tenant.js', 'take what you need as an argument'],
    ['src/api/server.ts', '../app.js', 'take what you need as an argument'],
    ['src/coupons/actions.ts', '../worker.js', 'A domain does not know how the server is put together'],
    ['src/demo/tenant.ts', '../coupons/store.js', 'call the actions of the domains'],
    ['src/demo/tenant.ts', '../coupons/resolvers.js', 'call the actions of the domains'],
    ['src/cli/tenant.ts', '../tenants/store.js', 'call the actions of the domains'],
    ['src/api/server.ts', '../main.js', 'Nothing imports main.ts'],
    ['src/config.ts', './main.js', 'Nothing imports main.ts'],
    ['test/api/server.test.ts', '../../src/main.js', 'Nothing imports main.ts'],
  ])('%s imports %s: "%s"', async (file, specifier, sentence) => {
    for (const code of [importing(specifier), importingType(specifier)]) {
      const found = await complaints(file, code);
      expect(found.some((message) => message.includes(sentence))).toBe(true);
    }
  });

  it.each([
    ['import()', "export const later = () => import('../redemptions/actions.js');\n"],
    ['the type import()', "export type Later = import('../redemptions/core.js').Redemption;\n"],
  ])('nor can %s hide it', async (_, code) => {
    expect(await complaints('src/coupons/actions.ts', code)).toEqual([
      'Import at the top of the file, where the rule of dependency can see it.',
    ]);
  });

  it('nor can an export', async () => {
    const found = await complaints('src/coupons/core.ts', "export * from '../redemptions/core.js';\n");
    expect(found).toEqual([expect.stringContaining('turn the call round')]);
  });
});

describe('a clock, a die or an id that is not handed in is reported with where it comes from', () => {
  const clock = 'The clock is handed in: use scope.now(), or take `now: Date` as an argument.';
  const dice = 'Randomness is handed in: use scope.randomBytes, or take it as an argument.';
  const ids = 'Ids are handed in: use scope.newId(prefix), or take the id as an argument.';

  it.each([
    ['new Date()', clock],
    ['Date.now()', clock],
    ['Date()', clock],
    ['performance.now()', clock],
    ['Math.random()', dice],
    ['crypto.getRandomValues(bytes)', dice],
    ['crypto.randomUUID()', ids],
  ])('%s', async (expression, sentence) => {
    const code = `export const made = (bytes: Uint8Array) => [bytes, ${expression}];\n`;
    for (const file of ['core', 'store', 'actions', 'resolvers'].map((kind) => `src/coupons/${kind}.ts`)) {
      expect(await complaints(file, code)).toEqual([sentence]);
    }
    expect(await complaints('src/lib/window.ts', code)).toEqual([sentence]);
    expect(await complaints('src/platform/clock.ts', code)).toEqual([]);
  });

  it('randomUUID of node:crypto', async () => {
    const found = await complaints('src/coupons/actions.ts', "import { randomUUID } from 'node:crypto';\n");
    expect(found).toEqual([expect.stringContaining('use scope.randomBytes or scope.newId')]);
  });
});

describe('what is lawful is not reported', () => {
  it.each([
    ['src/redemptions/actions.ts', '../coupons/actions.js'],
    ['src/redemptions/actions.ts', '../coupons/core.js'],
    ['src/redemptions/actions.ts', './store.js'],
    ['src/redemptions/actions.ts', '../platform/transaction.js'],
    ['src/redemptions/actions.ts', './actions/replays.js'],
    ['src/redemptions/actions/replays.ts', '../store.js'],
    ['src/redemptions/actions/replays.ts', '../../coupons/actions.js'],
    ['src/redemptions/store/ledger.ts', '../../platform/database.js'],
    ['src/redemptions/store/ledger.ts', '../../generated/prisma/client.js'],
    ['src/redemptions/core.ts', '../coupons/core.js'],
    ['src/redemptions/core.ts', './errors.js'],
    ['src/redemptions/core.ts', '../lib/money.js'],
    ['src/redemptions/core.ts', 'zod'],
    ['src/redemptions/store.ts', '../platform/database.js'],
    ['src/redemptions/store.ts', '../generated/prisma/client.js'],
    ['src/redemptions/store.ts', '../coupons/core.js'],
    ['src/redemptions/resolvers.ts', './actions.js'],
    ['src/redemptions/resolvers.ts', '../coupons/actions.js'],
    ['src/redemptions/resolvers.ts', '../generated/graphql.js'],
    ['src/lib/money.ts', './assert.js'],
    ['src/platform/postgres/place.ts', '../startup-error.js'],
    ['src/platform/database.ts', '../generated/prisma/client.js'],
    ['src/platform/scope.ts', '../lib/id.js'],
    ['src/api/server.ts', '../coupons/resolvers.js'],
    ['src/api/server.ts', '../keys/actions.js'],
    ['src/api/server.ts', '../platform/database.js'],
    ['src/api/server.ts', '../config.js'],
    ['src/demo/tenant.ts', '../coupons/actions.js'],
    ['src/app.ts', './api/server.js'],
    ['src/app.ts', './demo/tenant.js'],
    ['src/app.ts', './platform/database.js'],
    ['src/main.ts', './app.js'],
    ['src/cli/tenant.ts', '../tenants/actions.js'],
    ['src/cli/tenant.ts', '../config.js'],
    ['test/coupons/store.test.ts', '../../src/coupons/store.js'],
  ])('%s imports %s', async (file, specifier) => {
    expect(await complaints(file, importing(specifier))).toEqual([]);
    expect(await complaints(file, importingType(specifier))).toEqual([]);
  });

  it('a date made from what was handed in, and a hash', async () => {
    const code = `import { createHash } from 'node:crypto';
export const day = (now: Date) => new Date(now.getTime());
export const digest = (text: string) => createHash('sha256').update(text).digest();
`;
    expect(await complaints('src/coupons/core.ts', code)).toEqual([]);
  });
});

it('every folder of src/ stands on the ladder or beside it, so that none obeys no rule', () => {
  const folders = readdirSync(new URL('../src', import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && path.includes('/'))
    .map((path) => path.slice(0, path.indexOf('/')));
  expect([...new Set(folders)].filter((name) => ![...ladder, ...otherFolders].includes(name))).toEqual([]);
});
