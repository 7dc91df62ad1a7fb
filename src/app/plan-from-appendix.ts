import type { National } from '../domain/agency/national';
import {
  importProvince,
  officesBesideRegister,
  provinceChoices,
  type ProvinceChoice,
  type ProvinceRegister,
  type RegisterChoice,
} from '../domain/agency/national-register';
import {
  readAppendix,
  titleOnly,
  type AppendixColumn,
  type AppendixMark,
  type AppendixReading,
  type ColumnChoice,
  type OpeningFigure,
} from '../domain/appendix/read-appendix';
import { questionOf, questionsOf } from '../domain/appendix/question';
import { officesNamed } from '../domain/appendix/offices-named';
import { BUILTIN_PLANS } from '../domain/plan/builtin';
import type { Agency, Level } from '../domain/agency/agency';
import { isFilledBy, type Confirmation, type Plan } from '../domain/plan/plan';
import { PLAN_SHEETS } from '../domain/plan/plan-sheets';
import type { PeriodKind } from '../domain/period/period';
import type { Holiday } from '../domain/period/window';
import { accept, refuse, type Refusal, type Result } from '../domain/result';
import { matchKey, slug } from '../text/normal-form';
import type { Sheet } from '../workbook/sheet';
import type { Workbook } from '../workbook/workbook';
import type { UseCaseRefusalCode } from './refusals';

export interface AppendixOptions {
  /** The plan's year, where the title does not say it. */
  year: number | null;
  /** Whose units report; null: the province the document names. */
  province: Pick<ProvinceChoice, 'code' | 'span'> | null;
  /** What a person says the columns are; absent: what their headings say. */
  columns?: readonly ColumnChoice[];
}

/** The longest appendix we know has 400; a sheet of data beside it must not hold up the pane. */
const MOST_CELLS = 50_000;
/**
 * Ten times the letters of the longest appendix we know: its texts are held against every office
 * and every word of a deadline.
 */
const MOST_LETTERS = 3_000_000;

export interface AppendixPlan {
  plan: Plan;
  marks: AppendixMark[];
  /** How each column was understood, to be looked at before anything is written. */
  columns: AppendixColumn[];
  openings: OpeningFigure[];
  /** What is asked, each at its cell of the appendix, in the words of the sheet Xác nhận. */
  questions: { sheet: string; cell: string; text: string }[];
}

/**
 * A plan from a decision's appendix (*Đọc phụ lục*): its rows, a register for whom it names, and a
 * list of everything that has to be confirmed before it goes to anybody. What was not understood is
 * left open there, never filled in.
 */
export function planFromAppendix(
  workbook: Workbook,
  national: National,
  options: AppendixOptions,
): Result<AppendixPlan, Refusal<UseCaseRefusalCode>> {
  const tooMuch = tooMuchOf(workbook);
  if (tooMuch) return tooMuch;
  const found = whoseAppendix(workbook, national, options);
  if (!found.ok) return found;
  const { first, isWhole, year, choice, own } = found.value;
  const offices = officesBeside(national, choice, own);
  const reading = isWhole
    ? first
    : readAppendix(workbook, [...own.agencies, ...offices], year, options.columns);
  const given = namedIn(reading);
  const named = offices.filter(({ code }) => given.has(code));
  const register =
    choice && named.length > 0
      ? { ...own, agencies: withOffices(national, choice, named, given).agencies }
      : own;
  leaveOut(reading, named);
  const { marks, columns, openings } = reading;
  if (reading.indicators.length + reading.tasks.length === 0) return refuse('appendix-no-table');
  const asked = askedOf(reading, register);
  const plan = draft(
    reading,
    register,
    year,
    choice === null ? register.agencies : named,
    asked.filter(({ isAskedThere }) => !isAskedThere).map(({ confirmation }) => confirmation),
  );
  return accept({
    plan,
    marks,
    columns,
    openings,
    questions: asked.map(({ question }) => question),
  });
}

/** Whose appendix it is and of which year, as it was told or as its head says. */
interface Whose {
  /** As it is read before that is known. */
  first: AppendixReading;
  /** Province and year were told: the first reading is the whole one. */
  isWhole: boolean;
  year: number;
  choice: AppendixOptions['province'];
  own: ProvinceRegister;
}

function whoseAppendix(
  workbook: Workbook,
  national: National,
  { province, year: told, columns }: AppendixOptions,
): Result<Whose, Refusal<UseCaseRefusalCode>> {
  const chosen = province && registerOf(national, province);
  if (province && !chosen) return refuse('unknown-province', { found: province.code });
  const known = chosen ? withBeside(national, province, chosen) : [];
  const first = readAppendix(workbook, known, told, columns);
  // A table whose rows are agencies is none until it is known who they are.
  const hasRows = first.indicators.length + first.tasks.length > 0;
  const title = hasRows ? first.title : titleOnly(workbook);
  const year = told ?? title.year;
  const choice = province ?? provinceOf(national, title.issuer, year);
  if (!hasRows && (year === null || choice === null)) return refuse('appendix-no-table');
  if (year === null) return refuse('appendix-no-year');
  const own = chosen ?? (choice ? importProvince(national, choice) : officesOf(first));
  return accept({ first, isWhole: chosen !== null && told === year, year, choice, own });
}

