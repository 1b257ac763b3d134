import type { FastifyPluginAsync } from 'fastify';
import type { Metrics } from '../platform/metrics.js';

interface HealthOptions {
  readonly metrics: Metrics;
  /** Whether the process still takes on work: false once it drains. */
  readonly isOpen: () => boolean;
  /** Rejects when the database does not answer in time. */
  readonly pingDatabase: () => Promise<void>;
}

/** Whether the process lives, whether it should be sent requests, and how it is doing. */
export const health: FastifyPluginAsync<HealthOptions> = async (app, { metrics, isOpen, pingDatabase }) => {
  app.get('/livez', async () => ({ status: 'ok' }));

  app.get('/readyz', async (_, reply) => {
    if (!isOpen()) return reply.code(503).send({ status: 'draining' });
    try {
      await pingDatabase();
      return { status: 'ok' };
    } catch {
      return reply.code(503).send({ status: 'database unreachable' });
    }
  });

  app.get('/metrics', async (_, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
};
