/**
 * What the server does with coupons, said once more and as plainly as can be: nothing is kept but what happened, and
 * whatever is limited is counted anew from that. The properties in model.test.ts compare the two.
 */

export type Measure = 'USES' | 'DISCOUNT' | 'ORDER_VALUE';
export type Per = 'EVERYONE' | 'CUSTOMER' | 'CHANNEL' | 'ATTRIBUTE';
export type Window = 'LIFETIME' | 'HOUR' | 'DAY' | 'WEEK' | 'MONTH' | 'ROLLING';
export type Cause = 'VOID' | 'CANCEL' | 'REFUND';

export interface Coupon {
  readonly code: string;
  readonly kind: 'PERCENT' | 'FIXED' | 'CARD';
  /** Percent, or pence. */
  readonly amount: number;
  maxUses: number | null;
  perCustomerLimit: number | null;
  isInCampaign: boolean;
  state: 'ACTIVE' | 'REVOKED' | 'DELETED';
  balance: number;
}

export interface Limit {
  readonly name: string;
  readonly target: 'COUPON' | 'CAMPAIGN' | 'TEMPLATE' | 'TENANT';
  readonly code: string | null;
  readonly per: Per;
  readonly window: Window;
  readonly measure: Measure;
  /** Of money. */
  readonly currency: 'GBP' | 'EUR';
  ceiling: number;
  overrun: number;
}

interface Redemption {
  readonly name: string;
  readonly code: string;
  readonly isInCampaign: boolean;
  customer: string | null;
  readonly channel: string | null;
  readonly branch: string | null;
  readonly at: number;
  readonly currency: string;
  readonly subtotal: number;
  readonly discount: number;
  reference: string | null;
  readonly request: string;
  readonly reservation: string | null;
  status: 'RESERVED' | 'COMPLETED' | 'VOIDED' | 'EXPIRED';
  uses: number;
  discountCounted: number;
  orderCounted: number;
  unitsBack: number;
  discountBack: number;
}

interface Reservation {
  readonly reference: string;
  readonly request: string;
  readonly expiresAt: number;
  /** Why it holds no more than a part. */
  readonly refusals: Answers;
  status: 'ACTIVE' | 'CONFIRMED' | 'RELEASED' | 'REPLACED' | 'EXPIRED';
}

export interface World {
  now: number;
  isCampaignPaused: boolean;
  /** Of the campaign's uses, only these causes give back. */
  readonly usesReturn: readonly Cause[];
  coupons: Record<string, Coupon>;
  limits: Limit[];
  redemptions: Record<string, Redemption>;
  reservations: Record<string, Reservation>;
  keys: Record<string, { readonly request: string; readonly redemption: string }>;
  /** Identity -> whose it is; who is not here is by themselves. */
  customers: Record<string, string>;
}

/** Of all carts: one line of so many units. */
export const units = 5;

export interface Wish {
  readonly identities: readonly string[];
  readonly channel: string | null;
  readonly branch: string | null;
  readonly currency: string;
  /** In pence, a multiple of `units`. */
  readonly subtotal: number;
  readonly reference: string | null;
}

export type Op =
  | (Wish & { readonly do: 'apply'; readonly code: string; readonly key: string | null })
  | (Wish & { readonly do: 'validate'; readonly code: string })
  | (Wish & {
      readonly do: 'reserve';
      readonly codes: readonly string[];
      readonly reference: string;
      readonly seconds: number;
      readonly isPartial: boolean;
    })
  | { readonly do: 'confirm'; readonly reservation: string; readonly reference: string | null }
  | { readonly do: 'release'; readonly reservation: string }
  | { readonly do: 'expire'; readonly reservation: string }
  | {
      readonly do: 'void';
      readonly redemption: string;
      readonly cause: Cause;
      readonly units: number | null;
    }
  | { readonly do: 'revoke' | 'delete'; readonly code: string }
  | { readonly do: 'edit'; readonly code: string; readonly patch: Partial<Coupon> }
  | { readonly do: 'pause' | 'resume' }
  | { readonly do: 'limit'; readonly limit: Omit<Limit, 'name'> }
  | { readonly do: 'amend'; readonly name: string; readonly ceiling: number; readonly overrun: number }
  | { readonly do: 'repeal'; readonly name: string }
  | { readonly do: 'link'; readonly identities: readonly string[] };

