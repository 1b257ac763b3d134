import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import type { Case } from './cases.js';
import type { Measured } from './load.js';

/** What was measured of a case in all rounds. */
export interface Series {
  readonly ours: readonly Measured[];
  /** For each of the case's references. */
  readonly references: readonly (readonly Measured[])[];
}

interface Line {
  readonly id: string;
  readonly against: string;
  readonly ratio: number;
  readonly median: number;
  readonly unit: string;
  readonly p99Ms: number;
  readonly reference: { readonly median: number; readonly p99Ms: number; readonly clients: number };
}

export function lineOf({ id, against, references }: Case, series: Series): Line {
  const ours = summaryOf(series.ours);
  const reference = series.references
    .map((measured, index) => ({ ...summaryOf(measured), clients: references[index]!.clients }))
    .reduce((best, next) => (next.median > best.median ? next : best));
  const ratio = round(ours.median / reference.median, 3);
  return { id, against, ratio, ...ours, unit: 'requests/s', reference };
}

const summaryOf = (measured: readonly Measured[]) => ({
  median: round(median(measured.map(({ perSecond }) => perSecond)), 0),
  p99Ms: round(median(measured.map(({ p99Ms }) => p99Ms)), 1),
});

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** The table as Markdown, which reads well in a terminal too. */
export function tableOf(lines: readonly Line[]): string {
  const rows = lines.map(({ id, against, ratio, median, p99Ms, reference }) => [
    id,
    perSecond(median),
    `${p99Ms} ms`,
    against,
    `${perSecond(reference.median)} (${reference.clients} ${reference.clients === 1 ? 'client' : 'clients'})`,
    `${reference.p99Ms} ms`,
    `**${ratio.toFixed(2)}**`,
  ]);
  const head = ['', 'Tearline', 'p99', 'against', 'reference', 'p99', 'ratio'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const perSecond = (count: number) => `${count.toLocaleString('en')}/s`;

export const machine = (postgres: string): string =>
  `${cpus()[0]?.model.trim() ?? 'unknown CPU'}, ${availableParallelism()} cores for everything, Node ${process.versions.node}, ${postgres}`;

export const writeJson = (file: string, lines: readonly Line[]): void =>
  writeFileSync(file, `${JSON.stringify(lines, null, 2)}\n`);
