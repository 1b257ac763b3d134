import { setTimeout as pause } from 'node:timers/promises';
import {
  apply,
  endReservation,
  makeCampaign,
  makeCoupon,
  nameOf,
  reserve,
  voidRedemption,
} from '../races/requests.js';
import { createClient, type Client, type Reply } from '../testkit/client.js';
import type { Answer, Line, Operation } from './history.js';

/** What clients want, until it is used up: made anew from time to time, so that there is always something to fight for. */
interface Goods {
  /** For everybody, and never given back. */
  readonly hot: string;
  /** Twice for each customer, out of the budget of a campaign. */
  readonly budgeted: readonly string[];
  /** Given back again and again. */
  readonly returned: string;
  readonly reserved: string;
}

export interface Clients {
  readonly lines: readonly Line[];
  /** By name of limit: how much there is of it. */
  readonly limits: Readonly<Record<string, number>>;
  /** Answers that nobody should get. */
  readonly unexpected: readonly string[];
  /** Makes new goods, for all who come from now on. */
  restock(): Promise<void>;
  /** Everyone is answered for good, and then nobody asks for more. */
  stop(): Promise<void>;
  /** Reads all limits once more. */
  readAll(): Promise<void>;
}

interface Options {
  readonly urls: () => readonly string[];
  readonly key: string;
  readonly count: number;
  readonly random: () => number;
  readonly onLine: (line: Line) => void;
}

/** Longer than that nobody waits: they send it again elsewhere, while the first may still be under way. */
const patienceMs = 8_000;
const customers = ['ada', 'grace', 'edsger', 'barbara', 'tony'];
const usesName = (code: string) => `uses of ${code}`;

