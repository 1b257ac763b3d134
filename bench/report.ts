import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { isOfLimits, type Case, type Demand, type Load, type Work } from './cases.js';
import type { Measured } from './load.js';

/** CPU time for each request, warming up included. NaN where the machine does not tell. */
export interface CpuMicros {
  readonly server: number;
  readonly database: number;
  readonly load: number;
}

export interface Timed extends Measured {
  /** Null of what has no server. */
  readonly cpu: CpuMicros | null;
}

/** What was measured of each load, in all rounds. */
export type MeasuredOf = (load: Load) => readonly Timed[];

interface Figures {
  readonly median: number;
  readonly p99Ms: number | null;
  readonly cpu: CpuMicros | null;
}

/** Ours and what it is held against. */
interface Compared extends Figures {
  readonly work: string;
  readonly ratio: number;
  readonly unit: string;
  readonly reference: Figures & { readonly clients: number };
}

export interface Line extends Compared {
  readonly id: string;
  readonly against: string;
  /** Null where nothing is demanded. */
  readonly limit: Demand | null;
  readonly met: boolean | null;
  /** All that the line is the worst of, where that is several. */
  readonly parts?: readonly Compared[];
  readonly isOfLimits: boolean;
}

export function lineOf(one: Case, measuredOf: MeasuredOf): Line {
  const { id, against, pairs, figure, limit = null } = one;
  const parts = pairs.map(({ ours, references }): Compared => {
    const own = summaryOf(measuredOf(ours));
    const reference = references
      .map((load) => ({ ...summaryOf(measuredOf(load)), clients: load.clients }))
      .reduce((best, next) => (next.median > best.median ? next : best));
    const ratio = ratioOf[figure](own, reference);
    const unit = units[ours.work] ?? 'requests/s';
    return { work: `${ours.work}-${ours.clients}`, ratio: round(ratio, 3), ...own, unit, reference };
  });
  const isWorse = (a: Compared, b: Compared) => (figure === 'rate' ? a.ratio < b.ratio : a.ratio > b.ratio);
  const worst = parts.reduce((worst, next) => (isWorse(next, worst) ? next : worst));
  return {
    id,
    against,
    ...worst,
    limit,
    met: limit && ('atLeast' in limit ? worst.ratio >= limit.atLeast : worst.ratio <= limit.atMost),
    ...(parts.length > 1 && { parts }),
    isOfLimits: isOfLimits(one),
  };
}

const units: Readonly<Partial<Record<Work, string>>> = {
  'reserve-confirm': 'checkouts/s',
  decide: 'decisions/s',
};

const ratioOf: Readonly<Record<Case['figure'], (own: Figures, reference: Figures) => number>> = {
  rate: (own, reference) => own.median / reference.median,
  time: (own, reference) => reference.median / own.median,
  p99: (own, reference) => (own.p99Ms ?? NaN) / (reference.p99Ms ?? NaN),
};

function summaryOf(measured: readonly Timed[]): Figures {
  const p99s = measured.flatMap(({ p99Ms }) => p99Ms ?? []);
  return {
    median: round(median(measured.map(({ perSecond }) => perSecond)), 0),
    p99Ms: p99s.length === 0 ? null : round(median(p99s), 1),
    cpu: cpuOf(measured.flatMap(({ cpu }) => cpu ?? [])),
  };
}

function cpuOf(measured: readonly CpuMicros[]): CpuMicros | null {
  if (measured.length === 0) return null;
  const of = (part: keyof CpuMicros) => round(median(measured.map((one) => one[part])), 0);
  return { server: of('server'), database: of('database'), load: of('load') };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** The tables as Markdown, which reads well in a terminal too. */
export function tablesOf(lines: readonly Line[]): string {
  const main = lines.filter(({ isOfLimits }) => !isOfLimits);
  const ofLimits = lines.filter(({ isOfLimits }) => isOfLimits);
  return [main.length > 0 && mainTable(main), ofLimits.length > 0 && limitTable(ofLimits)]
    .filter(Boolean)
    .join('\n\n');
}

const mainTable = (lines: readonly Line[]): string =>
  tableOf(
    ['', 'Tearline', 'p99', 'against', 'reference', 'p99', 'ratio', 'demanded', 'met'],
    lines.map(({ id, against, ratio, median, p99Ms, unit, reference, limit, met, parts, work }) => [
      parts ? `${id}, the worst: ${work}` : id,
      perSecond(median),
      milliseconds(p99Ms),
      against,
      unit === 'decisions/s'
        ? perSecond(reference.median)
        : `${perSecond(reference.median)} (${reference.clients} ${reference.clients === 1 ? 'client' : 'clients'})`,
      milliseconds(reference.p99Ms),
      `**${ratio.toFixed(2)}**`,
      limit ? ('atLeast' in limit ? `≥ ${limit.atLeast}` : `≤ ${limit.atMost}`) : '',
      met === null ? '' : met ? 'yes' : 'no',
    ]),
  );

const limitTable = (lines: readonly Line[]): string =>
  tableOf(
    ['', 'codes with', 'Tearline, 32 clients', 'p99', 'without limits', 'p99', 'ratio'],
    lines.map(({ id, against, median, unit, p99Ms, ratio, reference }) => [
      id,
      against,
      unit === 'requests/s' ? perSecond(median) : `${median.toLocaleString('en')} ${unit}`,
      milliseconds(p99Ms),
      perSecond(reference.median),
      milliseconds(reference.p99Ms),
      `**${ratio.toFixed(2)}**`,
    ]),
  );

/** Where the time of a request goes: less noisy than rates, and sums up to what two processors can do. */
export const cpuTableOf = (lines: readonly Line[]): string =>
  tableOf(
    ['CPU of a request', 'server', 'PostgreSQL', 'load', "reference's server", 'PostgreSQL'],
    lines.flatMap(({ id, cpu, reference }) =>
      cpu && reference.cpu
        ? [
            [
              id,
              ...[cpu.server, cpu.database, cpu.load, reference.cpu.server, reference.cpu.database].map(
                micros,
              ),
            ],
          ]
        : [],
    ),
  );

const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const micros = (value: number) => `${value} µs`;
const milliseconds = (value: number | null) => (value === null ? '' : `${value} ms`);
const perSecond = (count: number) => `${count.toLocaleString('en')}/s`;

export const machine = (postgres: string): string =>
  `${cpus()[0]?.model.trim() ?? 'unknown CPU'}, ${availableParallelism()} cores for everything, Node ${process.versions.node}, ${postgres}`;

export interface Report {
  readonly machine: string;
  /** What `at-scale` was measured with; null if it was not. */
  readonly scale: { readonly codes: number; readonly redemptions: number } | null;
  readonly lines: readonly Line[];
}

export const writeJson = (file: string, report: Report): void =>
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