/** What may be answered: each part is one of several words, where the server is free to say which it found first. */
export type Answers = readonly (readonly string[])[];

const ok = (...more: string[]): Answers => [[['ok', ...more].join(' ')]];
const failed = (...names: string[]): Answers => [names];

const whose = (world: World, identities: readonly string[]): string | null => {
  const [identity] = identities;
  return identity === undefined ? null : (world.customers[identity] ?? identity);
};

function link(world: World, identities: readonly string[]): void {
  const old = new Set(identities.map((identity) => whose(world, [identity])!));
  if (old.size < 2) return;
  const name = [...old].sort().join('+');
  for (const [identity, customer] of Object.entries(world.customers))
    if (old.has(customer)) world.customers[identity] = name;
  for (const identity of identities) world.customers[identity] = name;
  for (const redemption of Object.values(world.redemptions))
    if (redemption.customer !== null && old.has(redemption.customer)) redemption.customer = name;
}

const tokyo = 9 * 3_600_000;
const day = 86_400_000;

/** In which of the windows an instant lies; all are those of Tokyo, where clocks are never put. */
function windowOf(window: Exclude<Window, 'ROLLING'>, at: number): number {
  const local = at + tokyo;
  switch (window) {
    case 'LIFETIME':
      return 0;
    case 'HOUR':
      return Math.floor(at / 3_600_000);
    case 'DAY':
      return Math.floor(local / day);
    case 'WEEK':
      return Math.floor((local / day + 3) / 7);
    case 'MONTH':
      return new Date(local).getUTCFullYear() * 12 + new Date(local).getUTCMonth();
  }
}

export const rollingSeconds = 3_600;

/** A use leaves a rolling window of an hour with the last of the minute that it is in. */
const isInWindow = (window: Window, at: number, now: number): boolean =>
  window === 'ROLLING'
    ? Math.floor(at / 60_000) * 60_000 + 60_000 > now - rollingSeconds * 1_000
    : windowOf(window, at) === windowOf(window, now);

type Counted = Pick<Redemption, 'code' | 'customer' | 'channel' | 'branch' | 'isInCampaign'>;

/** The codes of the coupons that were made from the one template: some that are in the campaign at first, and some not. */
export const ofTemplate: readonly string[] = ['EACH', 'CAMP', 'FREE'];

const concerns = (limit: Limit, { code, isInCampaign }: Counted): boolean =>
  ({
    COUPON: limit.code === code,
    CAMPAIGN: isInCampaign,
    TEMPLATE: ofTemplate.includes(code),
    TENANT: true,
  })[limit.target];

const keyOf = (limit: Limit, { customer, channel, branch }: Counted): string =>
  ({ EVERYONE: null, CUSTOMER: customer, CHANNEL: channel, ATTRIBUTE: branch })[limit.per] ?? '';

function usedOf(world: World, limit: Limit, place: Counted): number {
  return Object.values(world.redemptions)
    .filter(
      (redemption) =>
        concerns(limit, redemption) &&
        keyOf(limit, redemption) === keyOf(limit, place) &&
        isInWindow(limit.window, redemption.at, world.now) &&
        (limit.measure === 'USES' || redemption.currency === limit.currency),
    )
    .reduce(
      (sum, { uses, discountCounted, orderCounted }) =>
        sum + { USES: uses, DISCOUNT: discountCounted, ORDER_VALUE: orderCounted }[limit.measure],
      0,
    );
}

const usesOf = (world: World, code: string, customer?: string): number =>
  Object.values(world.redemptions)
    .filter((redemption) => redemption.code === code)
    .filter((redemption) => customer === undefined || redemption.customer === customer)
    .reduce((sum, { uses }) => sum + uses, 0);

const isAlike = (limit: Limit, other: Limit): boolean =>
  (['target', 'code', 'per', 'window', 'measure'] as const).every((part) => limit[part] === other[part]);

