import type { Page, PageArguments } from '../lib/page.js';
import type { Scope } from '../platform/scope.js';
import type { AuditEvent, AuditEventFilter, Change } from './core.js';
import * as store from './store.js';

/** Tells the audit log and other systems of changes, in the transaction that makes them. */
export const announce = (scope: Scope, ...changes: Change[]): Promise<void> =>
  store.append(
    scope,
    changes.map((change) => ({ by: scope, change })),
  );

/** The same for changes that one statement makes on behalf of several callers, as parts of its `WITH`. */
export const announcing = store.appending;

export const listAuditEvents = (
  scope: Scope,
  filter: AuditEventFilter,
  page: PageArguments,
): Promise<Page<AuditEvent>> => store.list(scope, filter, page);

export const findAuditEvent = (scope: Scope, id: string): Promise<AuditEvent | null> => store.find(scope, id);
