import { createHash } from 'node:crypto';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { activateFan, findTokenOwner } from '../fans/actions.js';
import { activationTokenNotFound } from '../fans/errors.js';
import type { Id } from '../lib/id.js';
import { named } from '../lib/named.js';
import type { Actor, Scope } from '../platform/scope.js';
import type { Services } from '../platform/services.js';

interface FanLinkOptions {
  readonly services: Pick<Services, 'db' | 'now'>;
  readonly scopeFor: (tenantId: Id<'tenant'>, actor: Actor) => Scope;
}

type Answer = Awaited<ReturnType<typeof activate>>;

/** The link in an e-mail. It bears no credential: the token in it finds the tenant, and is all that is needed. */
export const fanLink: FastifyPluginAsync<FanLinkOptions> = async (app, { services, scopeFor }) => {
  app.get<{ Params: { token: string } }>(
    '/fans/:token',
    { exposeHeadRoute: false },
    async (request, reply) => {
      const answer = await activate(services, scopeFor, request.params.token);
      return wantsPage(request) ? sendPage(reply, answer) : sendJson(reply, answer);
    },
  );

  // What looks at a link before a person does must not follow it in their name.
  app.head('/fans/:token', async (request, reply) =>
    withHeaders(reply)
      .type(wantsPage(request) ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8')
      .send(),
  );
};

async function activate(
  { db }: FanLinkOptions['services'],
  scopeFor: FanLinkOptions['scopeFor'],
  token: string,
) {
  const owner = await findTokenOwner(db, token);
  const outcome = owner
    ? await activateFan(scopeFor(owner.tenantId, { kind: 'FAN', id: owner.fanId }), { token })
    : activationTokenNotFound;
  return named(outcome, () => ({ __typename: 'ActivateFanSuccess' as const }));
}

/** What came of it, for programs and for people. */
const outcomes: {
  readonly [Kind in Answer['__typename']]: {
    readonly status: number;
    readonly title: string;
    readonly text: string;
  };
} = {
  ActivateFanSuccess: {
    status: 200,
    title: 'You’re in',
    text: 'Your e-mail is confirmed, and your code has been issued.',
  },
  ActivationTokenUsedError: {
    status: 409,
    title: 'Already confirmed',
    text: 'This link was used before. Your e-mail is confirmed, and your code was issued then: there is nothing left to do.',
  },
  ActivationTokenExpiredError: {
    status: 410,
    title: 'This link has expired',
    text: 'It was valid for a day. Sign up again, and we will send you a new one.',
  },
  ActivationTokenNotFoundError: {
    status: 404,
    title: 'This link does not work',
    text: 'Perhaps a part of it got lost, or a newer e-mail has taken its place. Try the link in the latest one.',
  },
  OfferExpiredError: {
    status: 410,
    title: 'The offer is over',
    text: 'You are a little late: this offer has ended.',
  },
  OfferMissingError: {
    status: 410,
    title: 'The offer is over',
    text: 'At present there is nothing on offer here.',
  },
  // Cannot come about: the link sends no idempotency key.
  IdempotencyConflictError: { status: 409, title: 'Something got mixed up', text: 'Open the link again.' },
};

const wantsPage = ({ headers }: FastifyRequest): boolean => headers.accept?.includes('text/html') ?? false;

const withHeaders = (reply: FastifyReply): FastifyReply =>
  reply.headers({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
    'x-content-type-options': 'nosniff',
    vary: 'accept',
  });

function sendJson(reply: FastifyReply, answer: Answer): FastifyReply {
  const { status } = outcomes[answer.__typename];
  const body =
    'message' in answer ? { error: { code: answer.code, message: answer.message } } : { status: 'OK' };
  return withHeaders(reply).code(status).send(body);
}

function sendPage(reply: FastifyReply, answer: Answer): FastifyReply {
  const { status, title, text } = outcomes[answer.__typename];
  return withHeaders(reply)
    .code(status)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', policy)
    .send(page(title, text, status === 200));
}

const style = `
:root { color-scheme: light dark; --paper: #fff; --ground: #f3f1ec; --ink: #1d1b16; --soft: #6a655a; --accent: #b4552d; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #24221d; --ground: #171612; --ink: #f1eee6; --soft: #a8a294; --accent: #e98a5f; }
}
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--ground); color: var(--ink);
  font: 1.0625rem/1.55 system-ui, sans-serif; }
main { box-sizing: border-box; width: min(28rem, calc(100vw - 2rem)); padding: 2.25rem 2rem 2rem; background: var(--paper);
  border-radius: .75rem; border-bottom: 3px dashed var(--ground); box-shadow: 0 1px 2px #0002, 0 8px 32px #0001; }
svg { display: block; width: 2.5rem; height: 2.5rem; color: var(--accent); }
h1 { margin: 1rem 0 .5rem; font-size: 1.5rem; line-height: 1.2; }
p { margin: 0; color: var(--soft); }
`;

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const tick = 'M7 12.5l3.5 3.5L17 9';
const mark = 'M12 7v6M12 16.5v.5';

/** Whole by itself: it loads nothing from anywhere. */
const page = (title: string, text: string, isGood: boolean): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><circle cx="12" cy="12" r="10"/><path d="${isGood ? tick : mark}"/></svg>
<h1>${title}</h1>
<p>${text}</p>
</main>
</body>
</html>
`;