/** What a coupon takes off, in pence; or the failures of which one is answered. */
/** Why nobody can use a coupon now; undefined if somebody can. */
function standingOf(world: World, { state, isInCampaign }: Coupon): string | undefined {
  if (state === 'REVOKED') return 'CouponRevoked';
  return isInCampaign && world.isCampaignPaused ? 'CampaignNotRunning' : undefined;
}

function decide(world: World, coupon: Coupon, wish: Wish): number | string[] {
  const { code, isInCampaign, maxUses, perCustomerLimit } = coupon;
  const customer = whose(world, wish.identities);
  const standing = standingOf(world, coupon);
  if (standing) return [standing];
  if (maxUses !== null && usesOf(world, code) >= maxUses) return ['UsageLimitReached'];
  if (coupon.kind === 'CARD' && coupon.balance === 0) return ['GiftCardEmpty'];
  if (perCustomerLimit !== null) {
    if (customer === null) return ['CustomerRequired'];
    if (usesOf(world, code, customer) >= perCustomerLimit) return ['CustomerLimitReached'];
  }

  const place = { code, isInCampaign, customer, channel: wish.channel, branch: wish.branch };
  const without = (measure: Measure, amount: number) =>
    world.limits
      .filter((limit) => limit.measure === measure && concerns(limit, place))
      .flatMap((limit) => {
        if (limit.per === 'CUSTOMER' && customer === null) return ['CustomerRequired'];
        if (measure !== 'USES' && wish.currency !== limit.currency) {
          const isLimitedToo = world.limits.some(
            (other) => isAlike(limit, other) && other.currency === wish.currency,
          );
          return limit.target === 'TENANT' || isLimitedToo ? [] : ['CurrencyMismatch'];
        }
        const after = usedOf(world, limit, place) + amount;
        return amount > 0 && after > limit.ceiling && after > limit.ceiling + limit.overrun
          ? ['LimitReached']
          : [];
      });
  const uses = without('USES', 1);
  if (uses.length > 0) return uses;

  if (coupon.kind !== 'PERCENT' && wish.currency !== 'GBP') return ['CurrencyMismatch'];
  const discount =
    coupon.kind === 'PERCENT'
      ? Math.round((wish.subtotal * coupon.amount) / 100)
      : Math.min(wish.subtotal, coupon.kind === 'CARD' ? coupon.balance : coupon.amount);
  if (discount === 0) return ['CouponNotApplicable'];
  const discounts = without('DISCOUNT', discount);
  if (discounts.length > 0) return discounts;
  const values = without('ORDER_VALUE', wish.subtotal);
  return values.length > 0 ? values : discount;
}

const living = (world: World, code: string): Coupon | undefined => {
  const coupon = world.coupons[code]!;
  return coupon.state === 'DELETED' ? undefined : coupon;
};

const boundTo = (world: World, code: string, reference: string | null): Redemption | undefined =>
  reference === null
    ? undefined
    : Object.values(world.redemptions).find(
        (redemption) =>
          redemption.code === code &&
          redemption.reference === reference &&
          (redemption.status === 'RESERVED' || redemption.status === 'COMPLETED'),
      );

/** Also what a checkout has used for an order. */
const heldFor = (world: World, code: string, reference: string | null): Redemption | undefined =>
  boundTo(world, code, reference) ??
  Object.values(world.redemptions).find((redemption) => {
    const reservation = world.reservations[redemption.reservation ?? ''];
    return (
      redemption.code === code &&
      redemption.status === 'COMPLETED' &&
      reservation?.status === 'CONFIRMED' &&
      reservation.reference === reference
    );
  });

/** Why a code that is held may be used no more; undefined if it may. */
const stopOf = (world: World, { code }: Redemption): string | undefined =>
  ({ REVOKED: 'CouponRevoked', DELETED: 'CouponNotFound' })[world.coupons[code]!.state as string];

function giveUp(world: World, redemption: Redemption, status: 'VOIDED' | 'EXPIRED'): void {
  const coupon = world.coupons[redemption.code]!;
  if (coupon.kind === 'CARD') coupon.balance += redemption.discount - redemption.discountBack;
  Object.assign(redemption, { status, uses: 0, discountCounted: 0, orderCounted: 0 });
}

