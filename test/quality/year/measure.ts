import type { CheckedFile } from '../../../src/domain/submission/submission';
import type { Finding } from '../../../src/domain/finding/finding';
import { Chance } from './chance';
import { check, filled, periodsOf, yearOf, type Sent, type Typed } from './forms';
import { SLIPS, soundOf } from './slips';

/** Of one period of one made-up year. */
export interface PeriodNoise {
  seed: number;
  period: string;
  forms: number;
  /**
   * Errors and warnings of sound forms: as their senders see them (the form alone), and with the
   * ledger.
   */
  alone: number;
  beside: number;
  /** By code, of the form alone and with the ledger. */
  codes: Map<string, number>;
  codesAlone: Map<string, number>;
}

export interface Recall {
  planted: number;
  /** Found in the form alone, and with the ledger. */
  alone: number;
  beside: number;
  /** Of those found, what it was called. */
  codes: Map<string, number>;
}

export interface YearMeasure {
  noise: PeriodNoise[];
  recall: Map<string, Recall>;
}

interface Options {
  base: 'month' | 'quarter';
  seed: number;
  /** Slips of each kind tried in each period. */
  slips: number;
  /** Only so many periods of the year, and one agency in so many. */
  periods?: number;
  oneIn?: number;
}

/** What the check says of a year of sound forms, and of slips put into them one at a time. */
export function measureYear({ base, seed, slips, periods, oneIn }: Options): YearMeasure {
  const year = yearOf(seed, base, oneIn);
  const noise: PeriodNoise[] = [];
  const recall = new Map(
    SLIPS.map(({ name }): [string, Recall] => [
      name,
      { planted: 0, alone: 0, beside: 0, codes: new Map() },
    ]),
  );
  const said = new Map<string, (Typed | null)[]>();
  for (const { period, sent, bare, files, history } of periodsOf(year)) {
    const codesOf = (some: readonly CheckedFile[]) => {
      const codes = new Map<string, number>();
      for (const { code } of some.flatMap(({ findings }) => findings.filter(isGrave)))
        add(codes, code);
      return codes;
    };
    const count = (some: readonly CheckedFile[]) =>
      some.reduce((all, { findings }) => all + findings.filter(isGrave).length, 0);
    noise.push({
      seed,
      period: period.id,
      forms: files.length,
      alone: count(bare),
      beside: count(files),
      codes: codesOf(files),
      codesAlone: codesOf(bare),
    });

    for (const kind of SLIPS) {
      const score = recall.get(kind.name)!;
      const chance = new Chance(`slip ${base} ${seed} ${period.id} ${kind.name}`);
      // Where a form has nothing to slip in, the next one is tried; not for ever.
      for (let tries = 0, done = 0; slips > 0 && done < slips && tries < 6 * slips; tries++) {
        const at = chance.whole(0, sent.length - 1);
        const one = sent[at];
        const before = said.get(one.agency.code) ?? noneOf(noise.length - 1);
        const slipped = kind.make(soundOf(year.plan, one.typed, before, one.agency.code, chance));
        if (!slipped) continue;
        done++;
        score.planted++;
        const again: Sent = { ...one, typed: slipped.typed };
        const alone = check(year.plan, again, filled(again, seed));
        const beside = history.of(alone);
        const foundAlone = newOf(alone, bare[at], slipped.rows);
        const found = newOf(beside, files[at], slipped.rows);
        if (foundAlone.length > 0) score.alone++;
        if (found.length > 0) {
          score.beside++;
          add(score.codes, found[0].code);
        }
      }
    }
    const now = new Map(sent.map(({ agency, typed }) => [agency.code, typed]));
    for (const { code } of year.plan.agencies) {
      const own = said.get(code) ?? noneOf(noise.length - 1);
      said.set(code, [...own, now.get(code) ?? null]);
    }
    if (noise.length === periods) break;
  }
  return { noise, recall };
}

const noneOf = (count: number): null[] => Array.from({ length: count }, () => null);

function isGrave({ severity }: Finding): boolean {
  return severity !== 'fixed';
}

/**
 * What was not found of the sound form and stands in a row that slipped; where the whole form did,
 * anywhere.
 */
function newOf(file: CheckedFile, sound: CheckedFile, rows: readonly string[]): Finding[] {
  const before = new Set(sound.findings.map(({ code, sheet, cell }) => `${code} ${sheet} ${cell}`));
  const places = new Map(
    file.observations.map(({ of, code, row, sheet, cell }) => [
      `${sheet} ${cell.replace(/\D/g, '')}`,
      `${of} ${code}${row === undefined ? '' : ` ${row}`}`,
    ]),
  );
  return file.findings.filter((one) => {
    if (!isGrave(one) || before.has(`${one.code} ${one.sheet} ${one.cell}`)) return false;
    const at = places.get(`${one.sheet} ${(one.cell ?? '').replace(/\D/g, '')}`);
    return rows.length === 0 || at === undefined || rows.includes(at);
  });
}

function add(counts: Map<string, number>, code: string): void {
  counts.set(code, (counts.get(code) ?? 0) + 1);
}

export function together(measures: readonly YearMeasure[]): YearMeasure {
  const recall = new Map<string, Recall>();
  for (const { recall: own } of measures) {
    for (const [name, one] of own) {
      const all = recall.get(name) ?? {
        planted: 0,
        alone: 0,
        beside: 0,
        codes: new Map<string, number>(),
      };
      const codes = new Map(all.codes);
      for (const [code, count] of one.codes) codes.set(code, (codes.get(code) ?? 0) + count);
      recall.set(name, {
        planted: all.planted + one.planted,
        alone: all.alone + one.alone,
        beside: all.beside + one.beside,
        codes,
      });
    }
  }
  return { noise: measures.flatMap(({ noise }) => noise), recall };
}
