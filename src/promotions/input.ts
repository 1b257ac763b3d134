import { z } from 'zod';
import { asking, circumstances, identified } from '../evaluation/asked.js';
import { metadataOrEmpty, moneyInput, none } from '../lib/input.js';
import type { SuccessOf } from '../lib/outcome.js';

/** As many codes as the best combination is found of exactly. */
const maxCodes = 30;

export const codes = z.array(z.string()).max(maxCodes, `Expected up to ${maxCodes} codes.`);

export const goals = ['PRIORITY', 'BEST_FOR_CUSTOMER', 'CHEAPEST_FOR_MERCHANT'] as const;

/** How it is chosen what is used together, where not everything can be. */
export type Goal = (typeof goals)[number];

const cart = circumstances.extend({
  goal: z.enum(goals).default('PRIORITY'),
  automatic: z.boolean().default(true),
});

/** Windows of limits begin before an instant and end after it, and the calendar has an end on both sides. */
const [firstYear, lastYear] = [1000, 9000];

export const evaluateAt = none(
  z
    .date()
    .refine(
      (at) => at.getUTCFullYear() >= firstYear && at.getUTCFullYear() <= lastYear,
      `Expected an instant from the year ${firstYear} to the year ${lastYear}.`,
    ),
);

const maxTimeLimitMs = 5_000;

const timeLimitMs = none(
  z.int().min(1, 'Expected at least 1.').max(maxTimeLimitMs, `Expected at most ${maxTimeLimitMs}.`),
);

/** GraphQL's `ValidateCouponsInput`, checked. */
export const validation = cart
  .extend({
    codes: codes.min(1, 'Expected at least one code.'),
    explain: z.boolean().default(false),
    evaluateAt,
    timeLimitMs,
  })
  .transform(identified);

/** GraphQL's `PreviewPromotionsInput`, checked. */
export const preview = cart
  .extend({
    codes: codes.default([]),
    evaluateAt,
    timeLimitMs,
  })
  .transform(identified);

/** GraphQL's `CheckEligibilityInput`, checked. */
export const eligibility = circumstances
  .omit({ reference: true })
  .extend({ of: asking, evaluateAt })
  .transform(identified);

/** GraphQL's `ApplyPromotionsInput`, checked. */
export const application = cart
  .extend({
    codes: codes.default([]),
    isPartial: z.boolean().default(false),
    expectedSaving: none(moneyInput),
    metadata: metadataOrEmpty,
  })
  .transform(identified);

export type Application = SuccessOf<z.output<typeof application>>;
