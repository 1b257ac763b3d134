import { createInterface } from 'node:readline';
import { createDatabase } from './server.mjs';

/** The code of JSON-RPC under which the native engine reports all that it knows about an error. */
const knownError = 4466;

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

/** Answers one request after the other, a line of JSON-RPC each, until stdin is closed. */
export async function serve(load) {
  let loaded;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const { id, method, params } = line.trim() ? JSON.parse(line) : {};
    if (method === undefined) continue; // the CLI's thanks for a `print`
    try {
      loaded ??= await load();
      send({ id, result: (await answer(loaded.engine, method, params)) ?? null });
    } catch (error) {
      const { message, code, meta, isPanic } = loaded?.explain(error) ?? {
        message: String(error),
        isPanic: false,
      };
      const data = { is_panic: isPanic, message, error_code: code ?? null, meta: meta ?? null };
      send({ id, error: { code: knownError, message, data } });
    }
  }
  process.exit(); // though the pool may keep a connection open
}

async function answer(engine, method, params) {
  if (method === 'createDatabase') return { databaseName: await createDatabase(params.datasource.url) };
  if (method === 'getDatabaseVersion') return engine.version(params);
  if (method !== 'diff') return engine[method](params);
  // The CLI expects the text in a request of its own, before the answer.
  const { stdout, exitCode } = await engine.diff(params);
  if (stdout) send({ id: 'print', method: 'print', params: { content: stdout.replace(/\n$/, '') } });
  return { exitCode, stdout: null };
}
