import { randomUUID } from 'node:crypto';
import { isAutomatic, type Codes, type Way, type Work } from './cases.js';
import { documentFields, type Operation } from './documents.js';
import { automaticCart, automaticKinds, automaticSaving, mixedCart } from './promotions.js';
import { shopperOfThree } from './shoppers.js';

/** What one client asks for at one server. */
export interface Asking {
  readonly url: string;
  readonly isRaw: boolean;
  readonly key: string;
  readonly way: Way;
  readonly work: Work;
  readonly codes: Codes;
}

/** One request, and what follows from its reply. */
export interface Exchange {
  readonly message: string;
  /** Throws at anything but a success. Gives what to ask next, or else the id of the redemption, if one was to be made. */
  readonly read: (reply: string) => Exchange | string | null;
}

/** How a server is asked for one kind of work; clients are numbered from 0. */
export type Dialogue = (client: number) => Exchange;

/** A cart of 59.90, of which every code here takes a tenth. */
const subtotal = '59.90';
const discount = '5.99';
/** Evenly among all that there could be: a shop's carts come again and again. */
const automaticCarts = 50;
/** Different ones, for the codes that get along with each other in all ways. */
const carts = 300;
const valuation = '"discount":{"amount":"5.99","currency":"GBP"},"total":{"amount":"53.91","currency":"GBP"}';

/** What is told of replies beside. */
export interface Notes {
  unproven: number;
}

export function dialogueOf(asking: Asking, notes: Notes): Dialogue {
  const { work } = asking;
  if (asking.isRaw) return plainly(asking);
  if (isAutomatic(work)) return previewingAutomatic(asking);
  if (work === 'preview-best' || work === 'preview-priority') return previewingCodes(asking, notes);
  if (work === 'reserve-confirm') return checkout(asking);
  return work.startsWith('validate') ? validating(asking) : applying(asking);
}

/** What is filled in: of each client's own, or new each time. */
const gap = { code: '<code>', customer: '<customer>', key: '<key>', branch: '<branch>', id: '<id>' };

const order = { subtotal: { amount: subtotal, currency: 'GBP' } };

function validating(asking: Asking): Dialogue {
  const asked = asking.work === 'validate' ? { order } : shopperOfThree;
  const ask = graphql(asking, 'validate', { code: gap.code, ...asked, customerId: gap.customer });
  const success = `{"data":{"validateCoupon":{"__typename":"ValidateCouponSuccess",${valuation}}}}\n`;
  const read =
    asking.way === 'sdk'
      ? readingAll('validateCoupon', () => null)
      : (reply: string) => (reply === success ? null : refuse(reply));
  const code = codesFor(asking.codes);
  return (client) => ({ message: ask({ code: code(client), customer: customer() }), read });
}

function applying(asking: Asking): Dialogue {
  const { work, codes } = asking;
  const isOfLimits = work !== 'apply-hot' && work !== 'apply-uniform';
  const ask = graphql(asking, 'apply', {
    code: gap.code,
    order,
    customerId: gap.customer,
    idempotencyKey: gap.key,
    // All codes with limits are asked for alike, so that only the limits differ.
    ...(isOfLimits && { channel: 'web', attributes: { branch: gap.branch } }),
    ...(work === 'apply-card' && { amount: discount }),
  });
  const read =
    asking.way === 'sdk'
      ? readingAll('applyCoupon', ({ redemption }) => redemption.id)
      : reading(
          '{"data":{"applyCoupon":{"__typename":"ApplyCouponSuccess","redemption":{"id":"',
          `"},${valuation}}}}\n`,
        );
  const code = codesFor(codes, work === 'apply-card');
  const key = keysOfOwn();
  return (client) => ({
    message: ask({ code: code(client), customer: customer(), key: key(), branch: branch() }),
    read,
  });
}

function checkout(asking: Asking): Dialogue {
  const reserve = graphql(asking, 'reserve', {
    codes: [gap.code],
    order,
    reference: { id: gap.id },
    customerId: gap.customer,
    idempotencyKey: gap.key,
    channel: 'web',
    attributes: { branch: gap.branch },
  });
  const confirm = graphql(asking, 'confirm', { id: gap.id, idempotencyKey: gap.key });
  const readHeld = reading(
    '{"data":{"reserveCoupons":{"__typename":"ReserveCouponsSuccess","reservation":{"id":"',
    `","redemptions":[{${valuation}}]}}}}\n`,
  );
  const readUsed = reading(
    '{"data":{"confirmReservation":{"__typename":"ConfirmReservationSuccess","reservation":{"redemptions":[{"status":"COMPLETED","id":"',
    '"}]}}}}\n',
  );
  const code = codesFor(asking.codes);
  const key = keysOfOwn();
  return (client) => ({
    message: reserve({
      code: code(client),
      customer: customer(),
      key: key(),
      id: key(),
      branch: branch(),
    }),
    read: (reply) => ({ message: confirm({ id: readHeld(reply), key: key() }), read: readUsed }),
  });
}

