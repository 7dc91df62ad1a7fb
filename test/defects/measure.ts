import { askedAgencies } from '../../src/domain/plan/assigned';
import { checkFile } from '../../src/app/check-file';
import type { FindingCode } from '../../src/domain/finding/finding';
import type { CheckedFile } from '../../src/domain/submission/submission';
import type { Workbook } from '../../src/workbook/workbook';
import { Random } from '../../src/cli/sample/random';
import { fillForm } from '../../src/cli/sample/fill-form';
import { BUILTIN_PLANS } from '../../src/domain/plan/builtin';
import { scheduledPeriods } from '../../src/domain/plan/plan';
import { INDICATOR_COLUMNS } from '../../src/domain/template/columns';

import { Form } from '../forms';
import type { SaveAll } from './programs';
import { defectCases } from './all';
import { soundForm } from './base';
import type { DefectCase, Place } from './case';
import { insertColumn, insertRow, moveColumn, removeColumn } from './drift';

/**
 * What the check finds of a labelled set of spoiled forms: each defect alone, pairs of them, and
 * layouts that drifted.
 */

export function check(form: Form, workbook: Workbook = form.workbook): CheckedFile {
  const opened = { ok: true as const, value: { workbook, converted: null } };
  return checkFile(form.plan, form.fileName, 'hash', opened, { period: null, partial: false });
}

/**
 * How a code did: tries that should find it, those that did, and what else was found that should
 * not have been.
 */
export interface Score {
  tries: number;
  found: number;
  /** Tries of borderlines, and those that wrongly found it. */
  borderlines: number;
  wrong: number;
  strays: number;
  /** The first few that went wrong, in words. */
  misses: string[];
}

const SHOWN = 5;

/** Every case of every code, at so many places, as a program saves it. */
export async function singles(
  program: string,
  saveAll: SaveAll,
  picks: number,
): Promise<Map<FindingCode, Score>> {
  const tries = [...defectCases()].flatMap(([code, cases]) =>
    cases
      .filter(({ lostBy }) => !lostBy?.includes(program))
      .flatMap((one) =>
        Array.from({ length: picks }, (_, pick) => {
          const form = soundForm(one.base);
          return { code, one, name: `${one.name} (${pick})`, place: one.spoil(form, pick), form };
        }),
      ),
  );
  const scores = new Map<FindingCode, Score>();
  // Some at once, so that not all of them are in memory.
  for (let at = 0; at < tries.length; at += BATCH) {
    const some = tries.slice(at, at + BATCH);
    const saved = await saveAll(some.map(({ form }) => form.workbook));
    for (const [index, { code, one, place, form, name }] of some.entries()) {
      const none: Score = { tries: 0, found: 0, borderlines: 0, wrong: 0, strays: 0, misses: [] };
      const score = scores.get(code) ?? none;
      judge(score, code, one, place, check(form, saved[index]), name);
      scores.set(code, score);
    }
  }
  return scores;
}

const BATCH = 100;

/**
 * Sound forms of every plan as a program saves them: how many, and those in which something was
 * found, with what.
 */
export async function cleans(
  saveAll: SaveAll,
  ofEach: number,
): Promise<{ forms: number; errors: string[]; warnings: string[] }> {
  const result = { forms: 0, errors: [] as string[], warnings: [] as string[] };
  for (const plan of BUILTIN_PLANS) {
    const periods = scheduledPeriods(plan);
    const agencies = askedAgencies(plan, periods[0]).filter(
      (_, index, all) => index % Math.ceil(all.length / ofEach) === 0,
    );
    const forms = agencies.map((agency, index) => {
      const period = periods[index % periods.length];
      const form = new Form(plan, agency.code, period.id);
      fillForm(form.workbook, plan, agency, period);
      return form;
    });
    const saved = await saveAll(forms.map(({ workbook }) => workbook));
    for (const [index, form] of forms.entries()) {
      result.forms++;
      for (const { severity, code, cell } of check(form, saved[index]).findings) {
        const text = `${plan.id} ${form.agency} ${form.period}: ${code} ${cell}`;
        if (severity === 'error') result.errors.push(text);
        else if (severity === 'warning') result.warnings.push(text);
      }
    }
  }
  return result;
}

