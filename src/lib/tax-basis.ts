import { z } from 'zod';

/** Whether amounts include tax (GROSS), or are before it (NET). Nothing is ever converted from one to the other. */
export type TaxBasis = (typeof taxBases)[number];

export const taxBases = ['GROSS', 'NET'] as const;

export const taxBasis = z.enum(taxBases);

/** How a sentence tells of amounts in a basis; null is not said. */
export const taxBasisText: Readonly<Record<TaxBasis, string>> = {
  GROSS: 'including tax',
  NET: 'before tax',
};
