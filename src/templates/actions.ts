import { announce } from '../audit/actions.js';
import { existingCampaign, makeFree } from '../coupons/actions.js';
import type { Coupon } from '../coupons/core.js';
import { couponCodeTaken } from '../coupons/errors.js';
import { drawCodes, pattern, takeFree } from '../coupons/pattern.js';
import { invalidInput, parseInput, type Unchecked, within } from '../lib/input.js';
import { isFailure } from '../lib/outcome.js';
import type { Page, PageArguments } from '../lib/page.js';
import { saysNothing, type VersionedPatch } from '../lib/patch.js';
import { versionConflict } from '../lib/version.js';
import { dropLimitsOf, holdTarget } from '../limits/actions.js';
import { mutation, type MutationInput } from '../platform/idempotency.js';
import type { Scope } from '../platform/scope.js';
import { dropTargets, holdRules } from '../rules/actions.js';
import { noTargets } from '../rules/core.js';
import { couponFrom, type Template } from './core.js';
import { templateInUse, templateNotFound } from './errors.js';
import { codeTwice, createdTemplate, newTemplate, order, patchedTemplate, templatePatch } from './input.js';
import { newestFirst, type TemplateFilter, type TemplateOrder } from './list.js';
import * as store from './store.js';

export const findTemplate = (scope: Scope, id: string): Promise<Template | null> => store.find(scope, id);

export const findTemplates = (scope: Scope, ids: readonly Template['id'][]): Promise<Template[]> =>
  store.findMany(scope, ids);

export const listTemplates = (
  scope: Scope,
  filter: TemplateFilter,
  orderBy: TemplateOrder | null | undefined,
  page: PageArguments,
): Promise<Page<Template>> => store.list(scope, filter, orderBy ?? newestFirst, page);

interface UncheckedTerms extends Unchecked {
  readonly campaignId?: string | null | undefined;
}

interface CreateTemplate extends MutationInput, Unchecked {
  readonly terms: UncheckedTerms;
}

export const createTemplate = mutation('createTemplate', async (scope, input: CreateTemplate) => {
  const checked = parseInput(newTemplate, input);
  if (isFailure(checked)) return checked;
  const campaignId = await existingCampaign(scope, input.terms.campaignId ?? null);
  if (isFailure(campaignId)) return campaignId;
  const template = createdTemplate(checked, { id: scope.newId('template'), campaignId, now: scope.now() });
  if (isFailure(template)) return template;

  await store.insert(scope, template);
  await announce(scope, { action: 'template.created', targetId: template.id, before: null, after: template });
  return template;
});

interface UpdateTemplate extends MutationInput, VersionedPatch {
  readonly patch: Unchecked & { readonly terms?: UncheckedTerms | null | undefined };
}

/** Coupons that are made already stay as they are. */
export const updateTemplate = mutation('updateTemplate', async (scope, input: UpdateTemplate) => {
  const patch = within('patch', parseInput(templatePatch, input.patch));
  if (isFailure(patch)) return patch;
  const asked = input.patch.terms?.campaignId;
  const campaignId = asked === undefined ? undefined : await existingCampaign(scope, asked);
  if (isFailure(campaignId)) return campaignId;

  const before = await store.lock(scope, input.id);
  if (!before) return templateNotFound(input.id);
  if (before.version !== input.version) return versionConflict(input.version, before.version);
  if (saysNothing(input.patch)) return before;

  const after = within('patch', patchedTemplate(before, patch, campaignId, scope.now()));
  if (isFailure(after)) return after;
  await store.save(scope, after);
  await announce(scope, { action: 'template.updated', targetId: after.id, before, after });
  return after;
});

export const deleteTemplate = mutation(
  'deleteTemplate',
  async (scope, input: MutationInput & { readonly id: string }) => {
    const found = await store.find(scope, input.id);
    if (!found) return templateNotFound(input.id);
    const target = { kind: 'TEMPLATE', id: found.id } as const;
    await holdRules(scope);
    await holdTarget(scope, target);
    const before = await store.lock(scope, input.id);
    if (!before) return templateNotFound(input.id);
    const couponsCount = await store.countCoupons(scope, before);
    if (couponsCount > 0) return templateInUse(before.name, couponsCount);

    await dropLimitsOf(scope, target);
    await dropTargets(scope, { ...noTargets, templateIds: [before.id] });
    await store.erase(scope, before);
    await announce(scope, { action: 'template.deleted', targetId: before.id, before, after: null });
    return { templateId: before.id };
  },
);

/** Makes as many coupons as are asked for, or none. */
export const createCouponsFromTemplate = mutation(
  'createCouponsFromTemplate',
  async (scope, input: MutationInput & Unchecked) => {
    const checked = parseInput(order, input);
    if (isFailure(checked)) return checked;
    const { templateId, count, codes, isDraft } = checked;
    const template = await store.hold(scope, templateId);
    if (!template) return templateNotFound(templateId);

    const couponWith = (code: string): Coupon => {
      const birth = { id: scope.newId('coupon'), createdBy: scope.actor, now: scope.now() };
      return couponFrom(template, { code, isDraft }, birth);
    };
    const made =
      codes === null
        ? await withDrawnCodes(scope, template, count!, couponWith)
        : await withTheseCodes(scope, codes.map(couponWith));
    return isFailure(made) ? made : { couponIds: made.map(({ id }) => id) };
  },
);

async function withTheseCodes(scope: Scope, coupons: readonly Coupon[]) {
  const twice = codeTwice(coupons);
  if (twice) return twice;
  const made = new Set(await makeFree(scope, coupons));
  const other = coupons.find((coupon) => !made.has(coupon));
  return other ? couponCodeTaken(other.code) : coupons;
}

async function withDrawnCodes(
  scope: Scope,
  { codePattern, terms }: Template,
  count: number,
  couponWith: (code: string) => Coupon,
) {
  const parts = pattern.parse(codePattern);
  const coupons = await takeFree(
    count,
    (missing) => drawCodes(parts, missing, terms.isCaseSensitive, scope.randomBytes),
    (drawn) =>
      makeFree(
        scope,
        drawn.map(({ code }) => couponWith(code)),
      ),
  );
  if (coupons.length === count) return coupons;
  const message = 'Too many codes of the template’s pattern are taken: give it more random characters.';
  return invalidInput([{ path: ['count'], message }]);
}