interface Use {
  readonly name: string;
  readonly code: string;
  readonly request: string;
  readonly reservation: string | null;
}

type Used = { readonly made: Redemption } | { readonly repeated: string } | { readonly refused: string[] };

function use(world: World, { name, code, request, reservation }: Use, wish: Wish): Used {
  const coupon = living(world, code);
  if (!coupon) return { refused: ['CouponNotFound'] };
  const own = heldFor(world, code, wish.reference);
  if (own) {
    const mayReplace =
      own.status === 'RESERVED' && reservation === null && own.isInCampaign === coupon.isInCampaign;
    if (!mayReplace) {
      const isRepeat = own.request === request && (own.status === 'COMPLETED') === (reservation === null);
      if (isRepeat) return { repeated: own.name };
      return { refused: [standingOf(world, coupon) ?? 'ReferenceAlreadyRedeemed'] };
    }
  }
  const before = structuredClone(world);
  if (own) giveUp(world, own, 'VOIDED');
  const discount = decide(world, coupon, wish);
  if (typeof discount !== 'number') {
    Object.assign(world, before);
    return { refused: discount };
  }
  if (coupon.kind === 'CARD') coupon.balance -= discount;
  const made: Redemption = {
    name,
    code,
    isInCampaign: coupon.isInCampaign,
    customer: whose(world, wish.identities),
    channel: wish.channel,
    branch: wish.branch,
    at: world.now,
    currency: wish.currency,
    subtotal: wish.subtotal,
    discount,
    reference: wish.reference,
    request,
    reservation,
    status: reservation === null ? 'COMPLETED' : 'RESERVED',
    uses: 1,
    discountCounted: discount,
    orderCounted: wish.subtotal,
    unitsBack: 0,
    discountBack: 0,
  };
  world.redemptions[name] = made;
  return { made };
}

/** What the server named: the redemption or the reservation that an answer tells of. */
export type Named = string | null;

export const heldName = (reservation: string, code: string) => `${reservation} ${code}`;

function apply(world: World, op: Extract<Op, { do: 'apply' }>, named: Named): Answers {
  const { do: _, key, ...asked } = op;
  const request = JSON.stringify(asked);
  link(world, op.identities);
  const known = key === null ? undefined : world.keys[key];
  if (known) {
    return known.request === request
      ? ok(known.redemption, String(world.redemptions[known.redemption]!.discount))
      : failed('IdempotencyConflict');
  }
  const used = use(
    world,
    { name: named ?? `nameless ${JSON.stringify(op)}`, code: op.code, request, reservation: null },
    op,
  );
  if ('refused' in used) return failed(...used.refused);
  const name = 'made' in used ? used.made.name : used.repeated;
  if (key !== null) world.keys[key] = { request, redemption: name };
  return ok(name, String(world.redemptions[name]!.discount));
}

/** What applying it would be answered. */
function validate(world: World, { do: _, ...asked }: Extract<Op, { do: 'validate' }>): Answers {
  const copy = structuredClone(world);
  link(copy, asked.identities);
  const request = JSON.stringify(asked);
  const used = use(copy, { name: 'asked', code: asked.code, request, reservation: null }, asked);
  if ('refused' in used) return failed(...used.refused);
  const { discount } = 'made' in used ? used.made : copy.redemptions[used.repeated]!;
  return ok(String(discount));
}

