import type { Table, TextBlock } from '../document/document';
import type { FieldValue } from '../document/field';
import type { IndicatorStatus, TaskStatus } from '../domain/consolidation/consolidation';
import type { Period } from '../domain/period/period';
import { windowOf, type Window } from '../domain/period/window';
import { figureUnit, findAgency } from '../domain/plan/plan';
import { saidDay, type HandIn } from '../domain/report/hand-in';
import { HAND_IN_WORDS } from '../domain/report/hand-in-words';
import { judgedAs, TASK_STATUS } from '../domain/report/words';
import type { IndicatorFacts, ReportFacts, TaskFacts } from '../domain/written-report/facts';
import { formatDate } from '../text/date';
import { formatNumber } from '../text/number';
import { fieldKey } from '../text/field-key';
import {
  cell,
  difficultyParagraphs,
  handInParagraphs,
  indicatorParagraphs,
  indicatorSentence,
  indicatorTable,
  NO_LETTERHEAD,
  namedParagraphs,
  names,
  periodSaid,
  placeOf,
  printedName,
  tableOf,
  targetsSaid,
  taskParagraphs,
  type Letterhead,
} from './written-report';

/**
 * What a template of the office may ask for, each declared once: its name and how it is told; what
 * it is, each language says. The names are Vietnamese words without marks, for they stand in
 * official files.
 */
interface Field<Facts, Name extends string = string> {
  name: Name;
  kind: FieldValue['kind'];
  tell(facts: Facts): FieldValue;
}

type Whole = ReportFacts & { letterhead: Letterhead };

/** Words within a line. */
function words<Facts, Name extends string>(
  name: Name,
  tell: (facts: Facts) => string | number,
): Field<Facts, Name> {
  return {
    name,
    kind: 'text',
    tell: (facts) => ({ kind: 'text', text: String(tell(facts)) }),
  };
}

/** What takes the place of a paragraph. */
function passage<Facts, Name extends string>(
  name: Name,
  tell: (facts: Facts) => TextBlock[],
): Field<Facts, Name> {
  return {
    name,
    kind: 'blocks',
    tell: (facts) => ({ kind: 'blocks', blocks: tell(facts) }),
  };
}

/** What may be asked behind "neu". */
function condition<Facts, Name extends string>(
  name: Name,
  tell: (facts: Facts) => boolean,
): Field<Facts, Name> {
  return {
    name,
    kind: 'condition',
    tell: (facts) => ({ kind: 'condition', holds: tell(facts) }),
  };
}

const shown = (value: number | null, decimals = 2): string =>
  value === null ? '' : formatNumber(value, decimals);

const REPORT = [
  words('ky', ({ period }) => periodSaid(period)),
  words('ky.tu', (whole) => formatDate(windowIn(whole).from)),
  words('ky.den', (whole) => formatDate(windowIn(whole).to)),
  words('nam', ({ period }) => period.year),
  words('kehoach', ({ plan }) => plan.name),
  words('kehoach.so', ({ plan }) => plan.number),
  words('noibanhanh', ({ plan }) => placeOf(plan.issuer) ?? '…'),
  words('donvi', ({ plan }) => findAgency(plan, plan.consolidator)?.name ?? ''),
  words('vanban.so', (whole) => whole.letterhead.number ?? '…'),
  words(
    'vanban.ngay',
    (whole) => whole.letterhead.day ?? `ngày … tháng … năm ${whole.period.year}`,
  ),
  words('sodonvi', ({ result }) => result.expected),
  words('sodonvi.danop', ({ result }) => result.received),
  words('sodonvi.datiepnhan', ({ result }) => result.accepted),
  words('sodonvi.chuanop', ({ result }) => result.missing.length),
  words('sodonvi.tralai', ({ result }) => result.returned.length),
  words('sodonvi.dunghan', ({ handIn }) => handIn.onTime.length),
  words('sodonvi.quahan', ({ handIn }) => handIn.late.length),
  words('danhsach.chuanop', ({ handIn }) => names(handIn.missing, Infinity)),
  words('danhsach.tralai', ({ handIn }) => names(handIn.returned, Infinity)),
  words('danhsach.quahan', ({ handIn }) =>
    names(
      handIn.late.map(({ agency }) => agency),
      Infinity,
    ),
  ),
  words('sochitieu', ({ indicators }) => indicators.length),
  ...(
    [
      ['dat', 'met'],
      ['khongdat', 'not-met'],
      ['chuadu', 'incomplete'],
      ['chuadenhan', 'not-due'],
    ] as const
  ).map(([name, status]) =>
    words(`sochitieu.${name}`, (whole: Whole) => withStatus(whole, status)),
  ),
  words('sonhiemvu', ({ tasks }) => tasks.length),
  ...(
    [
      ['dunghan', 'done-on-time'],
      ['hoanthanhquahan', 'done-late'],
      ['dangthuchien', 'in-progress'],
      ['quahan', 'overdue'],
      ['chuadenhan', 'not-due'],
      ['chuabaocao', 'not-reported'],
      ['khongxacdinhhan', 'no-deadline'],
    ] as const
  ).map(([name, status]) => words(`sonhiemvu.${name}`, (whole: Whole) => inState(whole, status))),
  condition('du', ({ result }) => result.accepted === result.expected),
  condition('solieumau', ({ result }) => result.sample),
  passage('doan:tinh-hinh', (whole) => handInParagraphs(whole)),
  passage('doan:chi-tieu', (whole) => indicatorParagraphs(whole)),
  passage('doan:nhiem-vu', (whole) => taskParagraphs(whole)),
  passage('doan:kho-khan', ({ difficulties }) => difficultyParagraphs(difficulties)),
  passage('doan:don-doc', (whole) => namedParagraphs(whole)),
  passage('bang:chi-tieu', (whole) => [indicatorTable(whole)]),
  passage('bang:nhiem-vu', (whole) => [taskTable(whole)]),
  passage('bang:nop-bao-cao', (whole) => [handInTable(whole)]),
] as const satisfies readonly Field<Whole>[];

