import { describe, expect, test } from 'vitest';
import { updateBrand } from '../../src/brands/actions.js';
import { activateFan, findFan, registerFan } from '../../src/fans/actions.js';
import {
  deliver,
  findDeliveriesOfFans,
  findDelivery,
  giveUpDelivery,
  retryDelivery,
} from '../../src/fans/actions/deliveries.js';
import { createMailer, type Mail, type Mailer } from '../../src/platform/mail.js';
import { createOutbound, type Reply } from '../../src/platform/outbound.js';
import { auditedBy } from '../testkit/events.js';
import { succeeded } from '../testkit/outcome.js';
import { ok, startReceiver, status } from '../testkit/receiver.js';
import { until } from '../testkit/until.js';
import { quickly, startHouse } from './house.js';

const house = await startHouse();
/** Gives up after the third attempt. */
const hasty = await startHouse({ patience: { ...quickly, attemptsMax: 3 } });
/** Does not wait long for an answer. */
const brisk = await startHouse({ timeLimitMs: 300 });

let people = 0;
const anybody = () => ({ name: 'Fan', email: `fan-${++people}@example.com` });

describe('given a receiver that is down', () => {
  test('when it is up again, then it gets the code, with the same body and key as every time before', async () => {
    const realiser = await startReceiver();
    realiser.answer = status(500);
    const { scope, brand } = await house.brand({ realiserUrl: realiser.url });
    const fan = succeeded(await registerFan(scope, { brandId: brand.id, ...anybody() }));
    await until('it was tried three times', () => realiser.received.length >= 3);
    expect(await house.deliveriesOf(scope, fan)).toMatchObject([
      { status: 'PENDING', lastError: 'The receiver answered 500.' },
    ]);

    // What is on offer changes meanwhile; what was promised does not.
    await updateBrand(scope, { id: brand.id, version: 1, patch: { offer: null } });
    realiser.answer = ok;
    await house.quiet();

    const [delivery] = await findDeliveriesOfFans(scope, [fan.id]);
    expect(delivery).toMatchObject({
      status: 'DELIVERED',
      attempts: realiser.received.length,
      lastError: null,
      deliveredAt: scope.now(),
    });
    expect(new Set(realiser.received.map(({ body }) => body)).size).toBe(1);
    expect(new Set(realiser.received.map(({ headers }) => headers['idempotency-key']))).toEqual(
      new Set([delivery!.id]),
    );
    expect((await auditedBy(scope)).filter(({ action }) => action.startsWith('delivery.'))).toMatchObject([
      { action: 'delivery.succeeded', actor: { kind: 'API_KEY' } },
    ]);
  });

  test('when others are up, then they get theirs meanwhile', async () => {
    const [down, up] = [await startReceiver(), await startReceiver()];
    down.answer = status(503);
    const bad = await house.brand({ realiserUrl: down.url });
    const good = await house.brand({ realiserUrl: up.url });

    for (let count = 0; count < 10; count++) {
      await registerFan(bad.scope, { brandId: bad.brand.id, ...anybody() });
    }
    await registerFan(good.scope, { brandId: good.brand.id, ...anybody() });

    await until('the good one has its code', () => up.received.length === 1, 3_000);
    down.answer = ok;
    await house.quiet();
    expect(new Set(down.received.map(({ headers }) => headers['idempotency-key'])).size).toBe(10);
    expect(up.received).toHaveLength(1);
  });

  test('when one hangs, and 24 wait for it, then it holds four slots at the most, and nothing is lost', async () => {
    const [hung, up] = [await startReceiver(), await startReceiver()];
    let open = 0;
    let most = 0;
    hung.answer = (response) => {
      most = Math.max(most, ++open);
      response.on('close', () => open--);
    };
    const bad = await brisk.brand({ realiserUrl: hung.url });
    const good = await brisk.brand({ realiserUrl: up.url });
    for (let count = 0; count < 24; count++) {
      await registerFan(bad.scope, { brandId: bad.brand.id, ...anybody() });
    }
    await until('it hangs', () => hung.received.length >= 4);

    for (let count = 0; count < 5; count++) {
      await registerFan(good.scope, { brandId: good.brand.id, ...anybody() });
    }
    await until('the good one has its codes', () => up.received.length >= 5);

    expect(most).toBeLessThanOrEqual(4);
    expect(await brisk.db.delivery.count({ where: { status: 'PENDING' } })).toBeGreaterThanOrEqual(24);
    hung.answer = ok;
    const pending = () => brisk.db.delivery.count({ where: { status: 'PENDING' } });
    await until('everything is handed over', async () => (await pending()) === 0, 25_000);
    expect(await brisk.db.delivery.count({ where: { status: 'DELIVERED' } })).toBe(29);
    expect(new Set(up.received.map(({ body }) => body)).size).toBe(5);
    expect(brisk.errors).toEqual([]);
  });

  test('when the last attempt has failed, then it is given up, and can be retried', async () => {
    const realiser = await startReceiver();
    realiser.answer = status(404);
    const { scope, brand } = await hasty.brand({ realiserUrl: realiser.url });
    const fan = succeeded(await registerFan(scope, { brandId: brand.id, ...anybody() }));
    await hasty.quiet();

    const [delivery] = await findDeliveriesOfFans(scope, [fan.id]);
    expect(delivery).toMatchObject({
      status: 'FAILED',
      attempts: 3,
      lastError: 'The receiver answered 404.',
    });
    expect(realiser.received).toHaveLength(3);
    expect((await auditedBy(scope)).at(-1)).toMatchObject({ action: 'delivery.failed' });

    realiser.answer = ok;
    const input = { id: delivery!.id, reason: 'It is up again' };
    expect(succeeded(await retryDelivery(scope, input))).toMatchObject({ status: 'PENDING', attempts: 3 });
    await hasty.quiet();
    expect(await findDelivery(scope, delivery!.id)).toMatchObject({
      status: 'DELIVERED',
      attempts: 4,
      lastError: null,
    });
    expect((await auditedBy(scope)).slice(-2)).toMatchObject([
      { action: 'delivery.retried', reason: 'It is up again' },
      { action: 'delivery.succeeded' },
    ]);
    expect(await retryDelivery(scope, input)).toEqual({
      failure: 'DeliverySucceeded',
      message: `The delivery succeeded at ${scope.now().toISOString()}.`,
      deliveredAt: scope.now(),
    });
  });

  test('when a delivery is retried that is in the queue, not there, or another’s, then nothing changes', async () => {
    const realiser = await startReceiver();
    realiser.answer = status(500);
    const { scope, brand } = await house.brand({ realiserUrl: realiser.url });
    const fan = succeeded(await registerFan(scope, { brandId: brand.id, ...anybody() }));
    const [delivery] = await findDeliveriesOfFans(scope, [fan.id]);
    const { scope: stranger } = await house.brand();

    expect(succeeded(await retryDelivery(scope, { id: delivery!.id }))).toMatchObject({ status: 'PENDING' });
    for (const [asking, id] of [
      [scope, 'nonsense'],
      [stranger, delivery!.id],
    ] as const) {
      expect(await retryDelivery(asking, { id })).toEqual({
        failure: 'DeliveryNotFound',
        message: `There is no delivery "${id}".`,
        deliveryId: id,
      });
    }
    expect((await auditedBy(scope)).some(({ action }) => action === 'delivery.retried')).toBe(false);
    realiser.answer = ok;
    await house.quiet();
  });

  test('when the brand has no realiser any more, then it is given up with the reason', async () => {
    const realiser = await startReceiver();
    realiser.answer = status(500);
    const { scope, brand } = await house.brand({ realiserUrl: realiser.url });
    const fan = succeeded(await registerFan(scope, { brandId: brand.id, ...anybody() }));
    await updateBrand(scope, { id: brand.id, version: 1, patch: { realiserUrl: null } });
    await house.quiet();

    expect(await house.deliveriesOf(scope, fan)).toMatchObject([
      { status: 'FAILED', lastError: 'The brand has no realiser any more.' },
    ]);
  });

  test('when its verifier is down for longer than a token lives, then it gets one that works', async () => {
    const verifier = await startReceiver();
    verifier.answer = status(500);
    const { scope, brand } = await house.brand({ verifierUrl: verifier.url, offer: { verifyEmail: true } });
    const fan = succeeded(await registerFan(scope, { brandId: brand.id, ...anybody() }));
    const tokenOf = (index: number) =>
      (JSON.parse(verifier.received.at(index)!.body) as { token: string }).token;
    await until('it was tried', () => verifier.received.length > 0);

    house.clock.forward(2 * 24 * 60 * 60 * 1_000);
    verifier.answer = ok;
    await house.quiet();

    expect(tokenOf(-1)).not.toBe(tokenOf(0));
    expect(await findFan(scope, fan.id)).toMatchObject({ status: 'PENDING', tokenNumber: 2 });
    expect((await auditedBy(scope)).filter(({ action }) => action === 'fan.token_sent')).toMatchObject([
      { after: { tokenNumber: 1 } },
      { after: { tokenNumber: 2 } },
    ]);
    expect(succeeded(await activateFan(scope, { token: tokenOf(-1) })).status).toBe('ACTIVE');
  });

  test('when the fan has got a code meanwhile, then the token is sent no more', async () => {
    const verifier = await startReceiver();
    verifier.answer = status(500);
    const { scope, brand } = await house.brand({ verifierUrl: verifier.url, offer: { verifyEmail: true } });
    const fan = succeeded(await registerFan(scope, { brandId: brand.id, ...anybody() }));
    await until('it was tried', () => verifier.received.length > 0);
    const { token } = JSON.parse(verifier.received[0]!.body) as { token: string };
    succeeded(await activateFan(scope, { token }));
    await house.quiet();

    expect(await house.deliveriesOf(scope, fan)).toMatchObject([
      { status: 'FAILED', lastError: 'No longer needed: the fan has a code.' },
    ]);
  });
});

