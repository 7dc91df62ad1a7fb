import { theOne } from '../../known/known';
import { INDICATOR_COLUMNS, INDICATOR_FORM, TASK_COLUMNS, TASK_FORM } from '../template/columns';
import type { FormColumn, IndicatorColumn, TaskColumn } from '../template/columns';
import { FORMER_INDICATOR_COLUMNS, FORMER_TASK_COLUMNS } from '../template/former-columns';
import type { FormFormat } from '../template/identity';
import { inputColumns, type StatForm } from '../plan/stat-form';
import { columnKey, statColumns, statSheetName, type StatKey } from '../template/stat-columns';

/** What is known of a kind of form before any sheet is looked at. */
export interface FormKind<Key extends string> {
  name: string;
  columns: readonly FormColumn<Key>[];
  /** Columns whose absence makes the form unreadable. */
  needed: readonly Key[];
  labelColumn: Key;
  /** Columns people fill: a row without a known code that has something there is reported. */
  inputs: readonly Key[];
}

export const INDICATOR_KIND: FormKind<IndicatorColumn> = {
  name: INDICATOR_FORM,
  columns: INDICATOR_COLUMNS,
  needed: ['name', 'numerator', 'denominator'],
  labelColumn: 'name',
  inputs: ['numerator', 'denominator', 'ratio'],
};

export const TASK_KIND: FormKind<TaskColumn> = {
  name: TASK_FORM,
  columns: TASK_COLUMNS,
  needed: ['text', 'result', 'date', 'status'],
  labelColumn: 'text',
  inputs: ['result', 'date', 'status'],
};

/** Of each format a form may have been issued in. */
export const INDICATOR_KINDS: Record<FormFormat, FormKind<IndicatorColumn>> = {
  1: {
    ...INDICATOR_KIND,
    columns: FORMER_INDICATOR_COLUMNS,
    inputs: ['numerator', 'denominator'],
  },
  2: INDICATOR_KIND,
};

export const TASK_KINDS: Record<FormFormat, FormKind<TaskColumn>> = {
  1: { ...TASK_KIND, columns: FORMER_TASK_COLUMNS },
  2: TASK_KIND,
};

const STAT_KINDS = new WeakMap<StatForm, FormKind<StatKey>>();

/** A statistics form: its columns are what the plan says. */
export function statKind(form: StatForm): FormKind<StatKey> {
  let kind = STAT_KINDS.get(form);
  if (!kind) STAT_KINDS.set(form, (kind = kindOf(form)));
  return kind;
}

function kindOf(form: StatForm): FormKind<StatKey> {
  const inputs = inputColumns(form).map(({ code }) => columnKey(code));
  return {
    name: statSheetName(form),
    columns: statColumns(form),
    needed: ['name', ...inputs],
    labelColumn: 'name',
    inputs,
  };
}

/** A column as people see its heading. */
export function headingOf<Key extends string>(kind: FormKind<Key>, key: Key): string {
  const { top, sub } = theOne(kind.columns, (candidate) => candidate.key === key);
  return sub === '' ? top : `${top} – ${sub}`;
}
