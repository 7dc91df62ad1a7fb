import type { Chart } from '../document/document';
import { partText } from './writable';

/**
 * A chart of a document, as Word draws it itself (ECMA-376 Part 1, 21.2): sharp on paper, read by
 * a screen reader, its numbers in it, no workbook behind it.
 */

const MAIN = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing';

export const CHART_RELATIONSHIP = `${RELATIONSHIPS}/chart`;
export const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

/** Told apart on a grey print too: dark, light, in between. */
const SHADES = ['1F4E79', 'BFBFBF', '7F7F7F', '9DC3E6'];
const FONT = 'Times New Roman';
/** In hundredths of a point. */
const TITLE = 1300;
const TEXT = 1000;

export function chartPart(chart: Chart): string {
  const { title, shape, series, format } = chart;
  const isLying = shape === 'bar';
  const isPositive = series.every(({ values }) => values.every((value) => (value ?? 0) >= 0));
  const labels =
    `<c:dLbls><c:numFmt formatCode="${attribute(format)}" sourceLinked="0"/>${look()}` +
    '<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/>' +
    '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>' +
    '<c:showBubbleSize val="0"/></c:dLbls>';
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    `<c:chartSpace xmlns:c="${CHART}" xmlns:a="${MAIN}" xmlns:r="${RELATIONSHIPS}">` +
    '<c:roundedCorners val="0"/><c:chart>' +
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr lang="vi-VN" sz="${TITLE}" b="1">` +
    `<a:latin typeface="${FONT}"/></a:rPr><a:t>${partText(title)}</a:t></a:r></a:p></c:rich>` +
    '</c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>' +
    `<c:barChart><c:barDir val="${isLying ? 'bar' : 'col'}"/><c:grouping val="clustered"/>` +
    `<c:varyColors val="0"/>${series.map((_, index) => seriesOf(chart, index)).join('')}${labels}` +
    '<c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>' +
    '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling>' +
    `<c:delete val="0"/><c:axPos val="${isLying ? 'l' : 'b'}"/><c:majorTickMark val="none"/>` +
    `<c:minorTickMark val="none"/><c:tickLblPos val="low"/>${look()}<c:crossAx val="2"/></c:catAx>` +
    '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>' +
    `${isPositive ? '<c:min val="0"/>' : ''}</c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${isLying ? 'b' : 'l'}"/><c:numFmt formatCode="General" sourceLinked="0"/>` +
    `<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${look()}` +
    `<c:crossAx val="1"/><c:crossBetween val="between"/>${stepOf(chart)}</c:valAx></c:plotArea>` +
    (series.length > 1
      ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${look()}</c:legend>`
      : '') +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>'
  );
}

/** So few things counted are counted one by one: there is no half of one. */
const FEW = 8;

function stepOf({ format, series }: Chart): string {
  const largest = Math.max(...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  return format === '0' && largest <= FEW ? '<c:majorUnit val="1"/>' : '';
}

function seriesOf({ categories, series }: Chart, index: number): string {
  const { name, values } = series[index];
  const named = categories.map((text, at) => point(at, partText(text))).join('');
  const numbers = values.map((value, at) => (value === null ? '' : point(at, String(value))));
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>` +
    `<c:tx><c:v>${partText(name)}</c:v></c:tx><c:spPr><a:solidFill>` +
    `<a:srgbClr val="${SHADES[index % SHADES.length]}"/></a:solidFill></c:spPr>` +
    `<c:invertIfNegative val="0"/><c:cat><c:strLit><c:ptCount val="${categories.length}"/>${named}` +
    `</c:strLit></c:cat><c:val><c:numLit><c:ptCount val="${values.length}"/>${numbers.join('')}` +
    '</c:numLit></c:val></c:ser>'
  );
}

function point(index: number, value: string): string {
  return `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`;
}

function look(): string {
  return (
    `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${TEXT}"><a:latin typeface="${FONT}"/>` +
    '</a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'
  );
}

/** English Metric Units: 36,000 in a millimetre. */
const EMU = 36_000;

/** The run in which the chart of that relationship stands; `width` in millimetres. */
export function chartRun(
  chart: Chart,
  number: number,
  relationship: string,
  width: number,
): string {
  const { title, description, height } = chart;
  return (
    `<w:r><w:drawing><wp:inline xmlns:wp="${DRAWING}" distT="0" distB="0" distL="0" distR="0">` +
    `<wp:extent cx="${Math.round(width * EMU)}" cy="${Math.round(height * EMU)}"/>` +
    `<wp:docPr id="${number}" name="${attribute(title)}" descr="${attribute(description)}"/>` +
    `<wp:cNvGraphicFramePr/><a:graphic xmlns:a="${MAIN}"><a:graphicData uri="${CHART}">` +
    `<c:chart xmlns:c="${CHART}" xmlns:r="${RELATIONSHIPS}" r:id="${relationship}"/>` +
    '</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
  );
}

function attribute(text: string): string {
  return partText(text).replace(/"/g, '&quot;').replace(/\n/g, '&#10;');
}
