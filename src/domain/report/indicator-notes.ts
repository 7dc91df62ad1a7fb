import type { Consolidation } from '../consolidation/consolidation';
import { countedTwice } from '../consolidation/two-paths';
import { periodLabel } from '../period/period';
import type { Level } from '../agency/agency';
import { findAgency, type Plan } from '../plan/plan';
import { generalTarget, targetFor } from '../plan/target';
import { measureOf } from '../measure/measure';
import type { FiguresSheet } from './figures-sheet';
import { gapNotes } from './gap-notes';
import { chosenPathNotes, pathNotes } from './path-notes';
import type { ReportContext } from './report-context';
import { printedRow } from './words';

/**
 * What stands under the province's table: how it is added up, who is missing, and what is to be
 * read with care.
 */
export function notesUnder(context: ReportContext): string[] {
  const { plan, period, result, figures, options } = context;
  return [
    ...notes(plan, result, options.acceptIncomplete),
    ...gapNotes(plan, figures, period),
    ...fewNotes(plan, result),
  ];
}

/** What the office has to settle before it signs: below the table, and never on its paper. */
export function officeNotes({ plan, period, figures, inForce }: ReportContext): string[] {
  const own = [
    ...pathNotes(plan, period, inForce),
    ...chosenPathNotes(plan, period),
    ...twiceNotes(plan, figures),
  ];
  return own.length > 0 ? [FOR_THE_OFFICE, ...own] : [];
}

const FOR_THE_OFFICE = 'Dành cho cơ quan tổng hợp (ngoài vùng in):';

/** So many are read; more are a matter of the plan. */
const NAMED = 20;

/**
 * What may be in a total twice is named, not taken out: only the office knows by which path it
 * came.
 */
function twiceNotes(plan: Plan, { cells }: FiguresSheet): string[] {
  const added = new Set(
    plan.indicators
      .filter((one) => measureOf(one).isTotalled && measureOf(one).together === 'SUM')
      .map(({ code }) => code),
  );
  const entries = [...cells]
    .filter(([code]) => added.has(code))
    .map(
      ([code, agencies]) => [code, [...agencies.values()].flatMap((one) => one.entries)] as const,
    );
  const found = countedTwice(new Map(entries));
  const parts = found
    .slice(0, NAMED)
    .map(
      ({ code, agency, period, below }) =>
        `${code} – ${agency.name}, ${periodLabel(period)} (${below} đơn vị)`,
    );
  const more = found.length > NAMED ? `; và ${found.length - NAMED} số liệu khác` : '';
  return found.length === 0
    ? []
    : [
        `Có thể đã tính hai lần, vì bằng đúng tổng của các đơn vị trực thuộc cùng kỳ: ${parts.join('; ')}${more}.`,
      ];
}

const OF_FEW = 'Mẫu số nhỏ, mức giao tính ra số lượng';

/** Whether a line tells counts that the figures over it tell already. */
export function isOfFew(text: string): boolean {
  return text.startsWith(OF_FEW);
}

/** Of fewer than this a percentage is easier read as a count. */
const FEW = 20;
const LEVEL: Record<Level, string> = { tinh: 'tỉnh', huyen: 'huyện', xa: 'xã' };

/** A target over a small denominator is a count, ⌈t·N⌉: 60% of 3 are 2. */
function fewNotes(plan: Plan, { indicators }: Consolidation): string[] {
  const parts = indicators.flatMap(({ code, denominator, numerator, levels }) => {
    const indicator = plan.indicators.find((one) => one.code === code);
    if (!indicator) return [];
    const measure = measureOf(indicator);
    const general = generalTarget(plan, code);
    const judged = general
      ? [{ target: general, where: '', numerator, denominator }]
      : levels.map((own) => ({
          ...own,
          target: targetFor(plan, code, own),
          where: ` (cấp ${LEVEL[own.level]})`,
        }));
    return judged.flatMap(({ target, where, numerator: done, denominator: of }) => {
      if (
        measure.choices.compared !== null ||
        target?.operator !== '>=' ||
        target.value === null ||
        of === null ||
        of >= FEW
      )
        return [];
      const needed = measure.countNeeded(target.value, of);
      return needed === null
        ? []
        : [
            `${printedRow(plan.indicators, code)}${where}: cần ít nhất ${needed}/${of}, nay ${done}`,
          ];
    });
  });
  return parts.length === 0 ? [] : [`${OF_FEW}: ${parts.join('; ')}.`];
}

function notes(plan: Plan, result: Consolidation, acceptIncomplete: boolean): string[] {
  const names = (codes: string[]) =>
    codes.map((code) => findAgency(plan, code)?.name ?? code).join('; ');
  const lines = [
    '',
    'Ghi chú: tỷ lệ chung = tổng tử số/tổng mẫu số của các đơn vị đã báo cáo; không lấy bình quân tỷ lệ.',
    `Đơn vị đã được tiếp nhận: ${result.accepted}/${result.expected}.`,
  ];
  if (acceptIncomplete)
    lines.push(
      `Kỳ báo cáo được chốt với ${result.accepted}/${result.expected} đơn vị; số liệu chưa đầy đủ vẫn được đánh giá.`,
    );
  if (result.missing.length > 0)
    lines.push(`Đơn vị chưa báo cáo (${result.missing.length}): ${names(result.missing)}.`);
  if (result.returned.length > 0)
    lines.push(
      `Đơn vị bị trả lại, chưa nộp lại (${result.returned.length}): ${names(result.returned)}.`,
    );
  return lines;
}
