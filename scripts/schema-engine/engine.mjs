import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import { MigrationAdapter } from './adapter.mjs';

const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));

export const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/** Some work, such as comparing two schema files, never connects; it needs a URL all the same. */
const nowhere = 'postgresql://127.0.0.1/nowhere';

/** The engine, and how to read what it throws: an error of the driver passes through it as a number only. */
export async function loadEngine({ url = nowhere, schemaFiles }) {
  let panic;
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => (panic = message) };
  const wasm = readFileSync(join(folder, 'schema_engine_bg.wasm'));
  const { instance } = await globalThis.WebAssembly.instantiate(wasm, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();

  const adapter = bindMigrationAwareSqlAdapterFactory(new MigrationAdapter(url));
  const datamodels = schemaFiles.map((file) => [file, readFileSync(file, 'utf8')]);
  const options = { datamodels: datamodels.length > 0 ? datamodels : undefined };
  const engine = await glue.SchemaEngine.new(options, () => undefined, adapter);
  return {
    engine,
    explain(error) {
      if (panic) return { message: panic, isPanic: true };
      const {
        message = String(error),
        code,
        meta,
      } = adapter.errorRegistry.consumeError(error?.id)?.error ?? error ?? {};
      return { message, code, meta, isPanic: false };
    },
  };
}
