import { z } from 'zod';
import { code } from '../coupons/code.js';
import type { Coupon } from '../coupons/core.js';
import { charactersFor, pattern, patternText, randomCharactersOf } from '../coupons/pattern.js';
import { consistent, inInstants, newTerms, patchedTerms, termsPatch } from '../coupons/terms.js';
import type { Id } from '../lib/id.js';
import {
  invalidInput,
  metadata,
  metadataOrEmpty,
  none,
  text,
  within,
  type InvalidInput,
} from '../lib/input.js';
import { isFailure } from '../lib/outcome.js';
import { patched } from '../lib/patch.js';
import { maxCoupons, type Template } from './core.js';

const neededCharacters = charactersFor(maxCoupons);

/** Good for as many codes as can be made at once. Kept as text, in one spelling. */
const codePattern = pattern
  .refine(
    (parts) => randomCharactersOf(parts) >= neededCharacters,
    `Expected at least ${neededCharacters} random characters, such as {RAND:${neededCharacters}}.`,
  )
  .transform(patternText);

/** GraphQL's `CreateTemplateInput`, checked field by field. */
export const newTemplate = z.object({
  name: text(1, 100),
  description: none(text(0, 1_000)),
  codePattern,
  terms: newTerms.transform(inInstants),
  metadata: metadataOrEmpty,
});

/** GraphQL's `TemplatePatch`: undefined leaves a field, null clears it. */
export const templatePatch = z.object({
  name: text(1, 100).optional(),
  description: text(0, 1_000).nullable().optional(),
  codePattern: codePattern.optional(),
  terms: termsPatch.extend({ isCaseSensitive: z.boolean().optional() }).transform(inInstants).optional(),
  metadata: metadata
    .nullable()
    .transform((value) => value ?? {})
    .optional(),
});

export interface Birth {
  readonly id: Id<'template'>;
  readonly campaignId: Id<'campaign'> | null;
  readonly now: Date;
}

export function createdTemplate(
  input: z.output<typeof newTemplate>,
  { id, campaignId, now }: Birth,
): Template | InvalidInput {
  const terms = within('terms', consistent({ ...input.terms, campaignId }));
  if (isFailure(terms)) return terms;
  return { ...input, id, terms, version: 1, createdAt: now, updatedAt: now };
}

export function patchedTemplate(
  template: Template,
  patch: z.output<typeof templatePatch>,
  campaignId: Id<'campaign'> | null | undefined,
  now: Date,
): Template | InvalidInput {
  const { isCaseSensitive, ...change } = patch.terms ?? {};
  const changed = patchedTerms(template.terms, change, campaignId);
  const terms = within(
    'terms',
    consistent({ ...changed, isCaseSensitive: patched(changed.isCaseSensitive, isCaseSensitive) }),
  );
  if (isFailure(terms)) return terms;
  return {
    ...template,
    name: patched(template.name, patch.name),
    description: patched(template.description, patch.description),
    codePattern: patched(template.codePattern, patch.codePattern),
    terms,
    metadata: patched(template.metadata, patch.metadata),
    version: template.version + 1,
    updatedAt: now,
  };
}

/** GraphQL's `CreateCouponsFromTemplateInput`, checked. */
export const order = z
  .object({
    templateId: z.string(),
    count: none(z.int().min(1, 'Expected at least 1.').max(maxCoupons, `Expected at most ${maxCoupons}.`)),
    codes: none(
      z
        .array(code)
        .min(1, 'Expected at least one code.')
        .max(maxCoupons, `Expected up to ${maxCoupons} codes.`),
    ),
    isDraft: z.boolean().default(false),
  })
  .refine(({ count, codes }) => (count === null) !== (codes === null), {
    path: ['count'],
    error: 'Expected either `count` or `codes`.',
  });

/** Whichever of the coupons to be made has the code of one before. */
export function codeTwice(coupons: readonly Coupon[]): InvalidInput | null {
  const keys = coupons.map(({ codeKey }) => codeKey);
  const index = keys.findIndex((key, index) => keys.indexOf(key) < index);
  if (index === -1) return null;
  return invalidInput([{ path: ['codes', String(index)], message: 'Expected another code for each.' }]);
}