test('given no mail server in production, when one is set later, then it gets the mail', async () => {
  const { scope: working, brand } = await house.brand({ offer: { verifyEmail: true } });
  const queued: object[] = [];
  const scope = {
    ...working,
    queue: { enqueue: async (...[, , data]: [unknown, unknown, object]) => void queued.push(data) },
  };
  const fan = succeeded(await registerFan(scope, { brandId: brand.id, ...anybody() }));
  const [delivery] = await findDeliveriesOfFans(scope, [fan.id]);
  const { id } = delivery!;
  const mails: Mail[] = [];
  const outbound = createOutbound({ allowPrivateTargets: false });
  const carriers = { outbound, publicUrl: 'https://coupons.example.com', patience: quickly };
  queued.length = 0;

  const none = createMailer({ smtpUrl: null, from: 'coupons@example.com', log: null });
  expect(await deliver(scope, { ...carriers, mailer: none }, id)).toBe(false);
  expect(await findDelivery(scope, id)).toMatchObject({
    status: 'PENDING',
    attempts: 1,
    lastError: 'No SMTP_URL is set.',
  });
  expect(queued).toEqual([{ tenantId: scope.tenantId, deliveryId: id }]);

  const set: Mailer = { send: async (mail) => (mails.push(mail), { isOk: true }), close: () => undefined };
  expect(await deliver(scope, { ...carriers, mailer: set }, id)).toBe(true);
  expect(await findDelivery(scope, id)).toMatchObject({ status: 'DELIVERED', lastError: null });
  expect(mails.map(({ to }) => to)).toEqual([fan.email]);
  await outbound.close();
});

