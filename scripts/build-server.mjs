// `npm run build:server`: compiles src/ to dist/, file by file. See docs/decisions/0015-compiled.md.
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = fileURLToPath(new URL('../dist/', import.meta.url));

// What src/ has no longer must not be found in here.
rmSync(dist, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: ['src/**/*.ts', 'src/generated/trusted-documents.json'],
  loader: { '.json': 'copy' },
  outdir: dist,
  outbase: 'src',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // For stack traces, which need places and no texts.
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'warning',
});
// Last of all, and looked for by setup.mjs: what was interrupted is made anew.
writeFileSync(`${dist}built`, '');
