import { knownAt } from '../../known/known';
import { askedAgencies, assignedForms, assignedIndicators, assignedTasks } from '../plan/assigned';
import { absoluteName, cellName, quoteSheet, type Area } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import { type Workbook, knownSheet } from '../../workbook/workbook';
import { plainAgency } from '../agency/office';
import { heightFor, input, LOOK } from '../page/page';
import type { Period } from '../period/period';
import { LEVELS, type Agency } from '../agency/agency';
import { isFilledBy, type Filler, type Plan, type Target } from '../plan/plan';
import { planFor } from '../plan/plan-for';
import { levelWords } from '../plan/words';
import { embedPlan } from './form-plan';
import { HEADER_ROW } from './form-frame';
import { makeForm, templateOf } from './form';
import { INDICATOR_COLUMNS, TASK_COLUMNS, TASK_FORM, type FormColumn } from './columns';
import { topParts, widthOf } from './form-top';
import { statColumns, statSheetName } from './stat-columns';
import { COMMON_AGENCY, PICKER_LABEL, pickerText } from './identity';
import { META_SHEET } from './meta-sheet';

/** Where every sheet of a common form asks for the agency: the code's column is hidden. */
const PICKER = { row: 2, label: 1, cell: 2 };
/** Where the meta sheet lists the agencies, and next to each the codes of the rows it is given. */
const LIST = { row: 10, name: 3, codes: 4 };
const OF_PICKED = { row: 8, column: 1 };

/**
 * One workbook for all (`--common`): the sender picks Đơn vị from a list, and what is not given to
 * that agency greys out. It is read by the agency that was picked.
 */
export function makeCommonForm(whole: Plan, period: Period): Workbook {
  const plan = planFor(whole, period);
  const agencies = askedAgencies(plan, period);
  // Of the plan as everybody's nothing is carried: the sender's check goes by the plan itself.
  const workbook = makeForm({
    plan: forAll(plan, agencies),
    agency: EVERYBODY,
    period,
    previous: null,
    carried: [],
  });
  const meta = knownSheet(workbook, META_SHEET);
  embedPlan(meta, plan, agencies);
  listAgencies(meta, plan, agencies);
  const forms = workbook.sheets.filter((sheet) => sheet !== meta);
  meta.putFormula(
    OF_PICKED.row,
    OF_PICKED.column,
    pickedFormula(forms[0].name, agencies.length),
    '',
  );
  forms.forEach((sheet, index) => {
    const stat = plan.forms.find((form) => statSheetName(form) === sheet.name);
    const columns = stat
      ? statColumns(stat)
      : sheet.name === TASK_FORM
        ? TASK_COLUMNS
        : INDICATOR_COLUMNS;
    askForAgency(sheet, columns, index === 0 ? null : forms[0], agencies.length);
    greyOut(sheet, stat ? statCode(stat.code) : null);
  });
  return workbook;
}

/** The version of the common form by a plan as it stands in a period. */
export function commonTemplate(plan: Plan, period: Period): string {
  const agencies = askedAgencies(plan, period);
  return templateOf(forAll(plan, agencies), EVERYBODY);
}

const EVERYBODY = plainAgency(COMMON_AGENCY, '', 'tinh');

/** `2024-03_bieu-chung.xlsx` */
export function commonFormName(period: Period): string {
  return `${period.id}_bieu-chung.xlsx`;
}

/** The plan as one agency that is given every row anybody is given. */
function forAll(plan: Plan, agencies: readonly Agency[]): Plan {
  const given = <Row extends { filledBy: Filler[] }>(rows: readonly Row[]): Row[] =>
    rows
      .filter((row) => agencies.some((agency) => isFilledBy(row, agency)))
      .map((row) => ({ ...row, filledBy: [{ agency: COMMON_AGENCY }] }));
  return {
    ...plan,
    agencies: [...plan.agencies, EVERYBODY],
    indicators: given(plan.indicators),
    tasks: given(plan.tasks),
    forms: given(plan.forms),
    targets: generalTargets(plan.targets),
  };
}

/**
 * Targets that differ by level or agency are printed together and judged only on arrival, when it
 * is known whose they are.
 */
function generalTargets(targets: readonly Target[]): Target[] {
  const byIndicator = new Map<string, Target[]>();
  for (const target of targets)
    byIndicator.set(target.indicator, [...(byIndicator.get(target.indicator) ?? []), target]);
  return [...byIndicator.values()].map((own) => {
    if (own.length === 1 && own[0].level === null && own[0].agency === null) return own[0];
    const raw = own
      .map(({ level, agency, raw: text }) => [
        level ? `Cấp ${levelWords.write(level).toLowerCase()}` : agency,
        text,
      ])
      .map(([who, text]) => (who ? `${who}: ${text}` : text))
      .join('; ');
    return { ...own[0], level: null, agency: null, raw, value: null, confirmed: true };
  });
}

