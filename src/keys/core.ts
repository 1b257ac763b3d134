import type { Id } from '../lib/id.js';

/** A key: whoever sends its secret acts for the tenant. The secret is shown once, and kept as a hash. */
export interface ApiKey {
  readonly id: Id<'key'>;
  readonly name: string;
  /** The first characters of the secret, to tell keys apart. */
  readonly prefix: string;
  /** As they were granted; what they include is not listed. */
  readonly rights: readonly GrantedRight[];
  /** Whether it may ask only for documents that the server knows beforehand. */
  readonly trustedDocumentsOnly: boolean;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  /** To the minute. */
  readonly lastUsedAt: Date | null;
  readonly createdAt: Date;
}

export const grantedRights = ['READ', 'VALIDATE', 'REDEEM', 'EXPLAIN', 'ENROLL', 'MANAGE', 'ADMIN'] as const;

export type GrantedRight = (typeof grantedRights)[number];

/** For whom a key or a user token stands, and what it was granted. */
export interface Grant {
  readonly tenantId: Id<'tenant'>;
  readonly actor: { readonly kind: 'API_KEY' | 'USER'; readonly id: string };
  readonly rights: readonly GrantedRight[];
  readonly trustedDocumentsOnly: boolean;
}

/** The same with all that the granted rights include: the scope of a request follows from it. */
export interface Credential extends Omit<Grant, 'rights'> {
  readonly rights: ReadonlySet<GrantedRight>;
}

const opening = 'tearline_';
const prefixLength = 12;

/** 256 random bits: nobody guesses it, so a plain hash of it is as good as a slow one. */
export const secretOf = (randomBytes: (size: number) => Buffer): string =>
  opening + randomBytes(32).toString('base64url');

export const prefixOf = (secret: string): string => secret.slice(0, prefixLength);

export const isValid = ({ revokedAt, expiresAt }: ApiKey, now: Date): boolean =>
  !revokedAt && (!expiresAt || now < expiresAt);

const minute = 60_000;

/** Whether its last use is to be written again: once a minute, however often it is used. */
export const isUseWorthNoting = ({ lastUsedAt }: ApiKey, now: Date): boolean =>
  !lastUsedAt || now.getTime() - lastUsedAt.getTime() >= minute;