const INDICATOR = [
  words('ten', ({ facts }) => printedName(facts.indicator)),
  words('donvitinh', ({ facts }) => figureUnit(facts.indicator)),
  words('mucgiao', ({ facts }) => targetsSaid(facts.result.targets, facts.indicator)),
  words('tu', ({ facts }) => shown(facts.result.numerator, 6)),
  words('mau', ({ facts }) => shown(facts.result.denominator, 6)),
  words('giatri', ({ facts }) => shown(facts.result.value)),
  words('luyke', ({ facts }) => shown(facts.result.cumulative.value)),
  words('kytruoc', ({ facts }) => shown(facts.result.previous?.value ?? null)),
  words('tanggiam', ({ facts }) => shown(facts.change)),
  words('danhgia', ({ facts }) => judgedAs(facts.result, facts.indicator)),
  words('cau', ({ facts, period }) => indicatorSentence(facts, period)),
  words('luot', ({ facts }) => `${facts.result.reported}/${facts.result.expected}`),
  words('sokhongdat', ({ facts }) => facts.notMet.length),
  words('dsthieu', ({ facts }) => names(facts.missing, Infinity)),
  words('dskhongdat', ({ facts }) => names(facts.notMet, Infinity)),
  condition('dat', ({ facts }) => facts.result.status === 'met'),
  condition('khongdat', ({ facts }) => facts.result.status === 'not-met'),
  condition('du', ({ facts }) => facts.result.complete),
  condition('tang', ({ facts }) => (facts.change ?? 0) > 0),
  condition('giam', ({ facts }) => (facts.change ?? 0) < 0),
] as const satisfies readonly Field<{ facts: IndicatorFacts; period: Period }>[];

const TASK = [
  words('noidung', ({ task }) => task.text),
  words('thoihan', ({ task }) => task.deadlineText),
  words('giao', ({ result }) => result.assigned),
  words('xong', ({ result }) => result.done),
  words('tinhtrang', ({ result }) => TASK_STATUS[result.status]),
  words('dsquahan', (facts) => names(facts.of('overdue'), Infinity)),
  condition('quahan', (facts) => facts.of('overdue').length > 0),
] as const satisfies readonly Field<TaskFacts>[];

/** The fields of a report, of each of its indicators and of each of its tasks. */
export const FIELDS = { report: REPORT, indicator: INDICATOR, task: TASK };

/** What each field is, in one language. */
export type FieldWords = {
  [Of in keyof typeof FIELDS]: Record<(typeof FIELDS)[Of][number]['name'], string>;
};

/** What the fields of a period say; a name is asked for by its key (text/field-key). */
export function fieldValues(
  facts: ReportFacts,
  letterhead: Letterhead = NO_LETTERHEAD,
): (key: string) => FieldValue | undefined {
  const whole: Whole = { ...facts, letterhead };
  const fields = new Map<string, () => FieldValue>();
  // Where an indicator and a task have one code and a field one name, the indicator's.
  const add = (name: string, tell: () => FieldValue) => {
    const key = fieldKey(name);
    if (!fields.has(key)) fields.set(key, tell);
  };
  for (const { name, tell } of REPORT) add(name, () => tell(whole));
  for (const own of facts.indicators)
    for (const { name, tell } of INDICATOR)
      add(`${own.indicator.code}.${name}`, () => tell({ facts: own, period: facts.period }));
  for (const own of facts.tasks)
    for (const { name, tell } of TASK) add(`${own.task.code}.${name}`, () => tell(own));
  return (key) => fields.get(key)?.();
}

function windowIn({ period, plan }: ReportFacts): Window {
  return windowOf(period, plan.schedule.window);
}

function withStatus({ indicators }: ReportFacts, status: IndicatorStatus): number {
  return indicators.filter(({ result }) => result.status === status).length;
}

function inState({ tasks }: ReportFacts, status: TaskStatus): number {
  return tasks.filter(({ result }) => result.status === status).length;
}

function taskTable({ tasks }: ReportFacts): Table {
  const columns: [string, number][] = [
    ['STT', 13],
    ['Nhiệm vụ', 77],
    ['Thời hạn', 30],
    ['Đã hoàn thành', 20],
    ['Tình trạng', 25],
  ];
  const rows = tasks.map(({ task, result }) => [
    cell(task.stt, 'center'),
    cell(task.text),
    cell(task.deadlineText || 'Không nêu thời hạn', 'center'),
    cell(`${result.done}/${result.assigned}`, 'center'),
    cell(TASK_STATUS[result.status], 'center'),
  ]);
  return tableOf(columns, rows);
}

function handInTable({ board }: ReportFacts): Table {
  const columns: [string, number][] = [
    ['STT', 13],
    ['Đơn vị', 77],
    ['Hạn nộp', 25],
    ['Ngày nộp', 25],
    ['Trạng thái', 25],
  ];
  const rows = board.map((one, index) => [
    cell(String(index + 1), 'center'),
    cell(one.agency.name),
    cell(formatDate(one.due), 'center'),
    cell(dayOf(one), 'center'),
    cell(HAND_IN_WORDS[one.state], 'center'),
  ]);
  return tableOf(columns, rows);
}

function dayOf(one: HandIn): string {
  const day = saidDay(one);
  if (day !== null) return formatDate(day);
  return one.latest ? 'Chưa rõ' : '';
}
