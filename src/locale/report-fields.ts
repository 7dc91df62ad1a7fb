import type { Table, TextBlock } from '../document/document';
import type { FieldValue } from '../document/field';
import type { IndicatorStatus, TaskStatus } from '../domain/consolidation/consolidation';
import type { Language } from './language';
import type { Period } from '../domain/period/period';
import { windowOf, type Window } from '../domain/period/window';
import { figureUnit, findAgency, type Plan } from '../domain/plan/plan';
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
 * What a template of the office may ask for, each declared once: its name, what it is in both
 * languages, and how it is told. The names are
 * Vietnamese words without marks, for they stand in official files.
 */
interface Field<Facts> extends ListedField {
  tell(facts: Facts): FieldValue;
}

/** A field as it is listed for whoever makes a template. */
export interface ListedField {
  name: string;
  kind: FieldValue['kind'];
  means: Record<Language, string>;
}

type Whole = ReportFacts & { letterhead: Letterhead };

/** Words within a line. */
function words<Facts>(
  name: string,
  vi: string,
  en: string,
  tell: (facts: Facts) => string | number,
): Field<Facts> {
  return {
    name,
    kind: 'text',
    means: { vi, en },
    tell: (facts) => ({ kind: 'text', text: String(tell(facts)) }),
  };
}

/** What takes the place of a paragraph. */
function passage<Facts>(
  name: string,
  vi: string,
  en: string,
  tell: (facts: Facts) => TextBlock[],
): Field<Facts> {
  return {
    name,
    kind: 'blocks',
    means: { vi, en },
    tell: (facts) => ({ kind: 'blocks', blocks: tell(facts) }),
  };
}

/** What may be asked behind "neu". */
function condition<Facts>(
  name: string,
  vi: string,
  en: string,
  tell: (facts: Facts) => boolean,
): Field<Facts> {
  return {
    name,
    kind: 'condition',
    means: { vi, en },
    tell: (facts) => ({ kind: 'condition', holds: tell(facts) }),
  };
}

const shown = (value: number | null, decimals = 2): string =>
  value === null ? '' : formatNumber(value, decimals);

