/**
 * A second, independent reading of lists of variable length (measures.md, "A statistics form": rows
 * are listed, counted, never summed by position; docs/plan-workbook.md, *Số dòng để ghi*).
 *
 * Every line somebody began is one flat record; every answer is a loop over these.
 */
import type { FormColumns, FormResult } from '../../src/domain/consolidation/consolidation';
import type { Plan } from '../../src/domain/plan/plan';
import type { StatForm } from '../../src/domain/plan/stat-form';
import type { Submission } from '../../src/domain/submission/submission';
import { basesOf, fileInForce, owes } from './form-oracle';

interface Line {
  agency: string;
  base: number;
  number: number;
  figures: Record<string, number>;
  words: Record<string, string>;
  /** Something stands in it besides that there is nothing. */
  isListed: boolean;
  /** Every column of figures has one. */
  isWhole: boolean;
}

export function listOracle(
  plan: Plan,
  form: StatForm,
  submissions: Submission[],
  periodId: string,
): FormResult {
  const bases = basesOf(plan, form, periodId);
  const figures = form.columns.filter((one) => !one.typed && one.overTime !== 'computed');
  const lines: Line[] = [];
  const owed: { agency: string; base: number; isTold: boolean }[] = [];
  for (const [base, { id, lastDay }] of bases.entries()) {
    for (const agency of plan.agencies) {
      if (!owes(agency, form, lastDay)) continue;
      const own = linesOf(form, fileInForce(submissions, agency.code, id), agency.code, base);
      lines.push(...own);
      const isTold = own.length > 0 && own.every((one) => !one.isListed || one.isWhole);
      owed.push({ agency: agency.code, base, isTold });
    }
  }
  /** What the lines of some agencies add up to, where the form says that lines are added. */
  const added = (agencies: string[]): FormColumns => {
    const columns: FormColumns = Object.fromEntries(form.columns.map(({ code }) => [code, null]));
    if (form.totals !== 'yes') return columns;
    for (const { code, overTime } of figures) {
      let thousandths: number | null = null;
      for (const line of lines) {
        if (!agencies.includes(line.agency) || !line.isListed || !line.isWhole) continue;
        if (overTime === 'stock' && line.base !== bases.length - 1) continue;
        thousandths = (thousandths ?? 0) + Math.round(line.figures[code] * 1000);
      }
      columns[code] = thousandths === null ? null : thousandths / 1000;
    }
    return withSums(form, columns);
  };
  const codes = [...new Set(owed.map(({ agency }) => agency))].sort();
  const rows = codes.map((code): FormResult['rows'][number] => {
    const own = owed.filter(({ agency }) => agency === code);
    return {
      key: code,
      level: plan.agencies.find((one) => one.code === code)!.level,
      expected: own.length,
      reported: own.filter(({ isTold }) => isTold).length,
      columns: added([code]),
      fields: [],
      listed: lines
        .filter((line) => line.agency === code && line.isListed)
        .sort((a, b) => a.base - b.base || a.number - b.number)
        .map(({ base, number, isWhole, figures: said, words }) => ({
          period: bases[base].id,
          line: String(number),
          columns: withSums(
            form,
            Object.fromEntries(
              form.columns.map(({ code: one }) => [one, isWhole ? (said[one] ?? null) : null]),
            ),
          ),
          ...(Object.keys(words).length > 0 ? { texts: words } : {}),
        })),
    };
  });
  const gaps = owed.filter(({ isTold }) => !isTold);
  const levels = (['tinh', 'huyen', 'xa'] as const).filter((level) =>
    rows.some((row) => row.level === level),
  );
  return {
    form: form.code,
    complete: gaps.length === 0,
    expected: owed.length,
    reported: owed.length - gaps.length,
    notReported: rows.filter(({ reported }) => reported === 0).map(({ key }) => key),
    missingMonths: Object.fromEntries(
      codes
        .filter((code) => gaps.some(({ agency }) => agency === code))
        .map((code) => [
          code,
          gaps
            .filter(({ agency }) => agency === code)
            .map(({ base }) => bases[base].id)
            .sort(),
        ]),
    ),
    rows,
    levels: levels.map((level) => ({
      level,
      columns: added(rows.filter((row) => row.level === level).map(({ key }) => key)),
    })),
    fields: [],
    total: added(codes),
    listed: lines.filter(({ isListed }) => isListed).length,
  };
}

/** The lines of one file: whatever number they have, also above those that stood ready. */
function linesOf(form: StatForm, file: Submission | null, agency: string, base: number): Line[] {
  const byNumber = new Map<number, Line>();
  for (const { of, code, row, measure, state, value } of file?.observations ?? []) {
    if (of !== 'form' || code !== form.code || row === undefined) continue;
    const number = Number(row);
    const line = byNumber.get(number) ?? {
      ...{ agency, base, number, figures: {}, words: {} },
      ...{ isListed: false, isWhole: false },
    };
    byNumber.set(number, line);
    if (state !== 'ok' && state !== 'not-applicable') continue;
    const column = form.columns.find((one) => one.code === measure);
    if (!column) continue;
    if (column.typed && typeof value === 'string') line.words[measure] = value;
    if (!column.typed && typeof value === 'number') line.figures[measure] = value;
  }
  for (const line of byNumber.values()) {
    const said = Object.values(line.words);
    const isNone =
      Object.keys(line.figures).length === 0 &&
      said.length > 0 &&
      said.every((one) => one === 'Không phát sinh');
    line.isListed = !isNone;
    line.isWhole = form.columns.every(
      ({ code, typed, overTime }) =>
        typed !== undefined || overTime === 'computed' || line.figures[code] !== undefined,
    );
  }
  return [...byNumber.values()];
}

/** Sums of columns, which is all the forms of the test calculate. */
function withSums(form: StatForm, columns: FormColumns): FormColumns {
  const all = { ...columns };
  for (const { text } of form.identities) {
    const [to, parts] = text.split(' = ');
    const values = parts.split(' + ').map((part) => all[part] ?? null);
    const isKnown = values.every((value) => value !== null);
    all[to] = isKnown
      ? values.reduce<number>((sum, value) => sum + Math.round(value! * 1000), 0) / 1000
      : null;
  }
  return all;
}
