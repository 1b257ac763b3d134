import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'graphql';

/** A file of `examples/`: several named operations of one section, and the variables that they share. */
export interface Example {
  /** The file's name without its ending. */
  name: string;
  /** The first line, which is a comment. */
  title: string;
  query: string;
  variables: Record<string, unknown>;
  /** The names of its operations, in order: each runs as it stands against the demo tenant. */
  operations: string[];
}

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));
const ENDING = '.graphql';

/** All examples, in the order of their file names. The Playground shows them, and the tests run them. */
export function loadExamples(folder: string = EXAMPLES): Example[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(ENDING))
    .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))
    .map((file) => readExample(folder, file.slice(0, -ENDING.length)));
}

function readExample(folder: string, name: string): Example {
  const query = readFileSync(join(folder, name + ENDING), 'utf8');
  const title = /^# (.+)/.exec(query)?.[1];
  if (title === undefined)
    throw new Error(`examples/${name}${ENDING} must begin with its title: "# Coupons".`);
  const variables = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Example['variables'];
  return { name, title, query, variables, operations: operationsOf(query) };
}

function operationsOf(query: string): string[] {
  return parse(query).definitions.flatMap((definition) =>
    definition.kind === 'OperationDefinition' && definition.name ? [definition.name.value] : [],
  );
}
