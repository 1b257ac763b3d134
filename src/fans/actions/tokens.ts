import { announce } from '../../audit/actions.js';
import type { Scope } from '../../platform/scope.js';
import { withNewToken, type Fan } from '../core.js';
import * as store from '../store.js';
import { tokenPurpose } from '../token.js';

/** That the fan is sent a token, for the first time or again, and not the token itself. */
export const announceToken = (scope: Scope, before: Fan, after: Fan): Promise<void> =>
  announce(scope, { action: 'fan.token_sent', targetId: after.id, before, after });

export async function giveToken(scope: Scope, before: Fan): Promise<Fan> {
  const fan = withNewToken(before, scope.now());
  await store.saveToken(scope, fan, tokenOf(scope, fan));
  return fan;
}

export const tokenOf = (scope: Scope, fan: Fan): string =>
  scope.vault.derive(tokenPurpose(scope.tenantId, fan));