describe('given a delivery that two do at once, one having been taken for dead', () => {
  /** A delivery in no queue, and a carrier whose answers come when the test says so. */
  async function given() {
    const { scope: working, brand } = await house.brand({ realiserUrl: 'http://127.0.0.1:9/' });
    const queued: object[] = [];
    const scope = {
      ...working,
      queue: { enqueue: async (...[, , data]: [unknown, unknown, object]) => void queued.push(data) },
    };
    const fan = succeeded(await registerFan(scope, { brandId: brand.id, ...anybody() }));
    const [delivery] = await findDeliveriesOfFans(scope, [fan.id]);
    const answers: ((reply: Reply) => void)[] = [];
    const keys: string[] = [];
    const carriers = {
      outbound: {
        postJson: async (_: string, __: object, headers: Readonly<Record<string, string>>) => {
          keys.push(headers['idempotency-key']!);
          return new Promise<Reply>((resolve) => answers.push(resolve));
        },
        close: async () => undefined,
      },
      mailer: { send: async () => ({ isOk: true }) as const, close: () => undefined },
      publicUrl: '',
      patience: quickly,
    };
    queued.length = 0;
    const attempts: Promise<boolean>[] = [];
    for (const count of [1, 2]) {
      attempts.push(deliver(scope, carriers, delivery!.id));
      await until('it is sent', () => answers.length === count);
    }
    return { scope, delivery: delivery!, answers, attempts, queued, keys };
  }

  const refused: Reply = { isOk: false, problem: 'No.', retryAfterMs: null };

  test('when both fail, then one attempt is counted, and the next is queued once', async () => {
    const { scope, delivery, answers, attempts, queued, keys } = await given();

    answers.forEach((answer) => answer(refused));
    await Promise.all(attempts);

    expect(await findDelivery(scope, delivery.id)).toMatchObject({ status: 'PENDING', attempts: 1 });
    expect(queued).toEqual([{ tenantId: scope.tenantId, deliveryId: delivery.id }]);
    expect(keys).toEqual([delivery.id, delivery.id]);
  });

  test.each([
    ['the yes comes first', [0, 1]],
    ['the no comes first', [1, 0]],
  ])('when one fails and one succeeds, and %s, then it is delivered', async (_, order) => {
    const { scope, delivery, answers, attempts } = await given();

    for (const index of order) {
      answers[index]!(index === 0 ? { isOk: true } : refused);
      await attempts[index];
    }

    expect(await findDelivery(scope, delivery.id)).toMatchObject({ status: 'DELIVERED' });
    expect((await auditedBy(scope)).filter(({ action }) => action === 'delivery.succeeded')).toHaveLength(1);
  });

  test('when it is given up after it was delivered, then it stays delivered', async () => {
    const { scope, delivery, answers, attempts } = await given();
    answers.forEach((answer) => answer({ isOk: true }));
    await Promise.all(attempts);

    await giveUpDelivery(scope, delivery.id);

    expect(await findDelivery(scope, delivery.id)).toMatchObject({ status: 'DELIVERED' });
  });

  test('when its attempts break down, then it is given up with a reason that names nothing of ours', async () => {
    const { scope, delivery, answers, attempts } = await given();

    await giveUpDelivery(scope, delivery.id);

    expect(await findDelivery(scope, delivery.id)).toMatchObject({
      status: 'FAILED',
      lastError: 'The attempts broke down on our side.',
    });
    answers.forEach((answer) => answer(refused));
    await Promise.all(attempts);
  });
});