function reserve(world: World, op: Extract<Op, { do: 'reserve' }>, named: Named): Answers {
  const { do: _, ...asked } = op;
  const request = JSON.stringify(asked);
  link(world, op.identities);
  const before = structuredClone(world);
  const current = Object.entries(world.reservations).findLast(
    ([, { status, reference }]) =>
      (status === 'ACTIVE' || status === 'CONFIRMED') && reference === op.reference,
  );
  const [last, reservation] = current ?? [];
  const held = Object.values(world.redemptions).filter(
    (redemption) => redemption.reservation !== null && redemption.reservation === last,
  );
  if (last !== undefined && reservation?.status === 'CONFIRMED') {
    if (held.some(({ status }) => status === 'COMPLETED'))
      return reservation.request === request
        ? [...ok(last), ...reservation.refusals]
        : failed('ReservationEnded');
  } else if (last !== undefined && reservation) {
    const isLive = world.now < reservation.expiresAt;
    const isWhole = held.every(({ status }) => status === 'RESERVED');
    const isStopped = held.some((redemption) => stopOf(world, redemption));
    if (isLive && isWhole && !isStopped && reservation.request === request)
      return [...ok(last), ...reservation.refusals];
    for (const redemption of heldIn(world, last)) giveUp(world, redemption, isLive ? 'VOIDED' : 'EXPIRED');
    reservation.status = isLive ? 'REPLACED' : 'EXPIRED';
  }

  const name = named ?? `nameless ${request}`;
  let left = op.subtotal;
  const refused = new Map<string, string[]>();
  // Whoever typed which code first makes no difference: by code, and gift cards pay last.
  const isCard = (code: string) => Number(world.coupons[code]!.kind === 'CARD');
  const inTurn = [...new Set(op.codes)].sort((a, b) => isCard(a) - isCard(b) || (a < b ? -1 : 1));
  for (const code of inTurn) {
    const used = use(
      world,
      { name: heldName(name, code), code, request: `${request} ${code}`, reservation: name },
      { ...op, subtotal: left },
    );
    if ('refused' in used) refused.set(code, used.refused);
    else if ('made' in used) left -= used.made.discount;
  }
  const refusals = [...new Set(op.codes)].flatMap((code) => (refused.has(code) ? [refused.get(code)!] : []));
  if (refusals.length === inTurn.length || (!op.isPartial && refusals.length > 0)) {
    Object.assign(world, before);
    return [['ReservationRefused'], ...refusals];
  }
  world.reservations[name] = {
    reference: op.reference,
    request,
    expiresAt: world.now + op.seconds * 1_000,
    refusals,
    status: 'ACTIVE',
  };
  return [...ok(name), ...refusals];
}

const heldIn = (world: World, name: string): Redemption[] =>
  Object.values(world.redemptions).filter(
    ({ reservation, status }) => reservation === name && status === 'RESERVED',
  );

function end(world: World, op: Extract<Op, { do: 'confirm' | 'release' | 'expire' }>): Answers {
  const reservation = world.reservations[op.reservation]!;
  const isOver = world.now >= reservation.expiresAt;
  if (op.do === 'expire') {
    if (reservation.status !== 'ACTIVE' || !isOver) return ok();
    for (const redemption of heldIn(world, op.reservation)) giveUp(world, redemption, 'EXPIRED');
    reservation.status = 'EXPIRED';
    return ok();
  }
  if (op.do === 'confirm' && reservation.status === 'CONFIRMED') {
    const used = Object.values(world.redemptions).filter(
      (redemption) => redemption.reservation === op.reservation && redemption.status === 'COMPLETED',
    );
    const isSame = used.every(({ reference }) => op.reference === null || reference === op.reference);
    if (used.length > 0 && isSame) return ok();
  }
  if (reservation.status !== 'ACTIVE' || isOver) return failed('ReservationEnded');
  if (op.do === 'release') {
    for (const redemption of heldIn(world, op.reservation)) giveUp(world, redemption, 'VOIDED');
    reservation.status = 'RELEASED';
    return ok();
  }
  const held = heldIn(world, op.reservation);
  if (held.length === 0) return failed('ReservationEnded');
  const stop = held.map((redemption) => stopOf(world, redemption)).find(Boolean);
  if (stop) return failed(stop);
  for (const { code, name } of held) {
    const other = boundTo(world, code, op.reference);
    if (other && other.name !== name) return failed('ReferenceAlreadyRedeemed');
  }
  for (const redemption of held)
    Object.assign(redemption, { status: 'COMPLETED', reference: op.reference ?? redemption.reference });
  reservation.status = 'CONFIRMED';
  return ok();
}