function judge(
  score: Score,
  code: FindingCode,
  one: DefectCase,
  place: Place | null,
  file: CheckedFile,
  name: string,
): void {
  const isFound = finds(file, code, place);
  if (one.silent) {
    score.borderlines++;
    if (isFound) {
      score.wrong++;
      if (score.misses.length < SHOWN) score.misses.push(`báo nhầm: ${name}`);
    }
  } else {
    score.tries++;
    if (isFound) score.found++;
    else if (score.misses.length < SHOWN) score.misses.push(`bỏ sót: ${name}`);
  }
  const allowed = new Set<string>([...(one.silent ? [] : [code]), ...(one.also ?? [])]);
  const strays = file.findings.filter(
    ({ severity, code: other }) => severity !== 'fixed' && !allowed.has(other),
  );
  score.strays += strays.length;
  if (strays.length > 0 && score.misses.length < SHOWN)
    score.misses.push(`thừa ${strays[0].code}: ${name}`);
}

function finds({ findings }: CheckedFile, code: FindingCode, place: Place | null): boolean {
  return findings.some(
    (found) =>
      found.code === code &&
      (place === null || (found.sheet === place.sheet && found.cell === place.cell)),
  );
}

/**
 * These end the check of a form, or take away what another defect stands on: nothing else of it can
 * be found.
 */
const ALONE: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'sheet-missing',
  'sheet-duplicate',
  'sheet-copy-set-aside',
  'column-missing',
  'identity-missing',
  'identity-conflict',
  'identity-restored',
  'other-plan',
  'other-period-in-head',
  'other-agency-in-head',
  'unknown-agency',
  'unscheduled-period',
  'text-legacy',
  'form-blank',
  // It rewrites every row.
  'figures-a-row-off',
  'same-as-last',
  'row-missing',
  'cells-shifted',
]);

export interface PairScore {
  pairs: number;
  both: number;
  misses: string[];
}

/** Pairs of defects in one form, at different rows: both must be found. */
export function pairs(count: number, seed: number): PairScore {
  const random = new Random(seed);
  const all = [...defectCases()]
    .filter(([code]) => !ALONE.has(code))
    .flatMap(([code, cases]) =>
      cases.filter((one) => !one.silent && !one.base).map((one) => ({ code, one })),
    );
  const score: PairScore = { pairs: 0, both: 0, misses: [] };
  const sound = layoutOf(soundForm());
  const moves = new Map<DefectCase, boolean>();
  const isMoving = (one: DefectCase): boolean => {
    let known = moves.get(one);
    if (known === undefined) {
      const form = soundForm();
      one.spoil(form, 0);
      moves.set(one, (known = layoutOf(form) !== sound));
    }
    return known;
  };
  while (score.pairs < count) {
    const drawn = [all[random.whole(0, all.length - 1)], all[random.whole(0, all.length - 1)]];
    // What moves the layout comes last, and there is room for one of them: the others say where
    // they stand before.
    const [a, b] = drawn.sort(
      (one, other) => Number(isMoving(one.one)) - Number(isMoving(other.one)),
    );
    if (
      a.code === b.code ||
      isMoving(a.one) ||
      UNLIKE.has(`${a.code} ${b.code}`) ||
      UNLIKE.has(`${b.code} ${a.code}`)
    )
      continue;
    const form = soundForm();
    // Different rows, so that neither wipes the other out.
    const first = a.one.spoil(form, 0);
    const before = first && rowAt(form, first);
    const second = b.one.spoil(form, 3);
    // Some defects take several rows.
    if (first && !isMoving(b.one) && rowAt(form, first) !== before) continue;
    if (first && second && rowOf(first) === rowOf(second) && first.sheet === second.sheet) continue;
    score.pairs++;
    const file = check(form);
    const isFirst = finds(file, a.code, isMoving(b.one) ? null : first);
    if (isFirst && finds(file, b.code, second)) score.both++;
    else if (score.misses.length < 20) {
      const [lost, other] = isFirst ? [b, a] : [a, b];
      score.misses.push(
        `${lost.code} (${lost.one.name}) cùng với ${other.code} (${other.one.name})`,
      );
    }
  }
  return score;
}

/**
 * Money in millions is seen beside money in đồng: where the other row's is in millions too there is
 * none. A total is not compared while a row of it is blank, or may be right once a row is changed;
 * a merge stays where its row was; a row whose code is not certain is not said to stand in another
 * place; a row that is moved here keeps a formula for where it stood.
 */
