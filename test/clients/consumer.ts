import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));

interface Manifest {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
}

/** Somebody else's project, outside the repository, that has installed one of the packages from its tarball. */
export interface Consumer {
  /** Compiles with strict TypeScript, declarations of libraries included; answers the errors, as `file: code`. */
  compile(programs: Record<string, string>): Promise<readonly string[]>;
  /** Runs what was compiled; answers what it prints. */
  run(program: string, env: Record<string, string>): Promise<string>;
  remove(): void;
}

/** Builds, packs and installs a package, beside others in the versions that this repository has. */
export async function createConsumer(client: 'sdk' | 'react', others: readonly string[]): Promise<Consumer> {
  const folder = mkdtempSync(join(tmpdir(), `tearline-consumer-${client}-`));
  const source = join(root, 'clients', client);
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as Manifest;
  const versions: Record<string, string> = { ...dependencies, ...devDependencies };

  await npm(['run', 'build'], source);
  const { stdout } = await npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], source);
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  write('package.json', JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  const wanted = ['typescript', '@types/node', ...others].map((name) => `${name}@${versions[name]}`);
  await npm(
    ['install', '--prefer-offline', '--no-audit', '--no-fund', join(folder, filename), ...wanted],
    folder,
  );
  write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: {
        target: 'ES2022',
        module: 'NodeNext',
        jsx: 'react-jsx',
        strict: true,
        noUncheckedIndexedAccess: true,
        exactOptionalPropertyTypes: true,
        outDir: 'dist',
        rootDir: 'src',
      },
      include: ['src'],
    }),
  );

  function write(path: string, text: string) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }

  return {
    async compile(programs) {
      for (const [name, text] of Object.entries(programs)) write(`src/${name}`, text);
      const compiler = join(folder, 'node_modules/typescript/bin/tsc');
      const output = await run(process.execPath, [compiler], { cwd: folder }).then(
        ({ stdout }) => stdout,
        (error: { stdout: string }) => error.stdout,
      );
      return [...output.matchAll(/^(\S+?)\(\d+,\d+\): error (TS\d+)/gm)].map(
        ([, file, code]) => `${file!.replace(/^src\//, '')}: ${code}`,
      );
    },
    async run(program, env) {
      const { stdout } = await run(process.execPath, [join(folder, 'dist', program)], {
        env: { ...process.env, ...env },
      });
      return stdout;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** The example of a package's README: what it promises to work. */
export function exampleOf(client: 'sdk' | 'react'): string {
  const readme = readFileSync(join(root, 'clients', client, 'README.md'), 'utf8');
  return /```tsx?\n(.*?)```/s.exec(readme)![1]!;
}

function npm(args: readonly string[], cwd: string) {
  return run('npm', args, { cwd });
}