const REPORT: readonly Field<Whole>[] = [
  words('ky', 'kỳ báo cáo, trong câu', 'the period, within a sentence', ({ period }) =>
    periodSaid(period),
  ),
  words('ky.tu', 'ngày đầu kỳ', 'first day of the period', (whole) =>
    formatDate(windowIn(whole).from),
  ),
  words('ky.den', 'ngày chốt số liệu', 'day of the cut-off', (whole) =>
    formatDate(windowIn(whole).to),
  ),
  words('nam', 'năm', 'year', ({ period }) => period.year),
  words('kehoach', 'tên kế hoạch', 'name of the plan', ({ plan }) => plan.name),
  words('kehoach.so', 'số của kế hoạch', 'number of the plan', ({ plan }) => plan.number),
  words('noibanhanh', 'địa danh', 'place of issue', ({ plan }) => placeOf(plan.issuer) ?? '…'),
  words(
    'donvi',
    'đơn vị tổng hợp',
    'the office that consolidates',
    ({ plan }) => findAgency(plan, plan.consolidator)?.name ?? '',
  ),
  words(
    'vanban.so',
    'số của báo cáo đã ghi trên bảng',
    'number of the report as typed over the tables',
    (whole) => whole.letterhead.number ?? '…',
  ),
  words(
    'vanban.ngay',
    'ngày của báo cáo đã ghi trên bảng',
    'day of the report as typed over the tables',
    (whole) => whole.letterhead.day ?? `ngày … tháng … năm ${whole.period.year}`,
  ),
  words(
    'sodonvi',
    'số đơn vị phải báo cáo',
    'agencies that have to report',
    ({ result }) => result.expected,
  ),
  words(
    'sodonvi.danop',
    'số đơn vị đã nộp',
    'agencies that have submitted',
    ({ result }) => result.received,
  ),
  words(
    'sodonvi.datiepnhan',
    'số đơn vị được tiếp nhận',
    'agencies accepted',
    ({ result }) => result.accepted,
  ),
  words(
    'sodonvi.chuanop',
    'số đơn vị chưa nộp',
    'agencies missing',
    ({ result }) => result.missing.length,
  ),
  words(
    'sodonvi.tralai',
    'số đơn vị bị trả lại',
    'agencies returned',
    ({ result }) => result.returned.length,
  ),
  words(
    'sodonvi.dunghan',
    'số đơn vị nộp đúng hạn',
    'agencies in time',
    ({ handIn }) => handIn.onTime.length,
  ),
  words(
    'sodonvi.quahan',
    'số đơn vị nộp quá hạn',
    'agencies late',
    ({ handIn }) => handIn.late.length,
  ),
  words('danhsach.chuanop', 'tên các đơn vị chưa nộp', 'names of those missing', ({ handIn }) =>
    names(handIn.missing, Infinity),
  ),
  words('danhsach.tralai', 'tên các đơn vị bị trả lại', 'names of those returned', ({ handIn }) =>
    names(handIn.returned, Infinity),
  ),
  words('danhsach.quahan', 'tên các đơn vị nộp quá hạn', 'names of those late', ({ handIn }) =>
    names(
      handIn.late.map(({ agency }) => agency),
      Infinity,
    ),
  ),
  words('sochitieu', 'số chỉ tiêu', 'indicators', ({ indicators }) => indicators.length),
  ...(
    [
      ['dat', 'met'],
      ['khongdat', 'not-met'],
      ['chuadu', 'incomplete'],
      ['chuadenhan', 'not-due'],
    ] as const
  ).map(([name, status]) =>
    words<Whole>(
      `sochitieu.${name}`,
      `số chỉ tiêu: ${judgedAs({ status })}`,
      `indicators that are ${status}`,
      (whole) => withStatus(whole, status),
    ),
  ),
  words('sonhiemvu', 'số nhiệm vụ', 'tasks', ({ tasks }) => tasks.length),
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
  ).map(([name, status]) =>
    words<Whole>(
      `sonhiemvu.${name}`,
      `số nhiệm vụ: ${TASK_STATUS[status]}`,
      `tasks that are ${status}`,
      (whole) => inState(whole, status),
    ),
  ),
  condition(
    'du',
    'mọi đơn vị đều được tiếp nhận',
    'every agency was accepted',
    ({ result }) => result.accepted === result.expected,
  ),
  condition('solieumau', 'có số liệu mẫu', 'figures are samples', ({ result }) => result.sample),
  passage('doan:tinh-hinh', 'đoạn: tình hình gửi báo cáo', 'passage: who has reported', (whole) =>
    handInParagraphs(whole),
  ),
  passage('doan:chi-tieu', 'đoạn: kết quả chỉ tiêu', 'passage: results of indicators', (whole) =>
    indicatorParagraphs(whole),
  ),
  passage('doan:nhiem-vu', 'đoạn: kết quả nhiệm vụ', 'passage: tasks', (whole) =>
    taskParagraphs(whole),
  ),
  passage(
    'doan:kho-khan',
    'đoạn: khó khăn, vướng mắc',
    'passage: difficulties',
    ({ difficulties }) => difficultyParagraphs(difficulties),
  ),
  passage('doan:don-doc', 'đoạn: đơn vị cần đôn đốc', 'passage: who is to be reminded', (whole) =>
    namedParagraphs(whole),
  ),
  passage('bang:chi-tieu', 'bảng chỉ tiêu', 'table of indicators', (whole) => [
    indicatorTable(whole),
  ]),
  passage('bang:nhiem-vu', 'bảng nhiệm vụ', 'table of tasks', (whole) => [taskTable(whole)]),
  passage('bang:nop-bao-cao', 'bảng tình hình nộp', 'table of hand-in', (whole) => [
    handInTable(whole),
  ]),
];

