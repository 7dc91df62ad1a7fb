import type {
  Block,
  Cell,
  Chart,
  Paragraph,
  Run,
  Table,
  TextBlock,
  TextDocument,
} from '../document/document';
import type { Agency, Level } from '../domain/agency/agency';
import type { Figure, IndicatorStatus, TaskStatus } from '../domain/consolidation/consolidation';
import type { Compared } from '../domain/measure/choices';
import { measureOf } from '../domain/measure/measure';
import { isPlace } from '../domain/measure/units';
import { citedDocument } from '../domain/plan/citation';
import { periodLabel, type Period } from '../domain/period/period';
import {
  figureUnit,
  findAgency,
  governingBody,
  type Indicator,
  type Plan,
  type Target,
} from '../domain/plan/plan';
import { attained, chartNames, HANDED_IN, handedInByLevel } from '../domain/report/drawn';
import { signatory } from '../domain/report/report-foot';
import {
  baseSaid,
  changeSaid as changeOn,
  judgedAs,
  LEVEL_GROUP,
  nameAlone,
  TASK_STATUS,
} from '../domain/report/words';
import { INDICATOR_STATUS } from '../domain/report/indicator-status';
import { SAMPLE_MARK } from '../domain/template/identity';
import type {
  IndicatorFacts,
  ReportFacts,
  TaskDifficulties,
  TaskFacts,
} from '../domain/written-report/facts';
import type { Gap } from '../domain/written-report/gap';
import { formatNumber } from '../text/number';

/**
 * The report of a period as a document (Nghị định 30/2020/NĐ-CP): sentences made from figures, in
 * the words of the tables. It is official, and so Vietnamese whatever the reader's language. What
 * nobody but the office can say is left open as "…".
 */
export interface Letterhead {
  /**
   * "45/BC-UBND" and "ngày 05 tháng 02 năm 2024", as somebody typed them over the tables; null
   * where nobody has.
   */
  number: string | null;
  day: string | null;
}

export const NO_LETTERHEAD: Letterhead = { number: null, day: null };

/**
 * Of "(Kèm theo Báo cáo số 45/BC-UBND ngày 05 tháng 02 năm 2024 của …)" the number and the day;
 * what is left open stays so.
 */
export function letterheadOf(enclosed: string | null): Letterhead {
  const said = (enclosed ?? '').normalize('NFC');
  return {
    number: /báo cáo số\s+(\d[^\s…]*)/i.exec(said)?.[1] ?? null,
    day: /ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}/i.exec(said)?.[0] ?? null,
  };
}

export function writtenReport(
  facts: ReportFacts,
  letterhead: Letterhead = NO_LETTERHEAD,
): TextDocument {
  const { plan, period, result } = facts;
  // The period behind it says the year: a plan "… năm 2024" would say it twice.
  const ofYear = new RegExp(` năm ${period.year}$`);
  const named = planSaid(plan).replace(ofYear, '');
  // A plan "Triển khai, thực hiện Đề án …" would be carried out twice.
  const done = /^(triển khai|thực hiện)/i.test(named) ? named : `thực hiện ${named}`;
  const title = `Kết quả ${done} ${periodSaid(period)}`;
  const within = title.charAt(0).toLowerCase() + title.slice(1);
  return {
    title: `Báo cáo ${within}`,
    blocks: [
      head(plan, period, letterhead),
      ...(result.sample ? [centred([{ text: SAMPLE_MARK, isBold: true }])] : []),
      centred([{ text: 'BÁO CÁO', isBold: true, size: 14 }], 0),
      centred([{ text: title, isBold: true, size: 14 }], 12),
      text(opening(plan, period)),
      section('I. TÌNH HÌNH GỬI BÁO CÁO'),
      ...handInParagraphs(facts),
      ...handInChart(facts),
      section('II. KẾT QUẢ THỰC HIỆN CHỈ TIÊU'),
      ...indicatorParagraphs(facts),
      ...indicatorResults(facts),
      section('III. KẾT QUẢ THỰC HIỆN NHIỆM VỤ'),
      ...taskParagraphs(facts),
      section('IV. KHÓ KHĂN, VƯỚNG MẮC'),
      ...difficultyParagraphs(facts.difficulties),
      section('V. ĐƠN VỊ CẦN ĐÔN ĐỐC'),
      ...namedParagraphs(facts),
      section('VI. ĐỀ XUẤT, KIẾN NGHỊ'),
      text('…'),
      { ...text(`Trên đây là báo cáo ${within}./.`), keepsWithNext: true },
      foot(plan),
    ],
  };
}

