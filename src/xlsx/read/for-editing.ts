import type { Result } from '../../domain/result';
import { parseArea } from '../../workbook/address';
import type { Chart, ChartKind, Sheet } from '../../workbook/sheet';
import type { Workbook } from '../../workbook/workbook';
import type { Loss } from '../../workbook/loss';
import { readLinks } from './links';
import { lossesOf } from './losses';
import type { Package, ReadRefusal } from './package';
import { readBytes, readRelations } from './workbook';
import { scanXml } from './xml';

export interface OpenedWorkbook {
  workbook: Workbook;
  /** What saving again would not write. */
  losses: Loss[];
}

/**
 * Reads a workbook to be worked in and saved again: notes, links, tables and charts too, and what
 * cannot be kept is listed.
 */
export function readForEditing(bytes: Uint8Array): Result<OpenedWorkbook, ReadRefusal> {
  return readBytes(bytes, (source, { workbook, parts }) => {
    const kept = { charts: 0, links: new Map<Sheet, number>() };
    for (const [sheet, part] of parts) {
      kept.links.set(sheet, readLinks(sheet, source.part(part) ?? ''));
      for (const { type, target } of readRelations(source, part).values()) {
        const xml = source.part(target);
        if (xml === null) continue;
        if (type.endsWith('/comments')) readNotes(sheet, xml);
        else if (type.endsWith('/table')) readTable(sheet, xml);
        else if (type.endsWith('/drawing')) kept.charts += readDrawing(sheet, source, target, xml);
      }
    }
    return { workbook, losses: lossesOf(source, parts, kept) };
  });
}

export function readNotes(sheet: Sheet, xml: string): void {
  const authors: string[] = [];
  let inside: 'author' | 't' | null = null;
  let note: Sheet['notes'][number] | null = null;
  scanXml(xml, {
    open(tag, attribute) {
      if (tag === 'author') {
        authors.push('');
        inside = 'author';
      } else if (tag === 'comment') {
        const area = parseArea(attribute('ref') ?? '');
        const author = authors[Number(attribute('authorId'))] ?? '';
        note = area && { row: area.top, column: area.left, text: '', author };
      } else if (tag === 't') inside = 't';
    },
    text(text) {
      if (inside === 'author') authors[authors.length - 1] += text;
      else if (inside === 't' && note) note.text += text;
    },
    close(tag) {
      if (tag === inside) inside = null;
      if (tag !== 'comment' || !note) return;
      sheet.notes.push(note);
      note = null;
    },
  });
}

function readTable(sheet: Sheet, xml: string): void {
  let table: Sheet['tables'][number] | null = null;
  scanXml(xml, {
    open(tag, attribute) {
      if (tag === 'table') {
        const area = parseArea(attribute('ref') ?? '');
        const name = attribute('displayName') ?? attribute('name') ?? '';
        const hasTotals = Number(attribute('totalsRowCount') ?? 0) > 0;
        table = area && { name, area, style: '', hasTotals, showsFilter: false };
      } else if (tag === 'autoFilter' && table) table.showsFilter = true;
      else if (tag === 'tableStyleInfo' && table) table.style = attribute('name') ?? '';
    },
  });
  if (table) sheet.tables.push(table);
}

/** The charts of a drawing that we can hold; returns how many. */
function readDrawing(sheet: Sheet, source: Package, path: string, xml: string): number {
  const relations = readRelations(source, path);
  let count = 0;
  let inside = '';
  let corner: 'from' | 'to' | null = null;
  let place = { top: 0, left: 0, bottom: 14, right: 7 };
  let name = '';
  let description: string | undefined;
  scanXml(xml, {
    open(tag, attribute) {
      if (tag === 'from' || tag === 'to') corner = tag;
      else if (tag === 'twoCellAnchor') place = { top: 0, left: 0, bottom: 14, right: 7 };
      else if (tag === 'cNvPr') {
        name = attribute('name') ?? '';
        description = attribute('descr');
      } else if (tag === 'chart') {
        const target = relations.get(attribute('id') ?? '')?.target;
        const chart = target ? readChart(source.part(target) ?? '') : null;
        if (!chart) return;
        const called = name || `Chart ${sheet.charts.length + 1}`;
        sheet.charts.push({
          ...chart,
          name: called,
          place,
          ...(description ? { description } : {}),
        });
        count++;
      }
      inside = tag;
    },
    text(text) {
      if (!corner || (inside !== 'row' && inside !== 'col')) return;
      const at = Number(text);
      if (corner === 'from') place = { ...place, [inside === 'row' ? 'top' : 'left']: at };
      else place = { ...place, [inside === 'row' ? 'bottom' : 'right']: Math.max(0, at - 1) };
    },
    close(tag) {
      if (tag === corner) corner = null;
      if (tag === inside) inside = '';
    },
  });
  return count;
}

const CHARTS: Record<string, ChartKind> = {
  barChart: 'column',
  lineChart: 'line',
  pieChart: 'pie',
};

/** A chart of one of our kinds with one plot; others are null. */
function readChart(xml: string): Omit<Chart, 'name' | 'place'> | null {
  let kind: ChartKind | null = null;
  let plots = 0;
  let title = '';
  let startsAtZero = false;
  const series: Chart['series'] = [];
  const open: string[] = [];
  const within = (tag: string) => open.includes(tag);
  scanXml(xml, {
    open(tag, attribute) {
      open.push(tag);
      if (tag.endsWith('Chart') && within('plotArea')) {
        plots++;
        kind = CHARTS[tag] ?? null;
      } else if (tag === 'min' && within('valAx')) startsAtZero = Number(attribute('val')) === 0;
      else if (tag === 'barDir' && attribute('val') === 'bar') kind = 'bar';
      else if (tag === 'ser') series.push({ name: '', values: '', categories: '' });
    },
    text(text) {
      const last = series[series.length - 1];
      const tag = open[open.length - 1];
      if (tag === 't' && within('title') && !within('ser') && !within('valAx') && !within('catAx'))
        title += text;
      else if (!last) return;
      else if (within('tx') && (tag === 'v' || tag === 'f') && last.name === '') last.name = text;
      else if (within('val') && tag === 'f') last.values += text;
      else if (within('cat') && tag === 'f') last.categories += text;
    },
    close() {
      open.pop();
    },
  });
  if (!kind || plots !== 1 || series.length === 0) return null;
  return { kind, title, series, ...(startsAtZero ? { startsAtZero } : {}) };
}
