import { cpus, totalmem } from 'node:os';

export interface Measured {
  readonly what: string;
  /** Milliseconds: the median of the runs, or the percentile that `what` names. */
  readonly value: number;
  readonly runs: readonly number[];
  readonly target?: string;
  /** How it stands to a baseline of the same run. */
  readonly ratio?: { readonly to: string; readonly value: number };
}

export const usualRuns = 5;

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
export const median = (values: readonly number[]) => percentile(values, 0.5);

/** Runs something once to warm up and then `runs` times. */
export async function measure(
  what: string,
  work: (run: number) => unknown,
  options: { readonly runs?: number; readonly target?: string } = {},
): Promise<Measured> {
  await work(-1);
  const runs: number[] = [];
  for (let run = 0; run < (options.runs ?? usualRuns); run += 1) {
    const start = performance.now();
    await work(run);
    runs.push(performance.now() - start);
  }
  return { what, value: median(runs), runs, ...(options.target ? { target: options.target } : {}) };
}

const rounded = (value: number) =>
  value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString('en-GB');

export function printTable(rows: readonly Measured[]): void {
  const lines = rows.map(({ what, value, runs, target, ratio }) => [
    what,
    `${rounded(value)} ms`,
    `${rounded(Math.min(...runs))} – ${rounded(Math.max(...runs))}`,
    ratio ? `${ratio.value.toFixed(2)} × ${ratio.to}` : '',
    target ?? '',
  ]);
  const all = [['what', 'median', 'least – most', 'against', 'target'], ...lines];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  for (const line of all)
    console.log(line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '));
}

/** The machine that the figures belong to. */
export function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} × ${cpu?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${process.arch}, Node ${process.version}`;
}