// ------------------------------------------------------------------------------------
// parts

function head(plan: Plan, { year }: Period, { number, day }: Letterhead): Table {
  const office = findAgency(plan, plan.consolidator)?.name ?? '';
  const left = [
    centred([{ text: governingBody(plan).toUpperCase(), size: 13 }], 0),
    centred([{ text: office.toUpperCase(), isBold: true, size: 13 }], 6),
    centred([{ text: `Số: ${number ?? '…/BC-…'}`, size: 13 }], 0),
  ];
  const place = placeOf(plan.issuer) ?? '…';
  const right = [
    centred([{ text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', isBold: true, size: 12 }], 0),
    centred(
      [{ text: 'Độc lập - Tự do - Hạnh phúc', isBold: true, isUnderlined: true, size: 13 }],
      6,
    ),
    centred(
      [{ text: `${place}, ${day ?? `ngày … tháng … năm ${year}`}`, isItalic: true, size: 13 }],
      0,
    ),
  ];
  return {
    kind: 'table',
    widths: [70, 95],
    headingRows: 0,
    hasBorders: false,
    rows: [[{ paragraphs: left }, { paragraphs: right }]],
  };
}

/** The place a document is dated at: of "Chủ tịch Ủy ban nhân dân tỉnh Trà Vinh" it is Trà Vinh. */
export function placeOf(issuer: string): string | null {
  return (
    /(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|phường|xã)\s+(\p{Lu}[^(,]*)/u
      .exec(issuer)?.[1]
      .trim() ?? null
  );
}

function opening(plan: Plan, period: Period): string {
  return `Thực hiện ${citedDocument(plan)} của ${plan.issuer}, ${findAgency(plan, plan.consolidator)?.name ?? '…'} báo cáo kết quả ${periodSaid(period)} như sau:`;
}

function foot(plan: Plan): Table {
  const titles = signatory(findAgency(plan, plan.consolidator)?.name ?? '');
  const recipients = [
    left([{ text: 'Nơi nhận:', isBold: true, isItalic: true, size: 12 }]),
    ...['- …;', '- Lưu: VT, ….'].map((line) => left([{ text: line, size: 11 }])),
  ];
  const signed = [
    ...titles.map((line) => centred([{ text: line, isBold: true, size: 13 }], 0)),
    centred([{ text: '(Ký, ghi rõ họ tên)', isItalic: true, size: 13 }], 60),
    centred([{ text: '…', isBold: true, size: 13 }], 0),
  ];
  return {
    kind: 'table',
    widths: [80, 85],
    headingRows: 0,
    hasBorders: false,
    rows: [[{ paragraphs: recipients }, { paragraphs: signed }]],
  };
}

export function handInParagraphs({ result, handIn, plan }: ReportFacts): TextBlock[] {
  const { expected, received, accepted } = result;
  const { onTime, late, dayUnknown, missing, returned } = handIn;
  const days = [
    onTime.length > 0 ? `đúng hạn ${onTime.length}` : '',
    late.length > 0 ? `quá hạn ${late.length}` : '',
    dayUnknown.length > 0 ? `chưa rõ ngày nộp ${dayUnknown.length}` : '',
  ].filter(Boolean);
  const forms = result.forms.map(({ form, reported, expected: asked, complete }) => {
    const title = plan.forms.find(({ code }) => code === form)?.title ?? '';
    return text(
      `Biểu ${form} (${title}): ${reported}/${asked} lượt báo cáo${complete ? '' : ', chưa đủ số liệu'}.`,
    );
  });
  return [
    text(
      `Có ${accepted}/${expected} đơn vị được tiếp nhận báo cáo (đã nộp ${received} đơn vị)${days.length > 0 ? `; trong đó: ${days.join('; ')}` : ''}.`,
    ),
    ...(missing.length > 0
      ? [text(`Chưa báo cáo ${missing.length} đơn vị: ${names(missing)}.`)]
      : []),
    ...(returned.length > 0
      ? [text(`Bị trả lại, chưa nộp lại ${returned.length} đơn vị: ${names(returned)}.`)]
      : []),
    ...forms,
  ];
}

export function indicatorParagraphs({ indicators, period, result }: ReportFacts): TextBlock[] {
  if (indicators.length === 0) return [text('Kế hoạch không có chỉ tiêu.')];
  const count = (status: IndicatorStatus) =>
    indicators.filter((one) => one.result.status === status).length;
  const statuses = (Object.keys(INDICATOR_STATUS) as IndicatorStatus[])
    .toReversed()
    .flatMap((status) =>
      count(status) > 0 ? [`${INDICATOR_STATUS[status].toLowerCase()} ${count(status)}`] : [],
    );
  const blocks: TextBlock[] = [
    text(`Tổng số ${result.indicators.length} chỉ tiêu: ${statuses.join('; ')}.`),
  ];
  let group = '';
  for (const facts of indicators) {
    if (facts.indicator.group !== group) {
      group = facts.indicator.group;
      // A section's numeral in the plan would be read as one of the report's own.
      if (group) blocks.push(part(bareGroup(facts.indicator)));
    }
    blocks.push(text(`- ${printedName(facts.indicator)}: ${indicatorSentence(facts, period)}`));
  }
  return blocks;
}

function bareGroup({ group }: Indicator): string {
  return group.replace(/^[IVX]+\. /, '');
}

const TABLE: readonly [string, number][] = [
  ['STT', 13],
  ['Chỉ tiêu', 50],
  ['ĐVT', 13],
  ['Mức giao', 23],
  ['Kết quả', 22],
  ['Lũy kế', 22],
  ['Đánh giá', 22],
];

/** All results at a glance. */
function indicatorResults(facts: ReportFacts): Block[] {
  if (facts.indicators.length === 0) return [];
  return [
    { ...text('Kết quả từng chỉ tiêu:'), keepsWithNext: true },
    indicatorTable(facts),
    ...indicatorChart(facts),
  ];
}

/** Results in short; parts and comparisons stand in the annex. */
export function indicatorTable({ indicators }: ReportFacts): Table {
  const rows = indicators.map(({ indicator, result }) => [
    cell(indicator.stt, 'center'),
    cell(printedName(indicator)),
    cell(figureUnit(indicator), 'center'),
    cell(targetsSaid(result.targets, indicator), 'center'),
    cell(bare(result), 'right'),
    cell(bare(result.cumulative), 'right'),
    cell(judgedAs(result, indicator), 'center'),
  ]);
  return tableOf(TABLE, rows);
}

/** So many bars are still read on a page: the farthest behind. */
const BARS = 24;

function indicatorChart({ plan, result }: ReportFacts): Block[] {
  const known = attained(plan, result).flatMap(({ indicator, target, result: own }) =>
    typeof own?.value === 'number' ? [{ indicator, target, value: own.value }] : [],
  );
  if (known.length === 0) return [];
  const drawn = known.slice(-BARS);
  const hasRange = drawn.some(({ target }) => target?.to !== undefined);
  const series = [
    { name: 'Kết quả', values: drawn.map(({ value }) => value) },
    { name: 'Mức giao', values: drawn.map(({ target }) => target?.value ?? null) },
    ...(hasRange
      ? [{ name: 'Mức giao đến', values: drawn.map(({ target }) => target?.to ?? null) }]
      : []),
  ];
  const nameOf = chartNames(plan.indicators);
  const said = drawn.toReversed().map(({ indicator, value, target }) => {
    const asked = target?.value == null ? '' : ` (mức giao ${targetSaid(target, indicator)})`;
    return `${nameOf(indicator)}: ${formatNumber(value)}%${asked}`;
  });
  const part = drawn.length < known.length ? `, ${BARS} chỉ tiêu xa mức giao nhất` : '';
  const title = `Kết quả so với mức giao (%)${part}`;
  const height = 30 + drawn.length * 4 * series.length;
  return [
    {
      ...{ kind: 'chart', shape: 'bar', title, description: `${said.join('; ')}.` },
      ...{ categories: drawn.map(({ indicator }) => nameOf(indicator)), series },
      ...{ format: '0.00', height: Math.min(225, height) },
    } satisfies Chart,
  ];
}

function handInChart({ board }: ReportFacts): Block[] {
  const levels = handedInByLevel(board);
  if (levels.length === 0) return [];
  const numbers = levels.map(({ accepted, open, missing }) => [accepted, open, missing]);
  const said = levels.map(
    ({ level, accepted, open, missing }) =>
      `${LEVEL_GROUP[level]}: đã tiếp nhận ${accepted}, trả lại hoặc chưa đủ ${open}, chưa nộp ${missing}`,
  );
  return [
    {
      ...{ kind: 'chart', shape: 'column', title: 'Tình hình nộp báo cáo (đơn vị)' },
      description: `${said.join('; ')}.`,
      categories: levels.map(({ level }) => LEVEL_GROUP[level]),
      series: HANDED_IN.map((name, at) => ({ name, values: numbers.map((own) => own[at]) })),
      ...{ format: '0', height: 80 },
    } satisfies Chart,
  ];
}

export function taskParagraphs({ tasks, next }: ReportFacts): TextBlock[] {
  if (tasks.length === 0) return [text('Kế hoạch không có nhiệm vụ.')];
  const count = (status: TaskStatus) => tasks.filter((one) => one.result.status === status).length;
  const statuses = (Object.keys(TASK_STATUS) as TaskStatus[]).flatMap((status) =>
    count(status) > 0 ? [`${TASK_STATUS[status].toLowerCase()} ${count(status)}`] : [],
  );
  const blocks: TextBlock[] = [text(`Tổng số ${tasks.length} nhiệm vụ: ${statuses.join('; ')}.`)];
  const inState = (title: string, status: TaskStatus) => {
    const found = tasks.filter((one) => one.of(status).length > 0);
    if (found.length === 0) return;
    blocks.push(part(title));
    for (const one of found) blocks.push(text(`- ${taskSaid(one)}: ${names(one.of(status))}.`));
  };
  inState('Nhiệm vụ quá hạn:', 'overdue');
  inState('Nhiệm vụ hoàn thành quá hạn:', 'done-late');
  if (next) {
    const due = tasks.filter((one) => one.isDueNext);
    const dated = due.filter(({ task }) => task.deadline?.kind !== 'recurring');
    const recurring = due.length - dated.length;
    blocks.push(part(`Nhiệm vụ đến hạn trong ${periodSaid(next)}:`));
    for (const one of dated)
      blocks.push(
        text(
          `- ${taskSaid(one)}: đã hoàn thành ${one.result.done}/${one.result.assigned} lượt được giao.`,
        ),
      );
    if (recurring > 0) blocks.push(text(`- ${recurring} nhiệm vụ định kỳ.`));
    if (due.length === 0) blocks.push(text('Không có.'));
  }
  return blocks;
}

/** So many different texts are told of one task; the annex has them all. */
const TEXTS = 10;
/** A text longer than this is told by its beginning. */
const LONGEST = 400;

export function difficultyParagraphs(difficulties: readonly TaskDifficulties[]): TextBlock[] {
  if (difficulties.length === 0) return [text('Các đơn vị không nêu khó khăn, vướng mắc.')];
  return difficulties.flatMap(({ task, texts }) => [
    part(short(sentenceCase(task.text), 160)),
    ...texts
      .slice(0, TEXTS)
      .map((one) =>
        text(
          `- ${short(one.text.replace(/\s+/g, ' ').trim(), LONGEST)} (${names(one.agencies, 5)}).`,
        ),
      ),
    ...(texts.length > TEXTS
      ? [text(`- Và ${texts.length - TEXTS} nội dung khác (phụ lục Vướng mắc).`)]
      : []),
  ]);
}

export function namedParagraphs({ handIn, indicators, plan }: ReportFacts): TextBlock[] {
  const isAlike = (own: Indicator) =>
    plan.indicators.filter((one) => printedName(one) === printedName(own)).length > 1;
  const nameOf = (own: Indicator) =>
    isAlike(own) && own.group ? `${printedName(own)}” của “${bareGroup(own)}` : printedName(own);
  const late = handIn.late.map(({ agency, days }) => `${agency.name} (${days} ngày)`);
  const below = indicators.filter(({ notMet }) => notMet.length > 0);
  const blocks = [
    ...(handIn.missing.length > 0 ? [text(`- Chưa báo cáo: ${names(handIn.missing)}.`)] : []),
    ...(handIn.returned.length > 0
      ? [text(`- Bị trả lại, chưa nộp lại: ${names(handIn.returned)}.`)]
      : []),
    ...(late.length > 0 ? [text(`- Báo cáo quá hạn: ${list(late)}.`)] : []),
    ...below.map(({ indicator, notMet }) =>
      text(`- Không đạt “${nameOf(indicator)}” (${notMet.length} đơn vị): ${names(notMet)}.`),
    ),
  ];
  return blocks.length > 0 ? blocks : [text('Không có.')];
}

// ------------------------------------------------------------------------------------
// sentences

/** What an indicator came to: never a verdict the table does not give. */
export function indicatorSentence(facts: IndicatorFacts, period: Period): string {
  const { result, judged, indicator, noBasis } = facts;
  const { status, reported, expected } = result;
  const coverage = `${reported}/${expected} lượt báo cáo`;
  const bareFigure = figureSaid(indicator, judged);
  const figure = judged.value === null ? bareFigure : `${reached(indicator)} ${bareFigure}`;
  const target = targetSaid(facts.target, indicator);
  const closed = result.complete ? '' : `; kỳ được chốt với ${coverage}`;
  switch (status) {
    case 'not-assigned':
      return 'không được giao trong kỳ.';
    case 'not-reported':
      return `chưa có số liệu báo cáo (${coverage}).`;
    case 'no-basis':
      return noBasis.length === 0
        ? `${figure}; không đủ cơ sở tính mức thay đổi, vì số được so sánh bằng 0.`
        : `không đủ cơ sở tính, vì chỉ có tỷ lệ mà không có tử số, mẫu số (${names(noBasis)}).`;
    case 'incomplete':
      return baseLackingSaid(facts, figure, period) ?? incompleteSaid(facts, coverage, bareFigure);
    case 'not-applicable':
      return `không phát sinh trong kỳ${closed}.`;
    case 'no-target':
      return `${figure}; kế hoạch không giao mức${changeSaid(facts, period)}${closed}.`;
    case 'needs-confirmation':
      return `${figure}; mức giao cần xác nhận nên chưa đánh giá${changeSaid(facts, period)}${closed}.`;
    case 'not-due':
      return `${figure}${progressSaid(result)}; chưa đến hạn đánh giá${target ? ` (mức giao ${target})` : ''}${changeSaid(facts, period)}${closed}.`;
    case 'met':
    case 'not-met': {
      const own = judged.value === null ? '' : figure;
      return `${verdictSaid(facts, own, target, period)}${closed}.`;
    }
  }
}

/** Of a figure that is whole, and has none to be compared with; null of others. */
function baseLackingSaid(
  { result, target, indicator, toldBefore }: IndicatorFacts,
  figure: string,
  { kind }: Period,
): string | null {
  if (!result.complete) return null;
  if (result.compared)
    return `${figure}; chưa có số ${baseSaid(result.compared)} nên chưa đánh giá.`;
  if (target?.operator !== 'increase') return null;
  const some = toldBefore.reported > 0 ? 'chưa đủ' : 'chưa có';
  return `${figure}; ${some} số liệu ${BEFORE[kind]} để so sánh nên chưa đánh giá (mức giao ${targetSaid(target, indicator)}).`;
}

/** What is known of a figure that is not whole, and of whom it is missing. */
function incompleteSaid(
  { judged, missing, noBasis, silent }: IndicatorFacts,
  coverage: string,
  figure: string,
): string {
  const known = judged.value === null ? '' : `; theo số liệu đã tiếp nhận là ${figure}`;
  const lacking = [...missing, ...noBasis.filter((one) => !missing.includes(one))];
  return `chưa đủ số liệu để đánh giá (${coverage}${lackingSaid(lacking, silent)})${known}.`;
}

function progressSaid({ progress }: IndicatorFacts['result']): string {
  return typeof progress === 'number' ? `, bằng ${formatNumber(progress)}% kế hoạch năm` : '';
}

/** A figure against its target: of a change, of each agency, of each level, or of all. */
function verdictSaid(facts: IndicatorFacts, own: string, target: string, period: Period): string {
  const { result, indicator } = facts;
  const { status } = result;
  if (result.compared && typeof result.change === 'number')
    return `${own}, ${changeOn(result.compared, result.change, result.unit, indicator)}, ${status === 'met' ? 'đạt' : 'không đạt'} mức giao (${target})`;
  const units =
    result.unitsJudged === undefined
      ? ''
      : `${result.unitsMet}/${result.unitsJudged} đơn vị đạt mức được giao${target ? ` (${target})` : ''}`;
  const levels = facts.levels.map(levelSaid(indicator)).join('; ');
  const against = units || levels || againstSaid(status, facts.gap, facts.target, indicator);
  return `${[own, against].filter(Boolean).join(levels ? '; ' : ', ')}${changeSaid(facts, period)}`;
}

/**
 * Whose figures are missing; those of whom there is no form at all are named once for all
 * indicators.
 */
function lackingSaid(lacking: readonly Agency[], silent: readonly Agency[]): string {
  const others = lacking.filter((agency) => !silent.includes(agency));
  const known = lacking.length - others.length;
  const said = [
    known > 0 ? `${known} đơn vị chưa báo cáo hoặc bị trả lại` : '',
    others.length > 0 ? names(others) : '',
  ].filter(Boolean);
  return said.length > 0 ? `; còn thiếu của ${said.join(' và của ')}` : '';
}

const LEVEL: Record<Level, string> = { tinh: 'cấp tỉnh', huyen: 'cấp huyện', xa: 'cấp xã' };

function levelSaid(indicator: Indicator): (level: IndicatorFacts['levels'][number]) => string {
  return ({ level, result, target, gap }) => {
    const isJudged = result.status === 'met' || result.status === 'not-met';
    if (!isJudged) return `${LEVEL[level]} ${INDICATOR_STATUS[result.status].toLowerCase()}`;
    return `${LEVEL[level]} ${reached(indicator)} ${figureSaid(indicator, result)}, ${againstSaid(result.status, gap, target, indicator)}`;
  };
}

/**
 * "thấp hơn mức giao 57,11 điểm phần trăm (mức giao 100%, không đạt)"; the verdict is the table's.
 */
function againstSaid(
  status: IndicatorStatus,
  gap: Gap | null,
  target: Target | null,
  indicator: Indicator,
): string {
  const unit = heldUnit(indicator);
  const asked = targetSaid(target, indicator);
  const verdict = status === 'met' ? 'đạt' : 'không đạt';
  if (!gap || gap.side === 'within' || gap.side === 'at')
    return `${verdict} mức giao${asked ? ` (${asked})` : ''}`;
  const [lower, higher] = isPlace(unit) ? ['tốt hơn', 'kém hơn'] : ['thấp hơn', 'cao hơn'];
  const side = gap.side === 'below' ? lower : higher;
  return `${side} mức giao ${distanceSaid(gap.distance, unit)} (mức giao ${asked}, ${verdict})`;
}

function changeSaid(
  { change, toldBefore, result, indicator, judged }: IndicatorFacts,
  period: Period,
): string {
  // What is judged is the year's figure so far: the period's own beside it is no part of the
  // sentence.
  if (change === null || judged !== (result as Figure)) return '';
  const before = BEFORE[period.kind];
  const isWhole = toldBefore.reported === toldBefore.expected;
  const part = isWhole
    ? ''
    : ` (${before} chưa đủ số liệu: ${toldBefore.reported}/${toldBefore.expected} lượt báo cáo)`;
  if (change === 0) return `; không đổi so với ${before}${part}`;
  const unit = figureUnit(indicator);
  const [more, less] = isPlace(unit) ? ['tụt', 'tăng'] : ['tăng', 'giảm'];
  return `; ${change > 0 ? more : less} ${distanceSaid(Math.abs(change), unit)} so với ${before}${part}`;
}

const BEFORE: Record<Period['kind'], string> = {
  month: 'tháng trước',
  quarter: 'quý trước',
  'half-year': '6 tháng trước',
  'nine-months': 'cùng kỳ năm trước',
  year: 'năm trước',
};

/** A place is taken, a figure is reached. */
function reached(indicator: Indicator): string {
  return isPlace(figureUnit(indicator)) ? 'xếp' : 'đạt';
}

/** "42,89% (1.737/4.050)". */
function figureSaid(indicator: Indicator, figure: Figure): string {
  const { numerator, denominator, value } = figure;
  if (value === null) return 'không có kết quả';
  const parts =
    measureOf(indicator).hasParts && numerator !== null && denominator !== null
      ? ` (${formatNumber(numerator, 6)}/${formatNumber(denominator, 6)})`
      : '';
  return withUnit(formatNumber(value), figureUnit(indicator)) + parts;
}

/**
 * So small a distance is still told: a result that only rounds to its target is not said to be at
 * it.
 */
const MOST_DECIMALS = 10;

function distanceSaid(distance: number, unit: string): string {
  let said = formatNumber(distance);
  for (let decimals = 3; said === '0' && decimals <= MOST_DECIMALS; decimals++)
    said = formatNumber(distance, decimals);
  if (isPlace(unit)) return `${said} bậc`;
  return unit === '%' ? `${said} điểm phần trăm` : withUnit(said, unit);
}

function withUnit(number: string, unit: string): string {
  if (isPlace(unit)) return `hạng ${number}`;
  return unit === '%' ? `${number}%` : `${number} ${withinSentence(unit)}`.trim();
}

/** A result without its unit, as a column shows it. */
function bare({ value }: Figure): string {
  return value === null ? '' : formatNumber(value);
}

/**
 * "tối thiểu 80%", "từ 28 đến 30", "tăng so với kỳ trước"; "" where the target holds nothing that
 * can be said.
 */
export function targetSaid(
  target: Pick<Target, 'operator' | 'value' | 'to'> | null,
  indicator: Indicator,
): string {
  if (!target) return '';
  if (target.operator === 'increase') return 'tăng so với kỳ trước';
  if (target.operator === 'yes') return 'Có';
  if (target.value === null) return '';
  const { compared } = measureOf(indicator).choices;
  const held = heldUnit(indicator);
  if (compared === null) return boundSaid(target, target.value, held);
  if (isPlace(held)) return `${placesSaid(target, target.value)} so với ${baseSaid(compared)}`;
  const unit = held === '%' && !isShare(compared) ? 'điểm phần trăm' : held;
  return `mức thay đổi so với ${baseSaid(compared)} ${boundSaid(target, target.value, unit)}`;
}

/** The unit of what a target is held against: the figure, or its change. */
function heldUnit(indicator: Indicator): string {
  const { compared } = measureOf(indicator).choices;
  return compared && isShare(compared) ? '%' : figureUnit(indicator);
}

function isShare(compared: Compared): boolean {
  return compared.endsWith('percent');
}

function boundSaid(target: Pick<Target, 'operator' | 'to'>, from: number, unit: string): string {
  const value = withUnit(formatNumber(from, 6), unit);
  if (isPlace(unit)) return placeSaid(target, value, unit);
  switch (target.operator) {
    case '>=':
      return `tối thiểu ${value}`;
    case '<=':
      return `tối đa ${value}`;
    case '>':
      return `trên ${value}`;
    case '<':
      return `dưới ${value}`;
    case 'between':
      return target.to === undefined
        ? value
        : `từ ${formatNumber(from, 6)} đến ${withUnit(formatNumber(target.to, 6), unit)}`;
    case '=':
    case 'increase':
    case 'yes':
    case 'text':
      return value;
  }
}

/** The first place is the top: "tối đa hạng 20" is said by nobody. */
function placeSaid({ operator, to }: Pick<Target, 'operator' | 'to'>, value: string, unit: string) {
  switch (operator) {
    case '<=':
      return `từ ${value} trở lên`;
    case '<':
      return `trên ${value}`;
    case '>=':
      return `từ ${value} trở xuống`;
    case '>':
      return `dưới ${value}`;
    case 'between':
      return to === undefined ? value : `từ ${value} đến ${withUnit(formatNumber(to, 6), unit)}`;
    case '=':
    case 'increase':
    case 'yes':
    case 'text':
      return value;
  }
}

/** How many places a rank is to change: one that falls by two is two better. */
function placesSaid({ operator, to }: Pick<Target, 'operator' | 'to'>, from: number): string {
  const places = formatNumber(Math.abs(from), 6);
  if (operator === 'between' && to !== undefined) return betweenPlaces(from, to);
  if (from === 0) return UNCHANGED[operator] ?? 'giữ nguyên bậc';
  const isUp = from < 0;
  const said = isUp ? 'tăng' : 'giảm';
  switch (operator) {
    case '<=':
    case '>=':
      return `${said} ${(operator === '<=') === isUp ? 'tối thiểu' : 'tối đa'} ${places} bậc`;
    case '<':
    case '>':
      return `${said} ${(operator === '<') === isUp ? 'trên' : 'dưới'} ${places} bậc`;
    default:
      return `${said} ${places} bậc`;
  }
}

const UNCHANGED: Partial<Record<Target['operator'], string>> = {
  '<=': 'giữ nguyên hoặc tăng bậc',
  '>=': 'giữ nguyên hoặc giảm bậc',
  '<': 'tăng bậc',
  '>': 'giảm bậc',
};

function betweenPlaces(from: number, to: number): string {
  const [low, high] = [from, to].map((one) => formatNumber(Math.abs(one), 6));
  if (to <= 0) return `tăng từ ${high} đến ${low} bậc`;
  if (from >= 0) return `giảm từ ${low} đến ${high} bậc`;
  return `từ giảm ${high} bậc đến tăng ${low} bậc`;
}

export function targetsSaid(
  targets: IndicatorFacts['result']['targets'],
  indicator: Indicator,
): string {
  const general = targets.filter(({ agency }) => agency === null);
  const said = general.map((one) => {
    const asked = targetSaid(one, indicator) || 'cần xác nhận';
    return one.level === null ? asked : `${LEVEL[one.level]}: ${asked}`;
  });
  return said.length === 0 && targets.length > 0 ? 'theo từng đơn vị' : said.join('; ');
}

// ------------------------------------------------------------------------------------
// words

/** "tháng 3 năm 2024", "quý I năm 2024". */
export function periodSaid(period: Period): string {
  const label = periodLabel(period).replace('/', ' năm ');
  return label.charAt(0).toLowerCase() + label.slice(1);
}

function planSaid({ name }: Plan): string {
  return withinSentence(name);
}

/** "Mô hình" is a "mô hình" within a sentence; "CCHC năm 2024" keeps its capitals. */
function withinSentence(words: string): string {
  return /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

/** A name begins with a capital as the office writes it; the plan's own text stays in the plan. */
export function printedName(indicator: Pick<Indicator, 'name' | 'heading'>): string {
  return nameAlone(indicator)
    .trim()
    .replace(/[.;:]+$/, '');
}

function sentenceCase(said: string): string {
  return said.charAt(0).toUpperCase() + said.slice(1);
}

function taskSaid({ task }: TaskFacts): string {
  const due = task.deadlineText ? ` (thời hạn: ${task.deadlineText})` : '';
  // By its words: a code of ours is not printed.
  return `${short(sentenceCase(task.text.trim().replace(/[.;:]+$/, '')), 200)}${due}`;
}

function short(said: string, most: number): string {
  if (said.length <= most) return said;
  // It ends with a word, not within one.
  const end = said.lastIndexOf(' ', most - 1);
  return `${said.slice(0, end > 0 ? end : most - 1)}…`;
}

/** So many names a reader still reads; the annexes have them all. */
const NAMED = 20;

export function names(agencies: readonly Agency[], most = NAMED): string {
  return list(
    agencies.map(({ name }) => name),
    most,
  );
}

function list(said: readonly string[], most = NAMED): string {
  const more = said.length > most ? ` và ${said.length - most} đơn vị khác` : '';
  return said.slice(0, most).join('; ') + more;
}

// ------------------------------------------------------------------------------------
// blocks

function text(said: string): Paragraph {
  return {
    kind: 'paragraph',
    runs: [{ text: said }],
    align: 'justify',
    isIndented: true,
    after: 6,
  };
}

function section(said: string): Paragraph {
  return { ...heading(1, { text: said, isBold: true }), before: 6 };
}

function part(said: string): Paragraph {
  return heading(2, { text: said, isBold: true, isItalic: true });
}

function heading(level: 1 | 2, run: Run): Paragraph {
  return {
    kind: 'paragraph',
    runs: [run],
    align: 'justify',
    isIndented: true,
    after: 6,
    keepsWithNext: true,
    heading: level,
  };
}

function centred(runs: Run[], after = 0): Paragraph {
  return { kind: 'paragraph', runs, align: 'center', after };
}

function left(runs: Run[]): Paragraph {
  return { kind: 'paragraph', runs, align: 'left', after: 0 };
}

/** The size of a table's texts. */
const CELL_SIZE = 12;

export function cell(said: string, align: Paragraph['align'] = 'left', isBold = false): Cell {
  return {
    paragraphs: [
      { kind: 'paragraph', runs: [{ text: said, isBold, size: CELL_SIZE }], align, after: 0 },
    ],
  };
}

export function tableOf(columns: readonly (readonly [string, number])[], rows: Cell[][]): Table {
  const headings = columns.map(([said]) => cell(said, 'center', true));
  return {
    kind: 'table',
    widths: columns.map(([, width]) => width),
    headingRows: 1,
    hasBorders: true,
    rows: [headings, ...rows],
  };
}