const UNLIKE: ReadonlySet<string> = new Set([
  'amount-in-other-unit times-too-small',
  'total-differs form-row-blank',
  'total-differs blank',
  'total-differs identity-mismatch',
  'cells-merged rows-reordered',
  'row-label-differs rows-reordered',
  'row-duplicate rows-reordered',
  'ratio-shown-differs rows-reordered',
]);

/** What stands in the row of a place. */
function rowAt(form: Form, place: Place): string {
  const sheet = form.workbook.sheets.find(({ name }) => name === place.sheet);
  const cells = sheet?.rows.get(Number(rowOf(place)) - 1) ?? new Map();
  return JSON.stringify([...cells].map(([column, { value, formula }]) => [column, value, formula]));
}

function rowOf({ cell }: Place): string {
  return cell.replace(/^[A-Z]+/, '');
}

function layoutOf(form: Form): string {
  return form.workbook.sheets
    .map(
      (sheet) =>
        `${sheet.name} ${[...sheet.rows].map(([row, cells]) => `${row}:${[...cells.keys()].join()}`).join(';')}`,
    )
    .join('|');
}

export interface DriftScore {
  forms: number;
  same: number;
  misses: string[];
}

/**
 * Forms whose layout people changed at random: every figure must be what it was, without an error.
 */
export function drifts(count: number, seed: number): DriftScore {
  const random = new Random(seed);
  const score: DriftScore = { forms: 0, same: 0, misses: [] };
  const expected = figures(check(soundForm()));
  for (; score.forms < count; score.forms++) {
    const form = soundForm();
    const done: string[] = [];
    for (let step = random.whole(1, 4); step > 0; step--) done.push(drift(form, random));
    const file = check(form);
    const errors = file.findings
      .filter(({ severity }) => severity === 'error')
      .map(({ code }) => code);
    if (errors.length === 0 && figures(file) === expected) score.same++;
    else if (score.misses.length < 10)
      score.misses.push(`${done.join(', ')}: ${errors.join(' ') || 'số liệu khác'}`);
  }
  return score;
}

/** Columns nobody reads: they may go, or move anywhere. */
const FREE = (['implementing', 'coordinating', 'judgement'] as const).map((one) =>
  INDICATOR_COLUMNS.findIndex(({ key }) => key === one),
);
/** The second row of headings, from 0. */
const SECOND = 4;

function drift(form: Form, random: Random): string {
  const sheets = form.workbook.sheets.filter(({ visibility }) => visibility === 'visible');
  const sheet = sheets[random.whole(0, sheets.length - 1)];
  const [row, column] = [random.whole(0, 30), random.whole(0, 10)];
  switch (random.whole(0, 6)) {
    case 0:
      // Between the two rows of headings nothing fits: they are one heading.
      insertRow(sheet, row === SECOND ? SECOND + 2 : row);
      return `chèn hàng ${row}`;
    case 1:
      insertColumn(sheet, column);
      return `chèn cột ${column}`;
    case 2:
      if (sheet !== sheets[0] || !stillHas(sheet, FREE[0])) return '–';
      removeColumn(sheet, FREE[0]);
      return 'xóa cột';
    case 3:
      if (sheet !== sheets[0]) return '–';
      moveColumn(sheet, 3, 4);
      return 'dời cột ĐVT';
    case 4:
      sheet.name = `Sheet${random.whole(1, 9)} (${random.whole(2, 9)})`;
      if (new Set(sheets.map(({ name }) => name)).size < sheets.length) sheet.name += 'b';
      return 'đổi tên trang';
    case 5:
      form.workbook.properties.clear();
      form.workbook.names.clear();
      return 'mất thuộc tính';
    default:
      form.workbook.sheets.reverse();
      return 'đảo thứ tự trang';
  }
}

/** Whether the column still is one nobody reads: an earlier step may have moved others there. */
function stillHas(sheet: Form['workbook']['sheets'][0], column: number): boolean {
  return [...sheet.rows.values()].some((cells) => cells.get(column)?.value === 'Cơ quan thực hiện');
}

function figures({ observations }: CheckedFile): string {
  return JSON.stringify(
    observations
      .map(({ of, code, row, measure, value, state }) =>
        [of, code, row, measure, value, state].join(' '),
      )
      .sort(),
  );
}
