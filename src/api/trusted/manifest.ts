import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { StartupError } from '../../platform/startup-error.js';

/** The operations of the clients that come with Tearline, as `npm run generate` writes them. */
const OURS = new URL('../../generated/trusted-documents.json', import.meta.url);

/** Texts by their hashes, as code generators write them, with or without a `sha256:` before each hash. */
const manifest = z.record(z.string().regex(/^(sha256:)?[0-9a-f]{64}$/), z.string());

/** Our clients' documents, and those of a manifest of the operator's own, where there is one. */
export function readTrustedDocuments(ownFile: string | null): Map<string, string> {
  return new Map([...readManifest(OURS), ...(ownFile === null ? [] : readManifest(ownFile))]);
}

function readManifest(file: string | URL): Map<string, string> {
  const texts = new Map(
    Object.entries(parseManifest(file)).map(([hash, text]) => [hash.replace('sha256:', ''), text]),
  );
  for (const [hash, text] of texts) {
    if (createHash('sha256').update(text).digest('hex') === hash) continue;
    throw wrong(file, `the hash ${hash} is not that of its document`);
  }
  return texts;
}

function parseManifest(file: string | URL): Record<string, string> {
  const expected = 'a JSON object with a text for each SHA-256 was expected';
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw wrong(file, `${expected}, but: ${(error as Error).message}`);
  }
  const { data, success } = manifest.safeParse(read);
  if (success) return data;
  throw wrong(file, expected);
}

const wrong = (file: string | URL, why: string) =>
  new StartupError(`The trusted documents in ${String(file)} cannot be used: ${why}.`);
