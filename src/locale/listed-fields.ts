import type { FieldValue } from '../document/field';
import type { Plan } from '../domain/plan/plan';
import { speechOf, type Language } from './language';
import { FIELDS } from './report-fields';

/** A field as it is listed for whoever makes a template. */
export interface ListedField {
  name: string;
  kind: FieldValue['kind'];
  means: string;
}

/**
 * Every field a template of this plan may ask for, with what each is; names with a code are written
 * out for each row.
 */
export function reportFields({ indicators, tasks }: Plan, language: Language): ListedField[] {
  const { fields } = speechOf(language).words;
  const { report, indicator, task } = FIELDS;
  return [
    ...report.map(({ name, kind }) => ({ name, kind, means: fields.report[name] })),
    ...indicators.flatMap(({ code, name: row }) =>
      indicator.map(({ name, kind }) => ofRow(code, row, name, kind, fields.indicator[name])),
    ),
    ...tasks.flatMap(({ code, text }) =>
      task.map(({ name, kind }) => ofRow(code, text, name, kind, fields.task[name])),
    ),
  ];
}

function ofRow(
  code: string,
  row: string,
  name: string,
  kind: FieldValue['kind'],
  means: string,
): ListedField {
  const of = row.length > LONGEST ? `${row.slice(0, LONGEST - 1)}…` : row;
  return { name: `${code}.${name}`, kind, means: `${of}: ${means}` };
}

/** So much of a row's text tells which it is. */
const LONGEST = 60;
