import { createDatabase, dropDatabase, tryDatabase } from './server.mjs';

const commands = {
  'can-connect-to-database': tryDatabase,
  'create-database': createDatabase,
  'drop-database': dropDatabase,
};

/** What PostgreSQL and the network say, in Prisma's words. */
const prismaCodes = {
  '3D000': 'P1003',
  '28P01': 'P1000',
  28000: 'P1000',
  '42P04': 'P1009',
  23505: 'P1009', // by another process, at the same instant
  ECONNREFUSED: 'P1001',
  ENOTFOUND: 'P1001',
};

/**
 * `schema-engine cli <command>`: the exit code is the answer, and an error is a line of JSON on stderr. The CLI skips
 * the first line, in which the native engine says that it begins.
 */
export async function answerCommand(command, url) {
  log('INFO', { message: 'Starting schema engine CLI' });
  try {
    if (!commands[command]) throw new Error(`This schema engine has no command "${command}".`);
    await commands[command](url);
    return 0;
  } catch (error) {
    const code = prismaCodes[error.code] ?? 'P1011';
    const message =
      code === 'P1001' ? `The database server at ${new URL(url).host} cannot be reached.` : error.message;
    log('ERROR', { message, is_panic: false, error_code: code });
    return 1;
  }
}

function log(level, fields) {
  const line = { timestamp: new Date().toISOString(), level, fields, target: 'schema_engine::logger' };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}
