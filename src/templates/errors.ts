import type { Failure } from '../lib/outcome.js';

export interface TemplateNotFound extends Failure<'TemplateNotFound'> {
  readonly templateId: string;
}
export const templateNotFound = (templateId: string): TemplateNotFound => ({
  failure: 'TemplateNotFound',
  message: `There is no template "${templateId}".`,
  templateId,
});

export interface TemplateInUse extends Failure<'TemplateInUse'> {
  readonly couponsCount: number;
}
export const templateInUse = (name: string, couponsCount: number): TemplateInUse => ({
  failure: 'TemplateInUse',
  message: `Of the template "${name}" there are ${couponsCount} coupons, which have its rules and limits.`,
  couponsCount,
});
