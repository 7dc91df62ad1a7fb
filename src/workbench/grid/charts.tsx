import type { ReactNode } from 'react';
import { parseArea, type Area } from '../../workbook/address';
import type { CellValue } from '../../workbook/cell';
import type { Chart, Sheet } from '../../workbook/sheet';
import type { Workbook } from '../../workbook/workbook';
import { parseReference } from '../host/areas';
import { shownText } from '../host/number-text';
import type { Panes } from './panes';

/** The colours Excel gives its series, in their order. */
const COLOURS = ['#4472c4', '#ed7d31', '#a5a5a5', '#ffc000', '#5b9bd5', '#70ad47'];
/** More than these are not told apart in a place of cells, and a file may hold a million. */
const MOST_POINTS = 200;
const MOST_SERIES = 30;
/** In view at once: a screen has no room for more. */
const MOST_CHARTS = 50;
const LETTER = 6;

interface Series {
  name: string;
  values: readonly number[];
}

interface Drawn {
  chart: Chart;
  width: number;
  height: number;
  series: readonly Series[];
  categories: readonly string[];
}

/** The charts of a sheet that are in view, drawn from the cells they are about. */
export function Charts({
  workbook,
  sheet,
  panes,
}: {
  workbook: Workbook;
  sheet: Sheet;
  panes: Panes;
}) {
  const { rows } = panes;
  const seen = sheet.charts.filter(({ place }) => rows.some((row) => isIn(place, row)));
  return seen.slice(0, MOST_CHARTS).map((chart) => {
    const place = panes.box(chart.place);
    const [width, height] = [Number(place.width), Number(place.height)];
    const texts = (reference: string) => cellsOf(workbook, reference).map(({ text }) => text);
    const series = chart.series.slice(0, MOST_SERIES).map(({ name, values }) => ({
      name: texts(name)[0] ?? '',
      values: cellsOf(workbook, values).map(({ value }) =>
        typeof value === 'number' && Number.isFinite(value) ? value : 0,
      ),
    }));
    const categories = texts(chart.series[0]?.categories ?? '');
    return (
      <svg
        key={chart.name}
        className="chart"
        role="img"
        aria-label={chart.title || chart.name}
        style={place}
        viewBox={`0 0 ${width} ${height}`}
      >
        <text className="chart-title" x={width / 2} y={18} textAnchor="middle">
          {fitted(chart.title, width, LETTER + 1)}
        </text>
        <Plot drawn={{ chart, width, height, series, categories }} />
        <Legend drawn={{ chart, width, height, series, categories }} />
      </svg>
    );
  });
}

function isIn({ top, bottom }: Area, row: number): boolean {
  return row >= top && row <= bottom;
}

function cellsOf(workbook: Workbook, reference: string): { value: CellValue; text: string }[] {
  const found = parseReference(reference);
  const area = found && parseArea(found.address.replaceAll('$', ''));
  const sheet = workbook.sheets.find((one) => one.name === found?.sheetName);
  if (!area || !sheet) return [];
  const cells = [];
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++) {
      if (cells.length === MOST_POINTS) return cells;
      const value = sheet.value(row, column);
      cells.push({ value, text: shownText(value, sheet.cell(row, column)?.style?.format) });
    }
  return cells;
}

/** As much of a text as a width has room for. */
function fitted(text: string, width: number, letter = LETTER): string {
  const most = Math.max(1, Math.floor(width / letter));
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

function Plot({ drawn }: { drawn: Drawn }): ReactNode {
  switch (drawn.chart.kind) {
    case 'pie':
      return <Slices drawn={drawn} />;
    case 'bar':
      return <Bars drawn={drawn} />;
    case 'column':
    case 'line':
      return <Columns drawn={drawn} />;
  }
}

function colourOf(index: number): string {
  return COLOURS[index % COLOURS.length];
}

/** The ends of the axis of values, and the steps between. */
function axisOf({ chart, series }: Drawn): { low: number; high: number; ticks: number[] } {
  const values = series.flatMap((one) => one.values);
  const most = Math.max(0, ...values);
  // A line may begin where its figures do; a bar cut off at the foot would lie.
  const least = Math.min(...values);
  const isHigh = chart.kind === 'line' && !chart.startsAtZero && least > most * 0.8;
  const from = isHigh ? least : Math.min(0, least);
  const step = roundStep((most - from || 1) / 4);
  const low = Math.floor(from / step) * step;
  const count = Math.max(1, Math.ceil((most - low) / step));
  const ticks = Array.from({ length: count + 1 }, (_, index) => low + index * step);
  return { low, high: low + count * step, ticks };
}

/** The next of 1, 2, 5 times a power of ten. */
function roundStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  return power * ([1, 2, 5].find((one) => one * power >= raw) ?? 10);
}

function tickText(value: number): string {
  return shownText(Math.abs(value) < 1e-12 ? 0 : Number(value.toPrecision(6)), undefined);
}

const [ABOVE, BELOW] = [28, 24];