function plainly(asking: Asking): Dialogue {
  const { work, codes } = asking;
  const code = codesFor(codes);
  const asked = { code: gap.code, subtotal: 5990, customerId: gap.customer };
  if (work === 'validate') {
    const ask = post(asking, '/validate', asked);
    const success = '{"discount":599,"total":5391}';
    const read = (reply: string) => (reply === success ? null : refuse(reply));
    return (client) => ({ message: ask({ code: code(client), customer: customer() }), read });
  }
  const ask = post(asking, '/apply', { ...asked, idempotencyKey: gap.key });
  const read = reading('{"redemptionId":"', '","discount":599,"total":5391}');
  const key = keysOfOwn();
  return (client) => ({ message: ask({ code: code(client), customer: customer(), key: key() }), read });
}

const allCarts = Array.from({ length: carts }, mixedCart);
/** What the best, and what the first come, save for each of them. */
const savings = { 'preview-best': new Map<number, number>(), 'preview-priority': new Map<number, number>() };

/** Each cart must be answered alike each time, and the best must save no less than any other choice. */
function previewingCodes(asking: Asking, notes: Notes): Dialogue {
  const isBest = asking.work === 'preview-best';
  const own = savings[isBest ? 'preview-best' : 'preview-priority'];
  const { prefix, count } = asking.codes;
  const codes = Array.from({ length: count }, (_, number) => `${prefix}${number}`);
  const goal = isBest ? 'BEST_FOR_CUSTOMER' : 'PRIORITY';
  const messages = allCarts.map((cart) => graphql(asking, 'preview', { codes, order: { cart }, goal })({}));
  return () => {
    const index = Math.floor(Math.random() * carts);
    return {
      message: messages[index]!,
      read(reply) {
        const { combination } = JSON.parse(reply).data.previewPromotions;
        const saved = Number(combination?.youSave.amount);
        const isSame = (own.get(index) ?? saved) === saved;
        own.set(index, saved);
        const best = savings['preview-best'].get(index) ?? Infinity;
        const byPriority = savings['preview-priority'].get(index) ?? 0;
        if (!(saved > 0) || !isSame || best < byPriority || combination.applied.length === 0) refuse(reply);
        if (isBest && !combination.search.isExact) notes.unproven++;
        return null;
      },
    };
  };
}

/** The promotions that fit must come to the cart, all of them and no others. */
function previewingAutomatic(asking: Asking): Dialogue {
  const { prefix, count } = asking.codes;
  const different = Math.min(count, automaticCarts);
  const exchanges = Array.from({ length: different }, (_, index): Exchange => {
    const number = Math.floor((index * count) / different);
    const message = graphql(asking, 'preview', automaticCart(number))({});
    const applied = automaticKinds.map((kind) => `{"coupon":{"code":"${prefix}${kind}${number}"}}`).join(',');
    const success =
      '{"data":{"previewPromotions":{"__typename":"PreviewPromotionsSuccess","combination":{"youSave":' +
      `{"amount":"${automaticSaving}","currency":"GBP"},"applied":[${applied}],"search":null}}}}\n`;
    return { message, read: (reply) => (reply === success ? null : refuse(reply)) };
  });
  return () => exchanges[Math.floor(Math.random() * different)]!;
}

type Gaps = Readonly<Partial<Record<keyof typeof gap, string>>>;
type Ask = (filled: Gaps) => string;

const graphql = (asking: Asking, operation: Operation, input: object): Ask =>
  post(asking, '/graphql', { ...documentFields(operation, asking.way), variables: { input } });

/** Whole requests but for their gaps, made once. What fills a gap is ASCII, and needs no escapes in JSON. */
function post({ url, key }: Asking, path: string, body: object): Ask {
  const head =
    `POST ${path} HTTP/1.1\r\nhost: ${new URL(url).host}\r\ncontent-type: application/json\r\n` +
    `x-api-key: ${key}\r\ncontent-length: `;
  const pieces = JSON.stringify(body).split(/<(\w+)>/);
  return (filled) => {
    let text = pieces[0]!;
    for (let index = 1; index < pieces.length; index += 2) {
      text += filled[pieces[index] as keyof Gaps]! + pieces[index + 1]!;
    }
    return `${head}${text.length}\r\n\r\n${text}`;
  };
}

/** The whole reply is known but for one id. */
const reading = (before: string, after: string) => (reply: string) => {
  const isSuccess = reply.startsWith(before) && reply.endsWith(after);
  const id = reply.slice(before.length, -after.length);
  return isSuccess && /^\w+$/.test(id) ? id : refuse(reply);
};

/** Of a reply with much more in it. */
const readingAll =
  <T>(field: string, idOf: (answer: { redemption: { id: string } }) => T) =>
  (reply: string): T => {
    const answer = JSON.parse(reply).data?.[field];
    if (!answer?.__typename.endsWith('Success') || answer.discount.amount !== discount) refuse(reply);
    return idOf(answer);
  };

const codesFor =
  ({ prefix, count, step = 1 }: Codes, isOfClient = false) =>
  (client: number): string =>
    prefix + (isOfClient ? client % count : Math.floor(Math.random() * count)) * step;

/** Of so many customers that hardly any comes twice for a code, as in a flash sale. */
const customer = () => `customer-${Math.floor(Math.random() * 1e9)}`;
const branch = () => `branch-${Math.floor(Math.random() * 100)}`;

function keysOfOwn(): () => string {
  const prefix = randomUUID();
  let number = 0;
  return () => `${prefix}-${number++}`;
}

export function refuse(reply: string): never {
  throw new Error(`Expected a success, but got ${reply}`);
}
