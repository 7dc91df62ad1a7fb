import type { Deadline, Filler, Indicator, Target, Task } from '../plan/plan';
import { Codes, resolutionPrefix } from './codes';
import { readDeadlineText } from './deadline-text';
import { defineIndicator } from './definition';
import type { FillerReader } from './fillers';
import { namesIndicators, unitInName, withoutUnit, type Role } from './headings';
import type { AppendixMark, MarkReason } from './mark';
import { oneLine } from './one-line';
import type { Item } from './read-rows';
import { contradicts, readTarget, targetInSentence, type TargetPart } from './target-text';

/** Columns of the plan tables a mark points to. */
const HEADING = {
  deadline: 'Thời hạn',
  filledBy: 'Đơn vị điền số liệu',
  unit: 'ĐVT',
  counted: 'ĐVT mẫu số',
  target: 'So sánh',
  kind: 'Loại',
  stt: 'STT',
};

/** Makes rows of a plan out of the items of an appendix, and says what was not plain. */
export class PlanRows {
  readonly indicators: Indicator[] = [];
  readonly targets: Target[] = [];
  readonly tasks: Task[] = [];
  readonly marks: AppendixMark[] = [];
  private readonly codes = new Codes();
  private readonly taskCodes = new Map<Item, string>();
  private loose = 0;

  constructor(
    private readonly fillers: FillerReader,
    private readonly year: number | null,
  ) {}

  add(item: Item): void {
    if (!isIndicator(item)) return this.addTask(item, 'task');
    // A measure that brings a product about is a piece of work as well.
    const hasProduct = textOf(item, 'product') !== '';
    if (hasProduct) this.addTask(item, 'indicator-task');
    this.addIndicator(item, hasProduct ? this.taskCodes.get(item)! : '');
  }

  private addTask(item: Item, kind: Task['kind']): void {
    const dotted = item.section !== '' && item.stt.startsWith(`${item.section}.`);
    const wanted = ['PL', ...(item.section === '' || dotted ? [] : [item.section]), item.stt].join('-');
    const { code, isOwn } = this.codes.take(wanted);
    this.taskCodes.set(item, code);
    const text = wordsOf(item);
    const mark = this.marker(item, code, 'tasks');
    this.markPlace(item, mark, isOwn);
    if (kind === 'task' && (targetInSentence(text).count > 0 || /(tăng|nâng) tỷ lệ/i.test(text)))
      mark('text', HEADING.kind, text, 'kind');
    const { deadline, deadlineText } = this.deadlineOf(item, mark);
    this.tasks.push({
      code,
      stt: item.stt,
      section: item.section,
      sectionTitle: item.sectionTitle,
      parent: (item.parent && this.taskCodes.get(item.parent)) ?? '',
      kind,
      text,
      lead: textOf(item, 'lead'),
      coordinating: textOf(item, 'coordinating'),
      implementing: textOf(item, 'implementing'),
      product: textOf(item, 'product'),
      deadlineText,
      deadline,
      filledBy: this.filledBy(item, mark),
    });
  }

  private addIndicator(item: Item, task: string): void {
    const prefix = resolutionPrefix(item.group);
    const wanted = prefix === '' ? `K${String(++this.loose).padStart(2, '0')}` : `${prefix}-${item.stt}`;
    const { code, isOwn } = this.codes.take(wanted);
    const mark = this.marker(item, code, 'indicators');
    this.markPlace(item, mark, isOwn);
    const name = wordsOf(item);
    const wording = item.heading !== '' && isOnlyForWhom(name) ? item.heading.replace(/^[\d.]+\s/, '') : name;
    const { unit, parts } = this.readFigures(item, code, wording, mark);
    const definition = defineIndicator(withoutUnit(wording), unit, parts[0]?.operator === 'increase');
    if (!definition.isKindKnown) mark('text', HEADING.kind, name, 'kind');
    if (!definition.isUnitKnown && unit !== '') mark('text', HEADING.counted, name, 'unit');
    const { deadline } = this.deadlineOf(item, mark);
    const { kind, overTime, numerator, denominator, partOfWhole } = definition;
    this.indicators.push({
      code,
      stt: item.stt,
      group: item.group,
      heading: item.heading,
      name,
      unit,
      kind,
      overTime,
      numerator,
      denominator,
      partOfWhole: partOfWhole && parts.every(({ value }) => (value ?? 0) <= 100),
      assess: deadline?.kind === 'period' || deadline?.kind === 'date' ? 'at-deadline' : 'every-period',
      deadline,
      task,
      lead: textOf(item, 'lead'),
      coordinating: textOf(item, 'coordinating'),
      implementing: textOf(item, 'implementing'),
      filledBy: this.filledBy(item, mark),
      sameAs: '',
      proposedNames: true,
    });
  }

