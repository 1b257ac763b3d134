// Runs before `npm start` and `npm test`, and makes a fresh clone ready: packages, database client, server, Playground.
// When all is there, it is done in a moment. It needs nothing but Node and npm.
// `node scripts/setup.mjs client server` sees to these alone.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './setup/lock.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (path) => join(root, path);

const packagesInstalled = 'node_modules/.package-lock.json';

/** In this order; each is skipped if its outcome is there and up to date. */
const steps = [
  {
    name: 'packages',
    isDone: hasPackages,
    announcement: 'Installing the packages. This takes about a minute, and is done once.',
    // The compilers are wanted also by those who have told npm to leave them out.
    npm: ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'],
    isShown: true,
  },
  {
    name: 'client',
    isDone: () => isNewer('src/generated/prisma/client.ts', ['prisma/schema', packagesInstalled]),
    announcement: 'Generating the database client from prisma/schema.',
    npm: ['exec', '--no', '--', 'prisma', 'generate'],
  },
  {
    name: 'server',
    isDone: () =>
      isNewer('dist/built', ['src', 'tsconfig.json', 'scripts/build-server.mjs', packagesInstalled]),
    announcement: 'Compiling the server.',
    npm: ['run', '--silent', 'build:server'],
  },
  {
    name: 'playground',
    isDone: () =>
      !hasScript('build:playground') ||
      isNewer('playground/dist/index.html', ['playground', packagesInstalled]),
    announcement: 'Building the Playground.',
    npm: ['run', '--silent', 'build:playground'],
  },
];

const asked = process.argv.slice(2);
const wanted = steps.filter(({ name }) => asked.length === 0 || asked.includes(name));

refuseOldNode();
if (!wanted.every(({ isDone }) => isDone())) await withLock(at('.tearline'), () => wanted.forEach(take));

function refuseOldNode() {
  const { engines } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  const wanted = engines.node.replace('>=', '').split('.').map(Number);
  const actual = process.versions.node.split('.').map(Number);
  const differing = wanted.findIndex((number, index) => number !== actual[index]);
  if (differing === -1 || actual[differing] > wanted[differing]) return;
  fail(
    `Tearline needs Node ${wanted.join('.')} or newer, and this is Node ${process.versions.node}: install a newer one from nodejs.org.`,
  );
}

function take({ isDone, announcement, npm, isShown }) {
  if (isDone()) return; // perhaps by another process, while this one waited
  console.log(announcement);
  // When npm runs this script it says where it is; found by name, it would need a shell on Windows.
  const npmHere = process.env.npm_execpath ?? '';
  const [program, ...first] = basename(npmHere).startsWith('npm-cli') ? [process.execPath, npmHere] : ['npm'];
  const { status, error, stdout, stderr } = spawnSync(program, [...first, ...npm], {
    cwd: root,
    stdio: isShown ? 'inherit' : 'pipe',
    encoding: 'utf8',
  });
  if (status === 0) return;
  console.error(error?.message ?? `${stdout ?? ''}${stderr ?? ''}`);
  fail(
    `\`npm ${npm.join(' ')}\` failed, and Tearline cannot run without: mend what it says above, and try again.`,
  );
}

/** Compares the two lists themselves: times tell nothing after a checkout, and npm may have been run by hand. */
function hasPackages() {
  if (!existsSync(at(packagesInstalled))) return false;
  const [wanted, present] = ['package-lock.json', packagesInstalled].map(
    (file) => JSON.parse(readFileSync(at(file), 'utf8')).packages,
  );
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const isForAnotherPlatform = optional && !present[path];
    return isForAnotherPlatform || present[path]?.version === version;
  });
}

function hasScript(name) {
  return name in JSON.parse(readFileSync(at('package.json'), 'utf8')).scripts;
}

function isNewer(outcome, sources) {
  return (
    existsSync(at(outcome)) &&
    statSync(at(outcome)).mtimeMs >= Math.max(...sources.map((source) => newest(at(source))))
  );
}

/** When the last file in there was changed, came or went, less what was built in there. */
function newest(path) {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  const inside = readdirSync(path).filter((name) => name !== 'dist' && name !== 'node_modules');
  return Math.max(entry.mtimeMs, ...inside.map((name) => newest(join(path, name))));
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
