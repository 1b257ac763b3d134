import type { Failure } from '../lib/outcome.js';

export interface BrandNotFound extends Failure<'BrandNotFound'> {
  readonly brandId: string;
}
export const brandNotFound = (brandId: string): BrandNotFound => ({
  failure: 'BrandNotFound',
  message: `There is no brand "${brandId}".`,
  brandId,
});

export interface BrandSlugTaken extends Failure<'BrandSlugTaken'> {
  readonly slug: string;
}
export const brandSlugTaken = (slug: string): BrandSlugTaken => ({
  failure: 'BrandSlugTaken',
  message: `Another brand has the slug "${slug}".`,
  slug,
});
