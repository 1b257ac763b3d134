import { unknownProfile, type Situation, type SituationItem } from '../../src/conditions/situation.js';

export const itemNamed = (sku: string, given: Partial<SituationItem> = {}): SituationItem => ({
  sku,
  productId: null,
  categories: [],
  tags: [],
  quantity: 1,
  listMinor: 1_000n,
  ...given,
});

/** A situation of which nothing is said but what is given; its total is that of its items. */
export function situationOf({
  segments = [],
  ...given
}: Partial<Situation> & { readonly segments?: readonly string[] } = {}): Situation {
  const items = given.items ?? null;
  return {
    now: new Date('2026-03-06T18:30:00.000Z'),
    currency: 'GBP',
    totalMinor: items?.reduce((sum, { listMinor }) => sum + listMinor, 0n) ?? 0n,
    items,
    taxBasis: null,
    channel: null,
    shippingCountry: null,
    paymentMethod: null,
    attributes: {},
    metadata: {},
    profile: unknownProfile,
    isIn: (segment) => segments.includes(segment),
    ...given,
  };
}
