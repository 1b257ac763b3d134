/**
 * All that is to know before a commit, besides the tests: `npm run check`, or `npm run check -- types lint` for some.
 * Every gate runs, also after one has failed, so that one run tells all. Nothing but generated code is written.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
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
  // Takes longest, and so begins first.
  lint: {
    commands: ['eslint . --max-warnings 0'],
    cure: 'ESLint finds errors: do what each sentence says, or run `npm run lint -- --fix` for those it can mend.',
  },
  types: {
    commands: programs.map((folder) => `tsc --noEmit --project ${folder}`),
    cure: 'TypeScript finds errors: mend them, the compiler says where.',
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

const wanted = Object.keys(gates).filter((name) => asked.length === 0 || asked.includes(name));
const failures = new Set();

// What the others read is generated first. Each of them keeps one processor busy.
await runGates(wanted.filter((name) => name === 'generated'));
await runGates(wanted.filter((name) => name !== 'generated'));

const failed = wanted.filter((name) => failures.has(name));
if (failed.length > 0) {
  console.error(`\n${failed.map((name) => `${name}: ${gates[name].cure}`).join('\n')}`);
  process.exitCode = 1;
}

/** As many at a time as there are processors, in this order. */
async function runGates(names) {
  const waiting = [...names];
  const runWaiting = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) await runGate(name);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, runWaiting));
}

async function runGate(name) {
  const started = performance.now();
  let failure;
  for (const command of gates[name].commands) failure ??= await failureOf(command);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${failure === undefined ? '✔' : '✘'} ${name} (${seconds} s)`);
  if (failure === undefined) return;
  failures.add(name);
  console.error(`\n${failure.trim()}\n`);
}

/** What a command says that fails; undefined for one that does not. */
function failureOf(command) {
  const [program, ...args] = command.split(' ');
  const options = { cwd: root, env: { ...process.env, PATH }, maxBuffer: Infinity };
  return new Promise((resolve) => {
    const child = execFile(program, args, options, (error, stdout, stderr) => {
      if (!error) resolve(undefined);
      else resolve(stdout + stderr || error.message);
    });
    child.stdin.end();
  });
}