/** An appendix longer than any decision's; null for one that is read. */
function tooMuchOf(workbook: Workbook): ReturnType<typeof refuse<UseCaseRefusalCode>> | null {
  const cells = workbook.sheets.reduce(
    (count, { rows }) => count + [...rows.values()].reduce((n, row) => n + row.size, 0),
    0,
  );
  if (cells > MOST_CELLS) return refuse('appendix-too-large', { cells, most: MOST_CELLS });
  const letters = lettersOf(workbook);
  if (letters > MOST_LETTERS) return refuse('appendix-too-long', { letters, most: MOST_LETTERS });
  return null;
}

function officesBeside(
  national: National,
  choice: RegisterChoice | null,
  register: ProvinceRegister,
): Agency[] {
  return choice ? officesBesideRegister(national, choice, register) : [];
}

function withBeside(
  national: National,
  choice: RegisterChoice | null,
  register: ProvinceRegister,
): Agency[] {
  return [...register.agencies, ...officesBeside(national, choice, register)];
}

/** The province's register with the offices beside it that the appendix names. */
function withOffices(
  national: National,
  choice: RegisterChoice,
  offices: readonly Agency[],
  named: ReadonlySet<string>,
): ProvinceRegister {
  return importProvince(national, {
    ...choice,
    offices: offices.map(({ code }) => code),
    named,
  });
}

function registerOf(
  national: National,
  choice: Pick<ProvinceChoice, 'code' | 'span'>,
): ProvinceRegister | null {
  const isKnown = provinceChoices(national).some(
    ({ code, span }) => code === choice.code && span === choice.span,
  );
  return isKnown ? importProvince(national, choice) : null;
}

/**
 * The sheets a reading was made from, to stand beside the plan where the cells it asks about are in
 * no workbook.
 */
export function tablesRead(
  workbook: Workbook,
  { columns }: Pick<AppendixPlan, 'columns'>,
): Sheet[] {
  const read = new Set(columns.map(({ sheet }) => sheet));
  return workbook.sheets.filter(({ name }) => read.has(name));
}

function lettersOf({ sheets }: Workbook): number {
  let letters = 0;
  for (const { rows } of sheets)
    for (const cells of rows.values())
      for (const { value } of cells.values())
        if (typeof value === 'string') letters += value.length;
  return letters;
}

/**
 * The province a document's issuer is, in the list of its year; null for a district's or a
 * commune's document.
 */
function provinceOf(
  national: National,
  issuer: string,
  year: number | null,
): ProvinceChoice | null {
  if (year === null) return null;
  const named = /(?:^|\s)((?:tỉnh|thành phố)\s+\p{L}.*)$/iu.exec(issuer)?.[1];
  if (!named || /(huyện|xã|phường|thị trấn)\s/i.test(issuer.replace(named, ''))) return null;
  // A province that ended in 2025 is none of those across the change.
  const spans =
    year < 2025
      ? ['to-2025-06-30']
      : year === 2025
        ? ['across-2025', 'to-2025-06-30']
        : ['from-2025-07-01'];
  const choices = provinceChoices(national).filter(
    ({ name }) => matchKey(name) === matchKey(named),
  );
  return spans.flatMap((of) => choices.find(({ span }) => span === of) ?? [])[0] ?? null;
}

/**
 * A commune's or a district's own plan names its sections: they are its register until the owner
 * says otherwise.
 */
function officesOf({ title, indicators, tasks }: AppendixReading): ProvinceRegister {
  const level: Level = /(xã|phường|thị trấn)\s/i.test(title.issuer) ? 'xa' : 'huyen';
  return { agencies: officesNamed([...indicators, ...tasks], level), successions: [] };
}

/** Whom a row or a target is given to by name. */
function namedIn({ indicators, tasks, targets }: AppendixReading): Set<string> {
  const fillers = [...indicators, ...tasks].flatMap(({ filledBy }) => filledBy);
  return new Set([
    ...fillers.flatMap((one) => ('agency' in one ? [one.agency] : [])),
    ...targets.flatMap(({ agency }) => agency ?? []),
  ]);
}

/** "Các sở, ban, ngành" are the departments; an office is asked where it is named. */
function leaveOut({ indicators, tasks }: AppendixReading, offices: readonly Agency[]): void {
  for (const row of [...indicators, ...tasks]) {
    const isOfLevel = row.filledBy.some((one) => 'level' in one && one.level === 'tinh');
    if (!isOfLevel) continue;
    const named = (code: string): boolean =>
      row.filledBy.some((one) => 'agency' in one && one.agency === code);
    const others = offices.filter(({ code }) => !named(code));
    row.filledBy = [...row.filledBy, ...others.map(({ code }) => ({ except: code }))];
  }
}

