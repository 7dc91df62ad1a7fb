import type { FileChecker } from '../../src/app/ports';
import type { Plan } from '../../src/domain/plan/plan';
import type { CheckedFile } from '../../src/domain/submission/submission';
import { mutate } from './mutate';

/** A mutation after which the check did what it never may. */
export interface Failure {
  file: string;
  seed: number;
  why: string;
}

export interface FuzzReport {
  runs: number;
  /** How often each verdict came out. */
  verdicts: Record<string, number>;
  /** What the slowest file took, and what most of them took less than. */
  slowestMs: number;
  failures: Failure[];
}

/**
 * A check of a mutated .xlsx must end by itself: only the foreign reader of old formats may be
 * ended by the clock.
 */
export async function fuzz(
  plan: Plan,
  sources: readonly { path: string; bytes: Uint8Array }[],
  checker: FileChecker,
  { seed, runs, until = Infinity }: { seed: number; runs: number; until?: number },
): Promise<FuzzReport> {
  const report: FuzzReport = { runs: 0, verdicts: {}, slowestMs: 0, failures: [] };
  let next = 0;
  const lane = async () => {
    while (next < runs && Date.now() < until) {
      const run = seed + next++;
      const { path, bytes } = sources[run % sources.length];
      const spoiled = mutate(bytes, run);
      const began = performance.now();
      const checked = await checker.check(
        plan,
        path,
        spoiled,
        { period: null, partial: false },
        () => false,
      );
      report.slowestMs = Math.max(report.slowestMs, performance.now() - began);
      report.runs++;
      report.verdicts[checked.verdict] = (report.verdicts[checked.verdict] ?? 0) + 1;
      const why = wrong(checked, bytes[0] === 0x50 && !/\.(xlsb|ods)$/i.test(path));
      if (why) report.failures.push({ file: path, seed: run, why });
    }
  };
  await Promise.all(Array.from({ length: checker.lanes }, lane));
  return report;
}

function wrong({ findings, observations }: CheckedFile, isOurs: boolean): string | null {
  for (const { code, facts } of findings) {
    if (code === 'file-fault') return `fault: ${JSON.stringify(facts)}`;
    if (isOurs && (code === 'file-too-slow' || code === 'file-too-heavy')) return code;
  }
  for (const { state, value, measure } of observations) {
    const isFigure = measure === 'numerator' || measure === 'denominator' || measure === 'value';
    if (isFigure && state === 'ok' && !(typeof value === 'number' && Number.isFinite(value)))
      return `a figure that is none: ${String(value)}`;
  }
  return null;
}
