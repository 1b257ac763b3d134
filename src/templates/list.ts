import type { OrderBy } from '../lib/page.js';

/** Which templates a list holds. Everything given must hold. */
export interface TemplateFilter {
  readonly namePrefix?: string | null | undefined;
}

export type TemplateOrder = OrderBy<'CREATED_AT' | 'NAME'>;

export const newestFirst: TemplateOrder = { field: 'CREATED_AT', direction: 'DESC' };