  /** The unit and the targets: from their columns, else from the indicator's own words. */
  private readFigures(item: Item, code: string, wording: string, mark: Marker): { unit: string; parts: TargetPart[] } {
    const written = textOf(item, 'unit') || unitInName(textOf(item, 'text')) || item.table.unit;
    const columnUnit = /^(phần trăm|tỷ lệ \(?%\)?|tỉ lệ \(?%\)?|\(%\))$/i.test(written) ? '%' : written;
    const markTarget = this.marker(item, code, 'targets');
    const name = textOf(item, 'text');
    let found = textOf(item, 'target');
    let parts: TargetPart[] = [];
    let unitFound = '';
    for (const { level, cell } of item.levelTargets) {
      const reading = readTarget(cell.text, columnUnit);
      unitFound ||= reading.unit;
      if (reading.parts.length === 1) parts.push({ ...reading.parts[0], level });
      else markTarget(cell, HEADING.target, oneLine(cell.text), 'operator');
    }
    if (item.levelTargets.length === 0) {
      if (found === '') found = targetInSentence(name).raw;
      ({ parts, unit: unitFound } = readTarget(found, columnUnit));
      if (parts.length === 0) markTarget('target', HEADING.target, found || name, 'operator');
    }
    const unit = columnUnit || unitFound;
    if (unit === '') mark('unit', HEADING.unit, name, 'unit');
    else if (unitFound !== '' && columnUnit !== '' && !columnUnit.includes(unitFound))
      mark('unit', HEADING.unit, columnUnit, 'unit');
    for (const part of parts) {
      const isAgainst =
        contradicts(wording, part.operator, unitFound || unit) || contradicts(name, part.operator, unitFound || unit);
      const confirmed = part.isPlain && !isAgainst;
      if (!confirmed) markTarget('target', HEADING.target, part.raw, 'operator');
      const { level, raw, operator, value } = part;
      this.targets.push({ indicator: code, level, agency: null, raw, operator, value, confirmed });
    }
    return { unit, parts };
  }

  private deadlineOf(item: Item, mark: Marker): { deadline: Deadline | null; deadlineText: string } {
    const raw = item.values.get('deadline')?.text ?? '';
    const { deadline, text, isPlain } = readDeadlineText(raw, this.year);
    if (!isPlain) mark('deadline', HEADING.deadline, text, 'deadline');
    return { deadline, deadlineText: text };
  }

  /** The implementing agencies, else the lead. */
  private filledBy(item: Item, mark: Marker): Filler[] {
    const role = textOf(item, 'implementing') === '' ? 'lead' : 'implementing';
    const raw = item.values.get(role)?.text ?? '';
    const { fillers, unknown, loose } = this.fillers.readFillers(raw);
    for (const name of [...unknown, ...loose]) mark(role, HEADING.filledBy, name, 'agency');
    if (oneLine(raw) === '')
      mark(item.table.columns.has('lead') ? 'lead' : 'implementing', HEADING.filledBy, '', 'agency');
    return [...fillers];
  }

  private markPlace(item: Item, mark: Marker, isOwnCode: boolean): void {
    for (const cell of item.unclear) mark(cell, HEADING.stt, oneLine(cell.text), 'row');
    if (!isOwnCode) mark('text', HEADING.stt, item.stt, 'row');
  }

  private marker(item: Item, code: string, table: AppendixMark['table']): Marker {
    return (at, heading, found, why) => {
      // A column the appendix does not have: the mark stands at the row's words.
      const cell = typeof at === 'string' ? (item.values.get(at) ?? item.values.get('text')!) : at;
      this.marks.push({ ...item.table.grid.place(cell), code, heading, table, found, why });
    };
  }
}

type Marker = (at: Role | { row: number; column: number }, heading: string, found: string, why: MarkReason) => void;

function textOf(item: Item, role: Role): string {
  return oneLine(item.values.get(role)?.text ?? '');
}

/** The words of a row without the dash that stands for its number. */
function wordsOf(item: Item): string {
  return textOf(item, 'text').replace(/^[-–+•]\s+/, '');
}

/** A row with a unit or a target is an indicator; where a table has neither column its heading decides. */
function isIndicator(item: Item): boolean {
  const { columns, levelColumns, namesIndicators: measures } = item.table;
  if (textOf(item, 'unit') !== '' || textOf(item, 'target') !== '' || item.levelTargets.length > 0) return true;
  const hasFigures = columns.has('target') || columns.has('unit') || levelColumns.length > 0;
  return measures && (hasFigures || !columns.has('product'));
}

/** "Đối với UBND cấp xã." says for whom; what is measured stands in the heading over it. */
function isOnlyForWhom(name: string): boolean {
  return (
    /^(đối với|cấp|tại|trong đó|ở|ubnd|các)\s/i.test(name.normalize('NFC')) &&
    !namesIndicators(name) &&
    name.length < 80
  );
}
