import type { StatForm } from '../plan/stat-form';
import type { FormColumn } from './columns';

/**
 * A column of a statistics sheet: our three, those of the form by their number, the check, and
 * figures of the period before.
 */
export type StatKey =
  | 'code'
  | 'stt'
  | 'name'
  | 'unit'
  | 'check'
  | `column ${string}`
  | `previous ${string}`;

export const columnKey = (code: string): StatKey => `column ${code}`;
export const previousKey = (code: string): StatKey => `previous ${code}`;

export const CHECK_HEADING = 'Kiểm tra';
const PREVIOUS_HEADING = 'Kỳ trước';

/** "Biểu II.06a"; the plan's reader sees to it that a sheet can carry the code. */
export function statSheetName(form: StatForm): string {
  return `Biểu ${form.code}`;
}

export function statColumns(form: StatForm): FormColumn<StatKey>[] {
  return [
    { key: 'code', top: 'Mã', sub: '', number: '', width: 7 },
    { key: 'stt', top: 'STT', sub: '', number: '(1)', width: 5 },
    { key: 'name', top: form.rowHeading, sub: '', number: '(2)', width: 34 },
    ...(hasUnits(form)
      ? [{ key: 'unit', top: 'ĐVT', sub: '', number: '', width: 10 } as const]
      : []),
    ...form.columns.map(({ code, over, group, name }): FormColumn<StatKey> => ({
      key: columnKey(code),
      ...(over ? { over } : {}),
      top: group || name,
      sub: group ? name : '',
      number: `(${code})`,
      width: 11,
    })),
    { key: 'check', top: CHECK_HEADING, sub: '', number: '', width: 30 },
    ...previousColumns(form).map((code): FormColumn<StatKey> => ({
      key: previousKey(code),
      top: PREVIOUS_HEADING,
      sub: `(${code})`,
      number: '',
      width: 11,
    })),
  ];
}

/** Whether rows have units of their own, which are printed beside their names. */
export function hasUnits({ rows }: StatForm): boolean {
  return rows.some(({ unit }) => unit);
}

/** The columns whose figures of the period before an identity needs. */
export function previousColumns(form: StatForm): string[] {
  const terms = form.identities.flatMap(({ left, right }) => [...left, ...right]);
  return [...new Set(terms.filter(({ isPrevious }) => isPrevious).map(({ column }) => column))];
}
