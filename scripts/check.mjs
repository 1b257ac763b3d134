/**
 * All that is to know before a commit, besides the tests: `npm run check`, or `npm run check -- types lint` for some.
 * Every gate runs, also after one has failed, so that one run tells all. Nothing but generated code is written.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const PATH = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);

/** The folders with a compiler of their own, since a browser is not Node. */
const programs = ['.', 'playground', 'clients'].filter((folder) =>
  existsSync(join(root, folder, 'tsconfig.json')),
);

/** Each gate: what it runs, and what to do when that fails. */
const gates = {
  generated: {
    // Prisma's client is not committed, it only has to be there and fit; what is committed is compared.
    commands: ['prisma generate', 'graphql-codegen --check', 'node scripts/trusted-documents.mjs --check'],
    cure: 'What is committed in src/generated/ and clients/ is not what schema.graphql says: run `npm run generate` and commit what it writes.',
  },
  types: {
    commands: programs.map((folder) => `tsc --noEmit --project ${folder}`),
    cure: 'TypeScript finds errors: mend them, the compiler says where.',
  },
  lint: {
    commands: ['eslint . --max-warnings 0'],
    cure: 'ESLint finds errors: do what each sentence says, or run `npm run lint -- --fix` for those it can mend.',
  },
  format: {
    commands: ['prettier --check --log-level warn .'],
    cure: 'Some files are not formatted: run `npm run format`.',
  },
  'dead code': {
    commands: ['knip --no-progress'],
    cure: 'Something is used by nobody: delete it, or use it.',
  },
  migrations: {
    commands: ['node scripts/migration.mjs check'],
    cure: 'prisma/migrations/ does not lead to prisma/schema/: write the migration that is missing.',
  },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in gates));
if (unknown.length > 0) {
  console.error(`There is no gate "${unknown.join('", "')}". There are: ${Object.keys(gates).join(', ')}.`);
  process.exit(2);
}

const failed = Object.keys(gates)
  .filter((name) => asked.length === 0 || asked.includes(name))
  .filter((name) => !passes(name, gates[name]));

if (failed.length > 0) {
  console.error(`\n${failed.map((name) => `${name}: ${gates[name].cure}`).join('\n')}`);
  process.exitCode = 1;
}

function passes(name, { commands }) {
  const started = performance.now();
  const failure = commands.map(run).find(({ status }) => status !== 0);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${failure ? '✘' : '✔'} ${name} (${seconds} s)`);
  if (failure) console.error(`\n${failure.output.trim()}\n`);
  return !failure;
}

function run(command) {
  const [program, ...args] = command.split(' ');
  const result = spawnSync(program, args, {
    cwd: root,
    env: { ...process.env, PATH },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = result.error ? result.error.message : result.stdout + result.stderr;
  return { status: result.status, output };
}