interface Asked {
  confirmation: Confirmation;
  /** The row itself stands unconfirmed: answering twice is asked of nobody. */
  isAskedThere: boolean;
  question: AppendixPlan['questions'][number];
}

/** What was not understood for certain, as rows of the sheet Xác nhận. */
function askedOf(reading: AppendixReading, { agencies }: ProvinceRegister): Asked[] {
  const rows = {
    indicators: new Map(reading.indicators.map((row) => [row.code, row])),
    tasks: new Map(reading.tasks.map((row) => [row.code, row])),
  };
  const spread = ({ table, code, found }: AppendixMark): number => {
    const row = table === 'targets' || !/^các\s/i.test(found) ? undefined : rows[table].get(code);
    return row?.filledBy.some((one) => 'level' in one)
      ? agencies.filter((agency) => isFilledBy(row, agency)).length
      : 0;
  };
  const open = new Set(
    reading.targets.filter(({ confirmed }) => !confirmed).map(({ indicator }) => indicator),
  );
  const isOpenTarget = ({ table, why, code }: AppendixMark): boolean =>
    table === 'targets' && why === 'operator' && open.has(code);
  return questionsOf(reading.marks, spread).map((one) => {
    const [first] = one.marks;
    const { table, code, heading, sheet, cell } = first;
    const text = questionOf(one, spread(first));
    return {
      confirmation: ask(PLAN_SHEETS[table], code, heading, text),
      isAskedThere: one.marks.every(isOpenTarget),
      question: { sheet, cell, text },
    };
  });
}

function ask(table: string, code: string, heading: string, question: string): Confirmation {
  return { table, code, heading, question, who: '', day: null };
}

function draft(
  reading: AppendixReading,
  register: ProvinceRegister,
  year: number,
  fromAppendix: readonly Agency[],
  asked: readonly Confirmation[],
): Plan {
  const { title } = reading;
  const { agencies, successions } = register;
  const holidays = BUILTIN_PLANS.find((plan) => plan.year === year)?.holidays;
  const consolidator = agencies.find(({ name }) => /^văn phòng/i.test(name)) ?? agencies[0];
  const isScheduled = reading.schedule.length > 0;
  const kinds: PeriodKind[] = isScheduled ? reading.schedule : ['quarter', 'year'];
  return {
    id: slug(`${title.number || 'ke-hoach'} ${year}`),
    name: title.name || `Kế hoạch năm ${year}`,
    number: title.number,
    date: title.date,
    issuer: title.issuer,
    year,
    consolidator: consolidator?.code ?? '',
    schedule: {
      kinds,
      window: 'nd09',
      dueAfter: 2,
      from: kinds.includes('month') ? `${year}-01` : `${year}-Q1`,
    },
    agencies,
    indicators: reading.indicators,
    targets: reading.targets,
    tasks: reading.tasks,
    forms: [],
    successions,
    confirmations: [
      ask(
        PLAN_SHEETS.plan,
        'Đơn vị tổng hợp',
        'Nội dung',
        'Phụ lục không nêu đơn vị tổng hợp; đang ghi theo đề xuất.',
      ),
      ask(
        PLAN_SHEETS.plan,
        'Kỳ báo cáo',
        'Nội dung',
        isScheduled
          ? 'Kỳ báo cáo ghi theo cột tần suất báo cáo của phụ lục; đề nghị kiểm tra.'
          : 'Phụ lục không nêu kỳ báo cáo; đang ghi quý và năm theo đề xuất.',
      ),
      ...(holidays
        ? []
        : [
            ask(
              PLAN_SHEETS.holidays,
              '',
              'Ngày',
              `Chưa có lịch nghỉ Tết và làm bù năm ${year}; đề nghị bổ sung.`,
            ),
          ]),
      ...fromAppendix.map(({ code, name }) =>
        ask(
          PLAN_SHEETS.agencies,
          code,
          'Tên đơn vị',
          fromAppendix.length === agencies.length
            ? `“${name}” lấy từ phụ lục; đề nghị kiểm tra tên và cấp.`
            : `“${name}” được thêm vào danh mục vì phụ lục giao việc cho đơn vị này, và không tính trong “các sở, ban, ngành” (trang Phân công); đề nghị kiểm tra.`,
        ),
      ),
      ...asked,
    ],
    holidays: holidays ?? solarHolidays(year),
  };
}

/**
 * The days that are off on the same date every year (Bộ luật Lao động, Điều 112); Tết and the
 * Kings' day move.
 */
function solarHolidays(year: number): Holiday[] {
  return [
    ['01-01', 'Tết Dương lịch'],
    ['04-30', 'Ngày Chiến thắng'],
    ['05-01', 'Ngày Quốc tế lao động'],
    ['09-02', 'Quốc khánh'],
  ].map(([day, name]) => ({ date: `${year}-${day}`, name, kind: 'off' }));
}
