import { createHash } from 'node:crypto';
import { idOf } from '../../src/lib/id.js';
import type { Limit } from '../../src/limits/core.js';

/** A limit of the tenant to ten uses, unless said otherwise; the same name has the same id. */
export function limitNamed(name: string, given: Partial<Limit> = {}): Limit {
  const hex = createHash('sha256').update(name).digest('hex');
  const at = new Date('2026-03-02T12:00:00.000Z');
  return {
    id: idOf('limit', hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-7$3-8$4-$5')),
    target: { kind: 'TENANT', id: null },
    per: { kind: 'EVERYONE' },
    window: { kind: 'LIFETIME' },
    measure: 'USES',
    currency: null,
    ceiling: 10n,
    overrun: 0n,
    shortForm: null,
    version: 1,
    createdAt: at,
    updatedAt: at,
    ...given,
  };
}
