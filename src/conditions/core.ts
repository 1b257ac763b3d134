/** A condition on an order, its customer, and the moment. */
export type Condition =
  | { readonly kind: 'ALL'; readonly of: readonly Condition[] }
  | { readonly kind: 'ANY'; readonly of: readonly Condition[] }
  | { readonly kind: 'NOT'; readonly of: Condition };
