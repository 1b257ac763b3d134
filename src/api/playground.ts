import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';
import { loadExamples } from './examples.js';

export interface PlaygroundOptions {
  /** The key that is filled in for everybody who opens the page. Only for a server that runs the demo tenant. */
  demoKey?: string | undefined;
  /** Where `npm run build:playground` has put the page. */
  folder?: string;
}

const BUILT = fileURLToPath(new URL('../../playground/dist/', import.meta.url));

const NOT_BUILT =
  'The Playground is not built: run `npm run build:playground`, then start the server again.\n';

/**
 * The page speaks to its own server and to nobody else. The editor makes its styles as it goes and carries its fonts
 * and icons within them: hence `unsafe-inline` and `data:`, for these alone. Scripts and workers are files of ours.
 */
const HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "connect-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** GraphiQL at `/`, with the examples as its tabs. Its files are ours, so it works where there is no internet. */
export const playground: FastifyPluginAsync<PlaygroundOptions> = async (app, { demoKey, folder = BUILT }) => {
  const config = {
    demo: demoKey === undefined ? null : { key: demoKey },
    tabs: loadExamples().map(({ title, query, variables }) => ({ title, query, variables })),
  };
  // Registered on a scope of its own by Fastify, so this hook touches no other route.
  app.addHook('onSend', async (_request, reply) => void reply.headers(HEADERS));
  app.get('/playground/config.json', async (_request, reply) =>
    reply.header('cache-control', 'no-store').send(config),
  );

  if (!existsSync(join(folder, 'index.html'))) {
    app.get('/', async (_request, reply) =>
      reply.code(503).type('text/plain; charset=utf-8').send(NOT_BUILT),
    );
    return;
  }
  await app.register(fastifyStatic, {
    root: folder,
    prefix: '/playground/',
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => reply.setHeader('cache-control', cacheControl(path)),
  });
  app.get('/', async (_request, reply) => reply.sendFile('index.html'));
};

/** The names of assets carry a hash of their contents; all else may change with the next build. */
function cacheControl(path: string): string {
  return path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}
