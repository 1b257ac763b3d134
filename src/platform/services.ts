import { randomBytes } from 'node:crypto';
import { typeidUnboxed } from 'typeid-js';
import type { PrismaClient } from '../generated/prisma/client.js';
import type { Id } from '../lib/id.js';
import type { Queue } from './queue.js';
import { allRights, rightsOf, type Scope, type Vault } from './scope.js';

/** What a process has one of, and every request and job uses. */
export interface Services {
  readonly db: PrismaClient;
  readonly vault: Vault;
  readonly queue: Queue;
  readonly now: () => Date;
  readonly newId: Scope['newId'];
  /** Whether outbound calls may go to addresses inside the server's own network. */
  readonly allowPrivateTargets: boolean;
}

type Who = Pick<Scope, 'tenantId' | 'actor' | 'rights'>;
type Occasion = Partial<Pick<Scope, 'requestId' | 'idempotencyKey' | 'onReplay'>>;

const nothing = () => undefined;

const atOnce: Scope['afterCommit'] = (work) => work();

/** The scope of one request or job. Written out, since each request makes one, and spreading takes far longer. */
export const scopeOf = (services: Services, who: Who, occasion: Occasion = {}): Scope => ({
  db: services.db,
  vault: services.vault,
  queue: services.queue,
  now: services.now,
  allowPrivateTargets: services.allowPrivateTargets,
  tenantId: who.tenantId,
  actor: who.actor,
  rights: who.rights,
  newId: services.newId,
  randomBytes,
  requestId: occasion.requestId ?? typeidUnboxed('job'),
  idempotencyKey: occasion.idempotencyKey ?? null,
  reason: null,
  onReplay: occasion.onReplay ?? nothing,
  afterCommit: atOnce,
});

/** The scope of what Tearline does by itself for a tenant. */
export const systemScope = (services: Services, tenantId: Id<'tenant'>, requestId?: string): Scope =>
  scopeOf(
    services,
    { tenantId, actor: { kind: 'SYSTEM', id: 'tearline' }, rights: rightsOf(allRights) },
    requestId === undefined ? {} : { requestId },
  );
