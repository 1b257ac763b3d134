import cluster from 'node:cluster';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** What Prometheus reads. Labels are names from the schema, never anything a caller makes up. */
export function createMetrics() {
  const registry = new Registry();
  // Processes that share a port are read by turns, so each has to have counters of its own.
  if (cluster.isWorker) registry.setDefaultLabels({ process: String(cluster.worker!.id) });
  collectDefaultMetrics({ register: registry });
  const requestSeconds = new Histogram({
    name: 'tearline_http_request_seconds',
    help: 'How long requests took, by route and status.',
    labelNames: ['route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  const outcomes = new Counter({
    name: 'tearline_outcomes_total',
    help: 'Answers of fields that can fail, by the type that was answered.',
    labelNames: ['field', 'outcome'],
    registers: [registry],
  });
  return {
    registry,
    /** Counts the answer of a field that can fail. */
    countOutcome: createTally(outcomes),
    /** Counts a request by how long it took. */
    timeRequest: createTimer(requestSeconds),
  };
}

// To find a metric's part by its labels costs more than to count, so the parts are kept.

function createTally(counter: Counter<'field' | 'outcome'>) {
  const parts = new Map<string, Counter.Internal>();
  return (field: string, outcome: string): void => {
    const name = `${field} ${outcome}`;
    const part = parts.get(name) ?? counter.labels(field, outcome);
    parts.set(name, part);
    part.inc();
  };
}

function createTimer(histogram: Histogram<'route' | 'status'>) {
  const parts = new Map<string, Histogram.Internal<'route' | 'status'>>();
  return (route: string, status: number, seconds: number): void => {
    const name = `${status} ${route}`;
    const part = parts.get(name) ?? histogram.labels(route, String(status));
    parts.set(name, part);
    part.observe(seconds);
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