function codesOf(plan: Plan, agency: Agency): string[] {
  const rows = [...assignedIndicators(plan, agency), ...assignedTasks(plan, agency)].map(
    ({ code }) => code,
  );
  return [...rows, ...assignedForms(plan, agency).map(({ code }) => statCode(code))];
}

/** A statistics form is given whole. */
const statCode = (form: string) => `biểu ${form}`;

function listAgencies(meta: Sheet, plan: Plan, agencies: readonly Agency[]): void {
  const ordered = LEVELS.flatMap((level) => agencies.filter((agency) => agency.level === level));
  ordered.forEach((agency, index) => {
    meta.put(LIST.row + index, LIST.name, pickerText(agency));
    meta.put(LIST.row + index, LIST.codes, `;${codesOf(plan, agency).join(';')};`);
  });
}

const listRange = (column: number, count: number) =>
  `${quoteSheet(META_SHEET)}!${absoluteName(LIST.row, column)}:${absoluteName(LIST.row + count - 1, column)}`;

/** The first sheet asks, the others repeat what was picked there. */
function askForAgency(
  sheet: Sheet,
  columns: readonly FormColumn<string>[],
  first: Sheet | null,
  count: number,
): void {
  const due = sheet.value(PICKER.row, PICKER.label);
  const isPicker = ({ top, left }: Area) => top === PICKER.row && left === PICKER.label;
  sheet.merges.splice(sheet.merges.findIndex(isPicker), 1);
  sheet.put(PICKER.row, PICKER.label, PICKER_LABEL, LOOK.label);
  const { middle, right } = topParts(columns);
  sheet.put(PICKER.row, middle.first, due, LOOK.subtitle);
  const width = widthOf(columns, middle);
  const height = heightFor([[`${due}`, width, LOOK.subtitle.fontSize ?? 12]]);
  sheet.rowHeights.set(PICKER.row, Math.max(height, sheet.rowHeights.get(PICKER.row) ?? 0));
  const here = absoluteName(PICKER.row, PICKER.cell);
  if (first) {
    const there = `${quoteSheet(first.name)}!${here}`;
    sheet.putFormula(PICKER.row, PICKER.cell, `IF(${there}="","",${there})`, '', LOOK.bold);
  } else {
    sheet.put(PICKER.row, PICKER.cell, null, input({ ...LOOK.text, bold: true, format: '@' }));
    sheet.validations.push({
      area: { top: PICKER.row, bottom: PICKER.row, left: PICKER.cell, right: PICKER.cell },
      rule: { source: listRange(LIST.name, count) },
      prompt: {
        title: 'Đơn vị báo cáo',
        text: 'Vui lòng chọn đơn vị trong danh sách trước khi nhập số liệu.',
      },
      error: { title: 'Đơn vị chưa đúng', text: 'Đề nghị chọn một đơn vị trong danh sách.' },
    });
  }
  const name = `MID(${here},FIND(" – ",${here})+3,200)`;
  // Without the words that say whose a form is: this one is whose was picked.
  sheet.putFormula(0, right.first, `IF(${here}="","",UPPER(${name}))`, '', LOOK.note);
}

/**
 * The codes of the agency that was picked stand in one cell of the meta sheet, which every row
 * looks at.
 */
function greyOut(sheet: Sheet, form: string | null): void {
  const rows = [...sheet.rows.keys()].filter(
    (row) => row > HEADER_ROW + 2 && sheet.value(row, 0) !== null,
  );
  if (rows.length === 0) return;
  const picked = `${quoteSheet(META_SHEET)}!${absoluteName(OF_PICKED.row, OF_PICKED.column)}`;
  const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
  const right = Math.max(...[...knownAt(sheet.rows, rows[0]).keys()]);
  const code = `$${cellName(top, 0)}`;
  const own = form === null ? code : `"${form}"`;
  sheet.conditionalFormats.unshift({
    area: { top, bottom, left: 0, right },
    rule: { formula: `AND(${code}<>"",${picked}<>"",ISERROR(SEARCH(";"&${own}&";",${picked})))` },
    style: { fill: '#D9D9D9', fontColor: '#A6A6A6' },
    stopIfTrue: true,
  });
}

/** Which rows the picked agency is given, looked up by its name. */
function pickedFormula(first: string, count: number): string {
  const there = `${quoteSheet(first)}!${absoluteName(PICKER.row, PICKER.cell)}`;
  const names = listRange(LIST.name, count);
  return `IFERROR(INDEX(${listRange(LIST.codes, count)},MATCH(${there},${names},0)),"")`;
}
