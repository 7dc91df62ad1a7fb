import type { SheetChart } from 'hucre/xlsx';
import { parseArea, unquoteSheet } from '../../workbook/address';
import type { Chart, Sheet } from '../../workbook/sheet';
import { findSheet, type Workbook } from '../../workbook/workbook';

/** A chart as the library takes it; the name of a series is written as the text it has now. */
export function toChart(chart: Chart, own: Sheet, workbook: Workbook): SheetChart {
  const { place } = chart;
  return {
    type: chart.kind,
    title: chart.title || undefined,
    series: chart.series.map((series, index) => ({
      name: nameOf(series.name, own, workbook) || `Chuỗi ${index + 1}`,
      values: series.values,
      categories: series.categories || undefined,
    })),
    anchor: {
      from: { row: place.top, col: place.left },
      to: { row: place.bottom + 1, col: place.right + 1 },
    },
  };
}

function nameOf(name: string, own: Sheet, workbook: Workbook): string {
  const reference = /^('(?:[^']|'')+'|[^!']+)!(\$?[A-Z]{1,3}\$?\d+)$/.exec(name);
  if (!reference) return name;
  const sheet = findSheet(workbook, unquoteSheet(reference[1])) ?? own;
  const cell = parseArea(reference[2]);
  return cell ? String(sheet.value(cell.top, cell.left) ?? '') : '';
}
