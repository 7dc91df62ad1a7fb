import { knownAt, theOne } from '../../known/known';
import { hasChoices } from '../plan/stat-cells';
import type { PeriodId } from '../period/period';
import { writeFormList } from './form-list';
import { writeFormTable } from './form-table';
import { writeFormViews, type FormViewRequest, type FormViews } from './form-views';
import type { ReportContext } from './report-context';
import { sheetNameOf, type Others, type ReportTable, type TableOfPeriod } from './report-table';

/** The sheets of a statistics form are called so, followed by its code and the period. */
export const FORM_WORDS = { table: 'Biểu', byRow: 'Theo dòng', ofOne: 'Một đơn vị' };

/**
 * The tables of a statistics form, by agency and, where its rows have choices of their own, by row
 * and of one agency; the plan's reader sees to it that sheets can carry the code.
 */
export function formSheetNames(
  form: string,
  period: PeriodId,
): Record<keyof typeof FORM_WORDS, string> {
  const named = (word: string) => sheetNameOf({ word: `${word} ${form}` }, period);
  return {
    table: named(FORM_WORDS.table),
    byRow: named(FORM_WORDS.byRow),
    ofOne: named(FORM_WORDS.ofOne),
  };
}

/** The tables of every statistics form of the period. */
export function formTables(context: ReportContext): ReportTable[] {
  return context.result.forms.flatMap(({ form }) => tablesOfForm(context, form));
}

/**
 * One; or, where its rows have choices of their own, by row, by agency and of one agency that is
 * picked.
 */
function tablesOfForm(context: ReportContext, code: string): ReportTable[] {
  const { plan, period, result, forms } = context;
  const form = theOne(plan.forms, (one) => one.code === code);
  const own = theOne(result.forms, (one) => one.form === code);
  const figures = knownAt(forms, code);
  const title = `BIỂU ${form.code}: ${form.title}`;
  const names = formSheetNames(code, context.period.id);
  const table = (
    which: keyof typeof FORM_WORDS,
    ofPeriod: TableOfPeriod,
    suffix = '',
  ): ReportTable => ({
    key: `${which} ${code}`,
    word: `${FORM_WORDS[which]} ${code}`,
    title: title + suffix,
    // Whose form it shows is picked in a cell: it is looked at, not bound.
    ...(which === 'ofOne' ? { isForOffice: true } : {}),
    of: () => ofPeriod,
  });
  // Of a form nobody owes in the period there is nothing to be picked.
  if (!hasChoices(form) || own.rows.length === 0)
    return [
      table('table', {
        write: (at) => ({
          sheet: writeFormTable(at.name, at.title, plan, form, period, result, own, figures),
        }),
      }),
    ];
  const requestOf = ({ titleOf }: Others): FormViewRequest => {
    const [byAgency, byRow, ofOne] = [names.table, names.byRow, names.ofOne].map((name) =>
      form.lines !== undefined && name !== names.table ? { number: '', title } : titleOf(name),
    );
    return { names, titles: { byAgency, byRow, ofOne }, plan, form, period, result, own, figures };
  };
  if (form.lines !== undefined)
    return [
      table('table', {
        write: (_, others) => ({ sheet: writeFormList(requestOf(others)) }),
      }),
    ];
  let made: FormViews | undefined;
  const view = (which: keyof FormViews): TableOfPeriod => ({
    write: (_, others) => ({ sheet: (made ??= writeFormViews(requestOf(others)))[which] }),
  });
  return [
    table('byRow', view('byRow')),
    table('table', view('byAgency'), ' (THEO ĐƠN VỊ)'),
    table('ofOne', view('ofOne'), ' (TỪNG ĐƠN VỊ)'),
  ];
}