/** Clients that use codes, give back, reserve and look, each one step after the other, until they are stopped. */
export function startClients({ urls, key, count, random, onLine }: Options): Clients {
  const began = performance.now();
  const now = () => performance.now() - began;
  const lines: Line[] = [];
  const limits: Record<string, number> = {};
  const unexpected: string[] = [];
  let goods: Goods | undefined;
  let isStopping = false;
  let numbers = 0;
  let campaigns = 0;

  const pick = <T>(among: readonly T[]): T => among[Math.floor(random() * among.length)]!;

  async function send(url: string, ask: (client: Client) => Promise<Reply>): Promise<Reply | string> {
    let timer: NodeJS.Timeout | undefined;
    const impatience = new Promise<string>((resolve) => {
      timer = setTimeout(() => resolve('no patience'), patienceMs);
    });
    const reply = ask(createClient(url, key)).catch((error: { cause?: { code?: string } }) => {
      if (error.cause?.code === undefined) throw error;
      return error.cause.code;
    });
    return Promise.race([reply, impatience]).finally(() => clearTimeout(timer));
  }

  /** One request, sent to one server after the other until it is answered for good. */
  async function request(
    client: number,
    operation: Operation,
    ask: (client: Client, fields: { idempotencyKey: string }) => Promise<Reply>,
    read: (reply: Reply) => Answer | null,
  ): Promise<{ key: string; reply: Reply; answer: Answer }> {
    const key = `request-${numbers++}`;
    for (let attempt = 0; ; attempt++) {
      const start = now();
      const reply = await send(pick(urls()), (client) => ask(client, { idempotencyKey: key }));
      const why = typeof reply === 'string' ? reply : reply.status === 503 ? nameOf(reply) : null;
      const answer = why !== null ? { kind: 'UNKNOWN' as const, why } : read(reply as Reply);
      if (answer === null) unexpected.push(`${key}: ${nameOf(reply as Reply)}`);
      const line = { client, key, operation, start, end: now() };
      const told = answer ?? { kind: 'UNKNOWN' as const, why: 'unexpected' };
      lines.push({ ...line, answer: told });
      onLine({ ...line, answer: told });
      // Who has been told that it was done asks again now and then, elsewhere: they are told the same.
      const isDone = why === null && !(told.kind === 'OK' && attempt === 0 && random() < 0.1);
      if (isDone) return { key, reply: reply as Reply, answer: told };
      if (why !== null) await pause(Math.min(20 * 2 ** attempt, 500));
    }
  }

  const refusals: Readonly<Record<string, (code: string, customer: string, campaign: string) => string>> = {
    UsageLimitReachedError: usesName,
    CustomerLimitReachedError: (code, customer) => `${code} by ${customer}`,
    LimitReachedError: (_, __, campaign) => campaign,
  };

  async function use(client: number, code: string, takes: Record<string, number>, campaign = '') {
    const customerId = pick(customers);
    const all = campaign === '' ? takes : { ...takes, [`${code} by ${customerId}`]: 1 };
    if (campaign !== '') limits[`${code} by ${customerId}`] = 2;
    return request(
      client,
      { kind: 'TAKE', takes: all },
      (client, fields) => apply(client, code, { customerId, ...fields }),
      (reply) => {
        const name = nameOf(reply);
        if (name === 'ApplyCouponSuccess') return { kind: 'OK', body: JSON.stringify(reply.data) };
        const by = refusals[name]?.(code, customerId, campaign);
        return by === undefined ? null : { kind: 'REFUSED', by };
      },
    );
  }

  const done = (reply: Reply): Answer | null =>
    nameOf(reply).endsWith('Success') ? { kind: 'OK', body: JSON.stringify(reply.data) } : null;

  const steps: readonly ((client: number, goods: Goods) => Promise<unknown>)[] = [
    (client, { hot }) => use(client, hot, { [usesName(hot)]: 1 }),
    (client, { budgeted }) => {
      const campaign = `budget of ${budgeted.join()}`;
      const code = pick(budgeted);
      return use(client, code, { [campaign]: 10, [usesName(code)]: 1 }, campaign);
    },
    async (client, { returned }) => {
      const { key, reply, answer } = await use(client, returned, { [usesName(returned)]: 1 });
      if (answer.kind !== 'OK') return;
      const { id } = reply.data.applyCoupon.redemption;
      const back = { kind: 'GIVE' as const, of: key };
      await request(client, back, (client, fields) => voidRedemption(client, id, fields), done);
    },
    async (client, { reserved }) => {
      const checkout = `checkout-${numbers}`;
      const limit = usesName(reserved);
      const { key, reply, answer } = await request(
        client,
        { kind: 'TAKE', takes: { [limit]: 1 } },
        (client, fields) => reserve(client, [reserved], checkout, fields),
        ({ data }) => {
          const { __typename: name, reservation, refusals } = data.reserveCoupons;
          if (name === 'ReserveCouponsSuccess') return { kind: 'OK', body: reservation.id };
          return refusals?.[0].__typename === 'UsageLimitReachedError'
            ? { kind: 'REFUSED', by: limit }
            : null;
        },
      );
      if (answer.kind !== 'OK') return;
      const { id } = reply.data.reserveCoupons.reservation;
      const isKept = random() < 0.2;
      await request(
        client,
        isKept ? { kind: 'KEEP' } : { kind: 'GIVE', of: key },
        (client, fields) =>
          endReservation(client, isKept ? 'confirmReservation' : 'releaseReservation', id, fields),
        done,
      );
    },
    (client, { hot, returned, reserved }) => look(client, pick([hot, returned, reserved])),
  ];

  const look = (client: number, code: string) => {
    let taken = 0;
    return request(
      client,
      { kind: 'READ', limit: usesName(code) },
      (client) => readUses(client, code, (count) => (taken = count)),
      () => ({ kind: 'SEEN', taken }),
    );
  };

  async function client(number: number): Promise<void> {
    while (!isStopping) {
      if (goods) await pick(steps)(number, goods);
      else await pause(10);
    }
  }
  const all = Promise.all(Array.from({ length: count }, (_, number) => client(number)));

  /** Somebody who makes something tries until they have it: what they made before and were not told of is left alone. */
  async function make<T>(work: (client: Client) => Promise<T>): Promise<T> {
    for (;;) {
      const made = await Promise.race([
        work(createClient(pick(urls()), key)).catch(() => undefined),
        pause(patienceMs, undefined),
      ]);
      if (made !== undefined) return made;
      await pause(50);
    }
  }
  async function coupon(maxUses: number, fields: object = {}): Promise<string> {
    const { code } = await make((client) => makeCoupon(client, { maxUses, ...fields }));
    limits[usesName(code)] = maxUses;
    return code;
  }

  return {
    lines,
    limits,
    unexpected,
    async restock() {
      campaigns++;
      const campaignId = await make((client) =>
        makeCampaign(client, { budget: { amount: '205.00', currency: 'GBP' } }),
      );
      const [hot, returned, reserved, ...budgeted] = [
        await coupon(40 + campaigns),
        await coupon(2),
        await coupon(5),
        await coupon(100, { campaignId, perCustomerLimit: 2 }),
        await coupon(100, { campaignId, perCustomerLimit: 2 }),
        await coupon(100, { campaignId, perCustomerLimit: 2 }),
      ] as const;
      limits[`budget of ${budgeted.join()}`] = 205;
      goods = { hot, returned, reserved, budgeted };
    },
    async stop() {
      isStopping = true;
      await all;
    },
    async readAll() {
      for (const limit of Object.keys(limits))
        if (limit.startsWith('uses of ')) await look(0, limit.slice('uses of '.length));
    },
  };
}

/** The answer as it came, and what it says: one may be that it is to be asked again. */
async function readUses(client: Client, code: string, tell: (count: number) => void): Promise<Reply> {
  const reply = await client.send(
    'query ($code: String!) { couponByCode(code: $code) { __typename usesCount } }',
    { code },
  );
  if (reply.status === 200) tell(reply.data.couponByCode.usesCount);
  return reply;
}
