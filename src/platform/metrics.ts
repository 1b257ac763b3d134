import cluster from 'node:cluster';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Connections } from './database.js';
import type { LaneState } from './lane/scheduler.js';

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
  const batchSizes = new Histogram({
    name: 'tearline_lane_batch_size',
    help: 'Requests that one transaction carried out together, by lane.',
    labelNames: ['lane'],
    buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256],
    registers: [registry],
  });
  const overdue = new Gauge({
    name: 'tearline_reservations_overdue',
    help: 'Reservations that had run out and still held their uses, as the last sweep of this process found them.',
    registers: [registry],
  });
  const late = new Gauge({
    name: 'tearline_reservations_late_seconds',
    help: 'For how long the first of them had run out.',
    registers: [registry],
  });
  return {
    registry,
    /** Counts a batch of a lane. */
    countBatch: createSizer(batchSizes),
    /** Notes what a sweep has found. */
    noteOverdue(count: number, lateMs: number): void {
      overdue.set(count);
      late.set(lateMs / 1_000);
    },
    /** Shows what a database is busy with, whenever metrics are asked for. */
    watchDatabase: (watched: Watched) => watchDatabase(registry, watched),
    /** Counts the answer of a field that can fail. */
    countOutcome: createTally(outcomes),
    /** Counts a request by how long it took. */
    timeRequest: createTimer(requestSeconds),
  };
}

/** What is asked when metrics are, and at no other time. */
interface Watched {
  readonly lanes: () => readonly (LaneState & { readonly lane: string })[];
  readonly connections: () => Connections;
}

function watchDatabase(registry: Registry, { lanes, connections }: Watched): void {
  const gauge = (name: string, help: string, show: (gauge: Gauge) => void, labelNames: string[] = []) => {
    const made: Gauge = new Gauge({
      name,
      help,
      labelNames,
      registers: [registry],
      collect: () => show(made),
    });
  };
  gauge(
    'tearline_lane_waiting',
    'Requests that wait for their turn, by lane.',
    (self) => lanes().forEach(({ lane, waiting }) => self.set({ lane }, waiting)),
    ['lane'],
  );
  gauge(
    'tearline_lane_batches',
    'Transactions of a lane that are under way.',
    (self) => lanes().forEach(({ lane, underWay }) => self.set({ lane }, underWay)),
    ['lane'],
  );
  gauge(
    'tearline_database_connections',
    'Connections to the database that are open, by what they do.',
    (self) => {
      const { open, idle } = connections();
      self.set({ state: 'busy' }, open - idle);
      self.set({ state: 'idle' }, idle);
    },
    ['state'],
  );
  gauge(
    'tearline_database_connections_wanted',
    'Transactions and queries that wait for a connection.',
    (self) => self.set(connections().waiting),
  );
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

function createSizer(histogram: Histogram<'lane'>) {
  const parts = new Map<string, Histogram.Internal<'lane'>>();
  return (lane: string, size: number): void => {
    const part = parts.get(lane) ?? histogram.labels(lane);
    parts.set(lane, part);
    part.observe(size);
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
