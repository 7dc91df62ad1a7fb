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
    altText: chart.description || undefined,
    legend: chart.series.length > 1 ? 'bottom' : false,
    axes: chart.startsAtZero ? { y: { scale: { min: 0 } } } : undefined,
    series: chart.series.map((series, index) => ({
      color: SHADES[index % SHADES.length],
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

/** Told apart on a grey print too: dark, light, in between. */
const SHADES = ['1F4E79', 'BFBFBF', '7F7F7F', '9DC3E6'];

function nameOf(name: string, own: Sheet, workbook: Workbook): string {
  const reference = /^('(?:[^']|'')+'|[^!']+)!(\$?[A-Z]{1,3}\$?\d+)$/.exec(name);
  if (!reference) return name;
  const sheet = findSheet(workbook, unquoteSheet(reference[1])) ?? own;
  const cell = parseArea(reference[2]);
  return cell ? String(sheet.value(cell.top, cell.left) ?? '') : '';
}
