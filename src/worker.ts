import { sealAuditEvents } from './audit/actions/seals.js';
import {
  deliver,
  deliveryQueue,
  findReceiver,
  giveUpDelivery,
  type Carriers,
} from './fans/actions/deliveries.js';
import { threeDays } from './lib/backoff.js';
import type { Id } from './lib/id.js';
import type { JsonObject } from './lib/json.js';
import type { Log } from './platform/log.js';
import { pruneKeys } from './platform/idempotency/pruning.js';
import type { doPeriodically, Periodic } from './platform/periodic.js';
import type { Queue } from './platform/queue.js';
import { systemScope, type Services } from './platform/services.js';
import type { Scope } from './platform/scope.js';
import { createTurnstile } from './platform/turnstile.js';
import { sweepReservations } from './reservations/actions/overdue.js';

interface WorkerOptions extends Omit<Carriers, 'patience'> {
  readonly queue: Queue;
  /** The scope of what Tearline does by itself for a tenant. */
  readonly scopeFor: (tenantId: Id<'tenant'>) => Scope;
  readonly patience?: Carriers['patience'];
}

/** A third of the queue's slots: a receiver that hangs leaves the others to others. */
const atOncePerReceiver = 4;

/** Says which action does the jobs of which queue. They begin when the queue is started. */
export function startWorker({ queue, scopeFor, patience = threeDays, ...rest }: WorkerOptions): void {
  const carriers = { patience, ...rest };
  const turnstile = createTurnstile({ atOnce: atOncePerReceiver });
  const read = (data: JsonObject) => {
    const { tenantId, deliveryId } = data as { tenantId: Id<'tenant'>; deliveryId: string };
    return { scope: scopeFor(tenantId), deliveryId };
  };

  queue.work(deliveryQueue, {
    async perform(data) {
      const { scope, deliveryId } = read(data);
      const receiver = await findReceiver(scope, deliveryId);
      if (receiver === null) return;
      const leave = turnstile.enter(receiver, deliveryId);
      if ('stayAwayMs' in leave) return { putBackMs: leave.stayAwayMs };

      let wentWell = false;
      try {
        wentWell = await deliver(scope, carriers, deliveryId);
      } finally {
        leave(wentWell);
      }
    },
    async giveUp(data) {
      const { scope, deliveryId } = read(data);
      await giveUpDelivery(scope, deliveryId);
    },
  });
}

/** For what a server does from time to time. */
interface FromTimeToTime {
  readonly services: Services;
  readonly log: Log;
  /** Says when; tests do not wait for a time. */
  readonly periodically: typeof doPeriodically;
}

const sweepEveryMs = 1_000;

/**
 * Gives back, about once a second, what reservations hold that have run out. Every process does so: who comes second
 * finds nothing left to do. Until then they hold it, as whoever reads them sees that they are over.
 */
export const startSweeper = (
  { services, log, periodically }: FromTimeToTime,
  onLook: (overdue: number, lateMs: number) => void = () => undefined,
): Periodic =>
  periodically({
    everyMs: sweepEveryMs,
    work: (isStopping) =>
      sweepReservations({
        db: services.db,
        now: services.now,
        scopeFor: (tenantId) => systemScope(services, tenantId),
        isStopping,
        onLook,
        onError: (err, reservationId) =>
          log.error({ err, reservationId }, 'a reservation that has run out could not be ended'),
      }),
    onError: (err) => log.warn({ err }, 'it could not be looked for reservations that have run out'),
  });

const sealEveryMs = 60_000;

/**
 * Seals, about once a minute, what the audit log has had for some minutes. Every process does so: who comes second finds
 * nothing left to do. The hashes go to the log, which somebody else may keep: they prove the seals that lead to them.
 */
export const startSealer = ({ services, log, periodically }: FromTimeToTime): Periodic =>
  periodically({
    everyMs: sealEveryMs,
    work: (isStopping) =>
      sealAuditEvents({
        db: services.db,
        now: services.now,
        isStopping,
        onSealed: (seal) => log.info({ seal }, 'audit events were sealed'),
        onError: (err, tenantId) => log.error({ err, tenantId }, 'audit events could not be sealed'),
      }),
    onError: (err) => log.warn({ err }, 'it could not be looked for audit events to seal'),
  });

const pruneEveryMs = 10 * 60_000;

/**
 * Deletes, about every ten minutes, the idempotency keys that have been kept for so many days. Every process does so: who
 * comes second finds nothing left to do, and two at once share what there is.
 */
export const startPruner = ({ services, log, periodically }: FromTimeToTime, days: number): Periodic =>
  periodically({
    everyMs: pruneEveryMs,
    async work(isStopping) {
      const count = await pruneKeys({ db: services.db, now: services.now, days, isStopping });
      if (count > 0) log.info({ count }, 'idempotency keys were pruned');
    },
    onError: (err) => log.warn({ err }, 'idempotency keys could not be pruned'),
  });