const INDICATOR: readonly Field<{ facts: IndicatorFacts; period: Period }>[] = [
  words('ten', 'tên', 'name', ({ facts }) => printedName(facts.indicator)),
  words('donvitinh', 'đơn vị tính', 'unit', ({ facts }) => figureUnit(facts.indicator)),
  words('mucgiao', 'mức giao', 'target', ({ facts }) =>
    targetsSaid(facts.result.targets, facts.indicator),
  ),
  words('tu', 'tử số', 'numerator', ({ facts }) => shown(facts.result.numerator, 6)),
  words('mau', 'mẫu số', 'denominator', ({ facts }) => shown(facts.result.denominator, 6)),
  words('giatri', 'kết quả trong kỳ', 'result of the period', ({ facts }) =>
    shown(facts.result.value),
  ),
  words('luyke', 'kết quả lũy kế', 'cumulative result', ({ facts }) =>
    shown(facts.result.cumulative.value),
  ),
  words('kytruoc', 'kết quả kỳ trước', 'result of the period before', ({ facts }) =>
    shown(facts.result.previous?.value ?? null),
  ),
  words('tanggiam', 'tăng (giảm) so với kỳ trước', 'change on the period before', ({ facts }) =>
    shown(facts.change),
  ),
  words('danhgia', 'đánh giá', 'status', ({ facts }) => judgedAs(facts.result, facts.indicator)),
  words('cau', 'câu kết quả như trong báo cáo', 'the sentence of the report', ({ facts, period }) =>
    indicatorSentence(facts, period),
  ),
  words(
    'luot',
    'số lượt báo cáo n/N',
    'reports n/N',
    ({ facts }) => `${facts.result.reported}/${facts.result.expected}`,
  ),
  words(
    'sokhongdat',
    'số đơn vị không đạt',
    'agencies not meeting it',
    ({ facts }) => facts.notMet.length,
  ),
  words(
    'dsthieu',
    'tên các đơn vị còn thiếu số liệu',
    'agencies whose figures are missing',
    ({ facts }) => names(facts.missing, Infinity),
  ),
  words('dskhongdat', 'tên các đơn vị không đạt', 'names of those not meeting it', ({ facts }) =>
    names(facts.notMet, Infinity),
  ),
  condition('dat', 'chỉ tiêu đạt', 'it is met', ({ facts }) => facts.result.status === 'met'),
  condition(
    'khongdat',
    'chỉ tiêu không đạt',
    'it is not met',
    ({ facts }) => facts.result.status === 'not-met',
  ),
  condition('du', 'đủ số liệu', 'figures are complete', ({ facts }) => facts.result.complete),
  condition(
    'tang',
    'tăng so với kỳ trước',
    'more than in the period before',
    ({ facts }) => (facts.change ?? 0) > 0,
  ),
  condition(
    'giam',
    'giảm so với kỳ trước',
    'less than in the period before',
    ({ facts }) => (facts.change ?? 0) < 0,
  ),
];

const TASK: readonly Field<TaskFacts>[] = [
  words('noidung', 'nội dung', 'text', ({ task }) => task.text),
  words('thoihan', 'thời hạn', 'deadline', ({ task }) => task.deadlineText),
  words('giao', 'số lượt được giao', 'times assigned', ({ result }) => result.assigned),
  words('xong', 'số lượt đã hoàn thành', 'times done', ({ result }) => result.done),
  words('tinhtrang', 'tình trạng', 'status', ({ result }) => TASK_STATUS[result.status]),
  words('dsquahan', 'tên các đơn vị quá hạn', 'names of those overdue', (facts) =>
    names(facts.of('overdue'), Infinity),
  ),
  condition(
    'quahan',
    'có đơn vị quá hạn',
    'some are overdue',
    (facts) => facts.of('overdue').length > 0,
  ),
];

/**
 * Every field a template of this plan may ask for, with what each is; names with a code are written
 * out for each row.
 */
export function reportFields({ indicators, tasks }: Plan): ListedField[] {
  return [
    ...REPORT.map(({ name, kind, means }) => ({ name, kind, means })),
    ...indicators.flatMap(({ code, name }) => INDICATOR.map((own) => ofRow(own, code, name))),
    ...tasks.flatMap(({ code, text }) => TASK.map((own) => ofRow(own, code, text))),
  ];
}

function ofRow(
  { name, kind, means: { vi, en } }: ListedField,
  code: string,
  label: string,
): ListedField {
  const of = label.length > LONGEST ? `${label.slice(0, LONGEST - 1)}…` : label;
  return { name: `${code}.${name}`, kind, means: { vi: `${of}: ${vi}`, en: `${of}: ${en}` } };
}

/** So much of a row's text tells which it is. */
const LONGEST = 60;

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
