import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** What Prometheus reads. Labels are names from the schema, never anything a caller makes up. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    outcomes: new Counter({
      name: 'tearline_outcomes_total',
      help: 'Answers of fields that can fail, by the type that was answered.',
      labelNames: ['field', 'outcome'],
      registers: [registry],
    }),
    requestSeconds: new Histogram({
      name: 'tearline_http_request_seconds',
      help: 'How long requests took, by route and status.',
      labelNames: ['route', 'status'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers: [registry],
    }),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
