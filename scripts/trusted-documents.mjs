// node scripts/trusted-documents.mjs          writes what the clients send, under the hashes that they send instead
// node scripts/trusted-documents.mjs --check  fails if there would be anything to write
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createRequest, formatDocument, stringifyDocument } from '@urql/core';
import { print } from 'graphql';
import { tsImport } from 'tsx/esm/api';

const file = fileURLToPath(new URL('../src/generated/trusted-documents.json', import.meta.url));

const documentsOf = async (client) =>
  Object.entries(await tsImport(`../clients/${client}/src/generated.ts`, import.meta.url))
    .filter(([name]) => name.endsWith('Document'))
    .map(([, document]) => document);

// The very texts: graphql-request prints a document as it is, urql's cache asks for `__typename` everywhere.
const texts = [
  ...(await documentsOf('sdk')).map((document) => print(document)),
  ...(await documentsOf('react')).map((document) =>
    stringifyDocument(formatDocument(createRequest(document, {}).query)),
  ),
];
const entries = texts.map((text) => [createHash('sha256').update(text).digest('hex'), text]);
const json = `${JSON.stringify(Object.fromEntries(entries.toSorted()), null, 2)}\n`;

if (!process.argv.includes('--check')) writeFileSync(file, json);
else if (!existsSync(file) || readFileSync(file, 'utf8') !== json) {
  console.error('src/generated/trusted-documents.json is not what the clients send.');
  process.exitCode = 1;
}
