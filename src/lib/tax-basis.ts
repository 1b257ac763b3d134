import { z } from 'zod';

/** Whether amounts include tax (GROSS), or are before it (NET). Nothing is ever converted from one to the other. */
export type TaxBasis = (typeof taxBases)[number];

export const taxBases = ['GROSS', 'NET'] as const;

export const taxBasis = z.enum(taxBases);

/** What a sentence says of amounts in a basis. */
export const taxBasisText: Readonly<Record<TaxBasis, string>> = {
  GROSS: 'include tax',
  NET: 'are before tax',
};
