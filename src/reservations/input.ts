import { z } from 'zod';
import { circumstances, identified, reference } from '../evaluation/asked.js';
import { metadataOrEmpty } from '../lib/input.js';
import type { SuccessOf } from '../lib/outcome.js';

const maxCodes = 20;
const maxSeconds = 7 * 24 * 60 * 60;

/** What a checkout wants to hold, and for how many seconds. */
export const wish = circumstances
  .extend({
    codes: z
      .array(z.string())
      .min(1, 'Expected at least one code.')
      .max(maxCodes, `Expected up to ${maxCodes} codes.`),
    reference,
    seconds: z
      .int()
      .min(1, 'Expected at least a second.')
      .max(maxSeconds, `Expected up to ${maxSeconds} seconds, which is a week.`)
      .default(15 * 60),
    isPartial: z.boolean().default(false),
    metadata: metadataOrEmpty,
  })
  .transform(identified);

export type Wish = SuccessOf<z.output<typeof wish>>;

/** The order that a checkout has become, if it is not named as the checkout was. */
export const confirmation = z.object({ reference: reference.nullish().transform((given) => given ?? null) });