function giveBack(world: World, op: Extract<Op, { do: 'void' }>): Answers {
  const redemption = world.redemptions[op.redemption]!;
  if (redemption.status === 'RESERVED' || redemption.status === 'EXPIRED')
    return failed('RedemptionReserved');
  if (redemption.status === 'VOIDED') return failed('RedemptionAlreadyVoided');
  const from = redemption.unitsBack;
  const to = op.units === null ? units : from + op.units;
  if (to > units) return failed('ReturnExceedsQuantity');

  const share = (back: number) => {
    const subtotal = Math.floor((redemption.subtotal * back) / units);
    return { subtotal, discount: Math.floor((redemption.discount * subtotal) / redemption.subtotal) };
  };
  const subtotal = share(to).subtotal - share(from).subtotal;
  const discount = share(to).discount - share(from).discount;
  const isWhole = to === units;
  const coupon = world.coupons[redemption.code]!;
  if (coupon.kind === 'CARD') coupon.balance += discount;
  if (!redemption.isInCampaign || world.usesReturn.includes(op.cause)) {
    redemption.uses = isWhole ? 0 : 1;
    redemption.discountCounted -= discount;
    redemption.orderCounted -= subtotal;
  }
  redemption.unitsBack = to;
  redemption.discountBack += discount;
  if (isWhole) redemption.status = 'VOIDED';
  return ok(String(subtotal), String(discount));
}

function change(world: World, op: Extract<Op, { do: 'revoke' | 'delete' | 'edit' }>): Answers {
  const coupon = living(world, op.code);
  if (!coupon) return failed('CouponNotFound');
  if (op.do === 'edit' && coupon.state === 'REVOKED') return failed('CouponRevoked');
  if (op.do === 'edit') Object.assign(coupon, op.patch);
  else coupon.state = op.do === 'revoke' ? 'REVOKED' : 'DELETED';
  return ok();
}

/** Does what is asked, and says what may be answered. */
export function step(world: World, op: Op, named: Named): Answers {
  switch (op.do) {
    case 'apply':
      return apply(world, op, named);
    case 'validate':
      return validate(world, op);
    case 'reserve':
      return reserve(world, op, named);
    case 'confirm':
    case 'release':
    case 'expire':
      return end(world, op);
    case 'void':
      return giveBack(world, op);
    case 'revoke':
    case 'delete':
    case 'edit':
      return change(world, op);
    case 'pause':
    case 'resume':
      world.isCampaignPaused = op.do === 'pause';
      return ok();
    case 'limit':
      if (op.limit.code !== null && !living(world, op.limit.code)) return failed('LimitTargetNotFound');
      world.limits.push({ ...op.limit, name: named ?? 'nameless' });
      return ok(named ?? 'nameless');
    case 'amend': {
      const limit = world.limits.find(({ name }) => name === op.name);
      if (!limit) return failed('LimitNotFound');
      Object.assign(limit, { ceiling: op.ceiling, overrun: op.overrun });
      return ok();
    }
    case 'repeal': {
      const index = world.limits.findIndex(({ name }) => name === op.name);
      if (index < 0) return failed('LimitNotFound');
      world.limits.splice(index, 1);
      return ok();
    }
    case 'link':
      link(world, op.identities);
      return ok();
  }
}

/** All that can be seen of it afterwards. */
export const seen = (world: World) => ({
  isCampaignPaused: world.isCampaignPaused,
  coupons: Object.fromEntries(
    Object.values(world.coupons).map(
      ({ code, kind, balance, maxUses, perCustomerLimit, isInCampaign, state }) => [
        code,
        {
          maxUses,
          perCustomerLimit,
          isInCampaign,
          state,
          uses: usesOf(world, code),
          balance: kind === 'CARD' ? balance : null,
        },
      ],
    ),
  ),
  redemptions: Object.fromEntries(
    Object.values(world.redemptions).map(
      ({ name, status, uses, discountCounted, orderCounted, reference, isInCampaign }) => [
        name,
        { status, uses, discount: discountCounted, order: orderCounted, reference, isInCampaign },
      ],
    ),
  ),
  reservations: Object.fromEntries(
    Object.entries(world.reservations).map(([name, { status }]) => [name, status]),
  ),
  limits: Object.fromEntries(world.limits.map(({ name, ceiling, overrun }) => [name, { ceiling, overrun }])),
});
