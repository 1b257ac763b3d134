import {
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { StartupError } from '../../platform/startup-error.js';
import { limits } from '../judgement.js';

/** A document that the server knows beforehand. */
export interface TrustedDocument {
  readonly text: string;
  /** Null if it is not valid. Then it is answered as any text would be that is not. */
  readonly document: DocumentNode | null;
}

export interface TrustedDocuments {
  /** By the SHA-256 of its text, in hexadecimal. */
  find(hash: string): TrustedDocument | undefined;
}

interface DocumentsOptions {
  readonly schema: GraphQLSchema;
  /** Their texts by their hashes. */
  readonly texts: ReadonlyMap<string, string>;
  readonly isSchemaPublic: boolean;
}

/** Parses and validates all of them, once. Throws a StartupError that names those that do not fit the schema. */
export function createTrustedDocuments(options: DocumentsOptions): TrustedDocuments {
  const { schema, texts, isSchemaPublic } = options;
  const rules = isSchemaPublic ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const known = new Map<string, TrustedDocument>();
  const problems: string[] = [];

  function read(hash: string, text: string): TrustedDocument {
    const document = parsed(text);
    const [problem] = document instanceof Error ? [document] : validate(schema, document, rules);
    if (problem) problems.push(`The trusted document ${hash} is not valid: ${problem.message}`);
    const trusted = { text, document: problem || document instanceof Error ? null : document };
    known.set(hash, trusted);
    return trusted;
  }

  for (const [hash, text] of texts) read(hash, text);
  if (problems.length > 0) throw new StartupError(problems.join('\n'));

  return {
    find(hash) {
      const found = known.get(hash);
      if (found) return found;
      const text = texts.get(hash);
      return text === undefined ? undefined : read(hash, text);
    },
  };
}

function parsed(text: string): DocumentNode | Error {
  try {
    return parse(text, { maxTokens: limits.tokens });
  } catch (error) {
    return error as Error;
  }
}
