/** Which templates a list holds. Everything given must hold. */
export interface TemplateFilter {
  readonly namePrefix?: string | null | undefined;
}

export interface TemplateOrder {
  readonly field: 'CREATED_AT' | 'NAME';
  readonly direction: 'ASC' | 'DESC';
}

export const newestFirst: TemplateOrder = { field: 'CREATED_AT', direction: 'DESC' };
