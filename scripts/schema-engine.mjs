#!/usr/bin/env node
// The program that Prisma's CLI hands its migration work to. Prisma downloads a native one from a host of its own,
// which is often out of reach; this is the same engine from npm, as WebAssembly, on the driver the server uses anyway.
// `prisma.config.ts` points the CLI here.
import { parseArgs } from 'node:util';
import { answerCommand } from './schema-engine/command.mjs';
import { loadEngine, version } from './schema-engine/engine.mjs';
import { serve } from './schema-engine/rpc.mjs';

const { values, positionals } = parseArgs({
  options: {
    version: { type: 'boolean', short: 'V' },
    datasource: { type: 'string' },
    datamodels: { type: 'string', short: 'd', multiple: true },
    'enabled-preview-features': { type: 'string' },
    'extension-types': { type: 'string' },
  },
  allowPositionals: true,
});
const url = values.datasource && JSON.parse(values.datasource).url;
const [mode, command] = positionals;

if (values.version) console.log(`schema-engine-cli ${version}`);
else if (mode === 'cli') process.exitCode = await answerCommand(command, url);
else await serve(() => loadEngine({ url, schemaFiles: values.datamodels ?? [] }));