function Columns({ drawn }: { drawn: Drawn }) {
  const { chart, width, height, series, categories } = drawn;
  const { low, high, ticks } = axisOf(drawn);
  const left = 12 + LETTER * Math.max(...ticks.map((tick) => tickText(tick).length));
  const foot = height - BELOW - 16;
  const x = (at: number, of: number) => left + ((width - left - 10) * at) / of;
  const y = (value: number) => foot - ((foot - ABOVE) * (value - low)) / (high - low);
  const count = Math.max(1, categories.length, ...series.map(({ values }) => values.length));
  const room = x(1, count) - x(0, count);
  const thick = (room * 0.7) / Math.max(1, series.length);
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={width - 10} y1={y(tick)} y2={y(tick)} />
          <text x={left - 4} y={y(tick) + 4} textAnchor="end">
            {tickText(tick)}
          </text>
        </g>
      ))}
      {categories.map((name, index) => (
        <text key={index} x={x(index + 0.5, count)} y={foot + 14} textAnchor="middle">
          {fitted(name, room)}
        </text>
      ))}
      {series.map(({ values }, own) =>
        chart.kind === 'line' ? (
          <polyline
            key={own}
            fill="none"
            stroke={colourOf(own)}
            strokeWidth={2}
            points={values.map((value, index) => `${x(index + 0.5, count)},${y(value)}`).join(' ')}
          />
        ) : (
          values.map((value, index) => (
            <rect
              key={`${own} ${index}`}
              fill={colourOf(own)}
              x={x(index + 0.15, count) + own * thick}
              width={thick}
              y={Math.min(y(value), y(Math.max(low, 0)))}
              height={Math.abs(y(value) - y(Math.max(low, 0)))}
            />
          ))
        ),
      )}
    </>
  );
}

/** Lying bars: the first category at the foot, as Excel draws them. */
function Bars({ drawn }: { drawn: Drawn }) {
  const { width, height, series, categories } = drawn;
  const { low, high, ticks } = axisOf(drawn);
  const longest = Math.max(0, ...categories.map(({ length }) => length));
  const left = 10 + Math.min(width * 0.4, LETTER * longest);
  const foot = height - BELOW - 16;
  const x = (value: number) => left + ((width - left - 20) * (value - low)) / (high - low);
  const count = Math.max(1, categories.length, ...series.map(({ values }) => values.length));
  const room = (foot - ABOVE) / count;
  const thick = (room * 0.7) / Math.max(1, series.length);
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={x(tick)} x2={x(tick)} y1={ABOVE} y2={foot} />
          <text x={x(tick)} y={foot + 14} textAnchor="middle">
            {tickText(tick)}
          </text>
        </g>
      ))}
      {categories.map((name, index) => (
        <text key={index} x={left - 4} y={foot - room * (index + 0.5) + 4} textAnchor="end">
          {fitted(name, left - 8)}
        </text>
      ))}
      {series.map(({ values }, own) =>
        values.map((value, index) => (
          <rect
            key={`${own} ${index}`}
            fill={colourOf(own)}
            x={Math.min(x(value), x(Math.max(low, 0)))}
            width={Math.abs(x(value) - x(Math.max(low, 0)))}
            y={foot - room * (index + 0.85) + own * thick}
            height={thick}
          />
        )),
      )}
    </>
  );
}

function Slices({ drawn: { width, height, series } }: { drawn: Drawn }) {
  const values = (series[0]?.values ?? []).map((value) => Math.max(0, value));
  const total = values.reduce((sum, value) => sum + value, 0);
  const radius = Math.max(0, Math.min(width, height - ABOVE - BELOW) / 2 - 10);
  const middle = { x: width / 2, y: ABOVE + (height - ABOVE - BELOW) / 2 };
  const at = (share: number) => {
    const angle = 2 * Math.PI * share - Math.PI / 2;
    return `${middle.x + radius * Math.cos(angle)} ${middle.y + radius * Math.sin(angle)}`;
  };
  let before = 0;
  return values.map((value, index) => {
    if (value === 0) return null;
    const from = before / total;
    before += value;
    // The whole round is two halves: an arc that ends where it began is none.
    const to = before / total;
    const half = (from + to) / 2;
    const arc = (end: number) => `A ${radius} ${radius} 0 0 1 ${at(end)}`;
    return (
      <path
        key={index}
        fill={colourOf(index)}
        stroke="#fff"
        d={`M ${middle.x} ${middle.y} L ${at(from)} ${arc(half)} ${arc(to)} Z`}
      />
    );
  });
}

/** What each colour is: the series, or the parts of a round. */
function Legend({ drawn: { chart, width, height, series, categories } }: { drawn: Drawn }) {
  const names = chart.kind === 'pie' ? categories : series.map(({ name }) => name);
  const room = (width - 20) / Math.max(1, names.length);
  return names.map((name, index) => (
    <g key={index} transform={`translate(${10 + room * index} ${height - 10})`}>
      <rect y={-9} width={9} height={9} fill={colourOf(index)} />
      <text x={13}>{fitted(name, room - 16)}</text>
    </g>
  ));
}
