import { DeskRefused } from '../app/desk-refused';
import { quoteSheet } from '../workbook/address';
import type { SelfCheckId, SelfCheckLine } from '../app/self-check';
import { countsFrom1904, secondOf1904 } from './date-system';
import { COLOURS, keyOf, marksOn, put as putMark } from './mark-found';
import { mustTakeWrites, wholeOf } from './takes-writes';
import { newWriteId, passingName } from './write-mark';

/* Each check is its own request or two: what it answers may stop the request it stands in. */

interface Check {
  id: SelfCheckId;
  of?: string;
  expected?: string;
  /** On the sheet of the checks, each among cells of its own. */
  try(sheet: Excel.Worksheet, context: Excel.RequestContext): Promise<string>;
}

/** What somebody types that Excel makes something else of. */
const TYPED = [
  '3/2024',
  '1/2',
  '12-2024',
  '2024-03',
  '(5)',
  '$5',
  '1.10',
  '1,5',
  '00123',
  '12%',
  'TRUE',
  '1.234.567',
];
const SPEED = { rows: 1000, columns: 10 };
/** Longer than Excel takes as a formula. */
const LONG = `- ${'a'.repeat(8300)}`;

/**
 * Tries what the add-in depends on, on a hidden sheet of its own. It bears the name of a passing
 * sheet: where it cannot be taken away, the next write does.
 */
export async function selfCheck(
  told: (done: number, total: number) => void,
): Promise<SelfCheckLine[]> {
  const lines = [...aboutProgram(), ...(await aboutWorkbook())];
  const name = passingName(newWriteId(), 1);
  const refused = await addSheet(name);
  if (refused !== null) return [...lines, { id: 'cleaned-up', found: refused, expected: 'ok' }];
  try {
    for (const [index, check] of CHECKS.entries()) {
      told(index, CHECKS.length);
      lines.push(await answer(name, check));
    }
  } finally {
    lines.push({ id: 'cleaned-up', found: await removeSheet(name), expected: 'ok' });
  }
  told(CHECKS.length, CHECKS.length);
  return lines;
}

async function answer(name: string, { id, of, expected, try: run }: Check): Promise<SelfCheckLine> {
  const found = await Excel.run({ delayForCellEdit: true }, (context) =>
    run(context.workbook.worksheets.getItem(name), context),
  ).catch(codeOf);
  return {
    id,
    ...(of === undefined ? {} : { of }),
    found,
    ...(expected === undefined ? {} : { expected }),
  };
}

function codeOf(error: unknown): string {
  if (error instanceof DeskRefused) return error.refusal.code;
  const { code, debugInfo } = error as { code?: string; debugInfo?: { errorLocation?: string } };
  return code === undefined
    ? String(error)
    : [code, debugInfo?.errorLocation].filter(Boolean).join(' ');
}

/** Null, or why the workbook takes no sheet. */
async function addSheet(name: string): Promise<string | null> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const whole = wholeOf(context, []);
    await context.sync();
    mustTakeWrites(whole, 'sheets');
    context.workbook.worksheets.add(name).visibility = 'Hidden';
    await context.sync();
    return null;
  }).catch(codeOf);
}

/** Twice, for whatever stopped the check may stop this as well. */
async function removeSheet(name: string): Promise<string> {
  const remove = () =>
    Excel.run({ delayForCellEdit: true }, async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(name);
      const { protection } = sheet;
      protection.load('protected');
      await context.sync();
      if (sheet.isNullObject) return 'ok';
      if (protection.protected) protection.unprotect(PASSWORD);
      sheet.visibility = 'Visible';
      sheet.delete();
      await context.sync();
      return 'ok';
    });
  return remove().catch(() => remove().catch(codeOf));
}

const PASSWORD = 'thu';

/** Cells that are coloured as faulty ones are, by the very rule that does it. */
const FAULTY = { area: { top: 0, left: 18, bottom: 1, right: 18 }, colour: COLOURS.error };
const DOUBTED = { area: { top: 2, left: 18, bottom: 2, right: 18 }, colour: COLOURS.warning };

/** What is told without asking Excel. */
function aboutProgram(): SelfCheckLine[] {
  const { diagnostics, requirements, displayLanguage, contentLanguage, touchEnabled } =
    Office.context;
  const { host, platform, version } = diagnostics;
  const sets = Array.from({ length: 25 }, (_, index) => `1.${index + 1}`);
  const newest = sets.filter((set) => requirements.isSetSupported('ExcelApi', set)).at(-1) ?? '-';
  const others = (
    [
      ['SharedRuntime', '1.1'],
      ['ExcelApiOnline', '1.1'],
      ['ExcelApiDesktop', '1.1'],
      ['DialogApi', '1.2'],
      ['RibbonApi', '1.2'],
    ] as const
  ).filter(([set, least]) => requirements.isSetSupported(set, least));
  const theme = tried(() => JSON.stringify(Office.context.officeTheme ?? null));
  return [
    { id: 'program', found: [host, platform, version, navigator.userAgent].join('; ') },
    { id: 'sets', found: [`ExcelApi ${newest}`, ...others.map((set) => set.join(' '))].join(', ') },
    {
      id: 'languages',
      found: `${displayLanguage}, ${contentLanguage}, touch ${String(touchEnabled)}`,
    },
    { id: 'theme', found: theme },
    { id: 'storage', found: `local ${kept('localStorage')}, session ${kept('sessionStorage')}` },
    { id: 'workers', found: typeof Worker === 'function' ? 'ok' : '-' },
  ];
}

function tried(ask: () => string): string {
  try {
    return ask();
  } catch (error) {
    return codeOf(error);
  }
}

function kept(where: 'localStorage' | 'sessionStorage'): string {
  return tried(() => {
    window[where].setItem('tong-hop-thu', '1');
    window[where].removeItem('tong-hop-thu');
    return 'ok';
  });
}

/** How the workbook is set, without its name. */
async function aboutWorkbook(): Promise<SelfCheckLine[]> {
  const asked = Excel.run({ delayForCellEdit: true }, async (context) => {
    const { workbook } = context;
    const { application } = workbook;
    const { numberFormat, datetimeFormat } = application.cultureInfo;
    workbook.load('name,readOnly,usePrecisionAsDisplayed,autoSave');
    workbook.protection.load('protected');
    application.load('calculationMode,decimalSeparator,thousandsSeparator,useSystemSeparators');
    application.cultureInfo.load('name');
    numberFormat.load('numberDecimalSeparator,numberGroupSeparator');
    datetimeFormat.load('shortDatePattern');
    const grid = workbook.worksheets.getFirst().getRange();
    grid.load('rowCount,columnCount');
    await context.sync();
    const { decimalSeparator, thousandsSeparator, useSystemSeparators, calculationMode } =
      application;
    const { numberDecimalSeparator, numberGroupSeparator } = numberFormat;
    const own = useSystemSeparators ? '' : `, own ${decimalSeparator} ${thousandsSeparator}`;
    const said = [
      workbook.name.replace(/^.*\./, '.'),
      calculationMode,
      workbook.readOnly ? 'read-only' : 'editable',
      workbook.protection.protected ? 'structure protected' : 'structure open',
      workbook.usePrecisionAsDisplayed ? 'precision as displayed' : 'full precision',
      workbook.autoSave ? 'autosave' : 'no autosave',
    ];
    const separators = `${numberDecimalSeparator} ${numberGroupSeparator}${own}`;
    return [
      {
        id: 'region',
        found: `${application.cultureInfo.name}, ${separators}, ${datetimeFormat.shortDatePattern}`,
      },
      { id: 'workbook', found: said.join(', ') },
      { id: 'grid', found: `${grid.rowCount} x ${grid.columnCount}`, expected: '1048576 x 16384' },
    ] satisfies SelfCheckLine[];
  });
  const about: SelfCheckLine[] = await asked.catch((error) => [
    { id: 'workbook' as const, found: codeOf(error) },
  ]);
  const day = Excel.run({ delayForCellEdit: true }, async (context) => {
    const asked = secondOf1904(context);
    await context.sync();
    return countsFrom1904(asked) ? '1904' : '1900';
  });
  return [...about, { id: 'date-system', found: await day.catch(codeOf), expected: '1900' }];
}

/** A cell after something was put into it: value, kind, and format. */
async function puts(
  range: Excel.Range,
  context: Excel.RequestContext,
  put: (range: Excel.Range) => void,
): Promise<string> {
  put(range);
  range.load('values,numberFormat,valueTypes,formulas');
  await context.sync();
  const [value, format, type, formula] = [
    range.values,
    range.numberFormat,
    range.valueTypes,
    range.formulas,
  ].map((cells) => (cells as unknown[][])[0][0]);
  const text = `${JSON.stringify(value)} ${String(type)} ${String(format)}`;
  return formula === value ? text : `${text} ${String(formula)}`;
}

const ok = (isSo: boolean, otherwise: string) => (isSo ? 'ok' : otherwise);

const CHECKS: readonly Check[] = [
  ...TYPED.map((text, index): Check => ({
    id: 'typed',
    of: text,
    try: (sheet, context) =>
      puts(sheet.getCell(index, 0), context, (range) => (range.values = [[text]])),
  })),
  ...TYPED.map((text, index): Check => ({
    id: 'quoted',
    of: text,
    expected: `${JSON.stringify(text)} String General`,
    try: (sheet, context) =>
      puts(sheet.getCell(index, 1), context, (range) => (range.formulas = [[`'${text}`]])),
  })),
  {
    // Read as a text, an error would be one: what stands in the cell is told by its kind as well.
    id: 'error-names',
    expected: '#N/A Error, #DIV/0! Error, #REF! Error, #NAME? Error',
    try: async (sheet, context) => {
      const range = sheet.getRange('D5:G5');
      range.formulas = [['=NA()', '=1/0', '=#REF!', '=TongHopKhongCo']];
      range.load('values,valueTypes');
      await context.sync();
      const [[values], [kinds]] = [range.values as unknown[][], range.valueTypes];
      return values.map((value, index) => `${String(value)} ${kinds[index]}`).join(', ');
    },
  },
  {
    id: 'text-cell-number',
    expected: '"45" String @',
    try: (sheet, context) =>
      puts(sheet.getRange('D1'), context, (range) => {
        range.numberFormat = [['@']];
        range.values = [[45]];
      }),
  },
  {
    id: 'text-cell-formula',
    expected: '"=1+1" String @',
    try: (sheet, context) =>
      puts(sheet.getRange('D2'), context, (range) => {
        range.numberFormat = [['@']];
        range.formulas = [['=1+1']];
      }),
  },
  {
    id: 'long-text',
    expected: `${LONG.length}`,
    try: async (sheet, context) => {
      const range = sheet.getRange('D3');
      range.values = [[`'${LONG}`]];
      range.load('values');
      await context.sync();
      const [[text]] = range.values as string[][];
      return String(text.length);
    },
  },
  {
    // Either is right: what is refused is read apart (`long-texts.ts`).
    id: 'long-text-formulas',
    try: async (sheet, context) => {
      const range = sheet.getRange('D3');
      range.load('formulas');
      await context.sync();
      const [[formula]] = range.formulas as string[][];
      return String(formula.length);
    },
  },
  ...([',', ';'] as const).map((separator): Check => ({
    id: separator === ',' ? 'ranges-comma' : 'ranges-semicolon',
    try: async (sheet, context) => {
      const areas = sheet.getRanges(['F1', 'G2'].join(separator));
      areas.load('address,areaCount');
      await context.sync();
      return `${areas.areaCount}: ${areas.address.replace(/[^!;,]*!/g, '')}`;
    },
  })),
  {
    id: 'name-area',
    expected: '1,2,3,4',
    try: async (sheet, context) => {
      sheet.names.add('TongHop_Thu', sheet.getRange('C2:F4'));
      const item = sheet.names.getItemOrNullObject('TongHop_Thu');
      item.load('formula');
      const range = item.getRangeOrNullObject();
      range.load('rowIndex,columnIndex,rowCount,columnCount');
      await context.sync();
      const { rowIndex, columnIndex, rowCount, columnCount } = range;
      const area = [rowIndex, columnIndex, rowCount, columnCount].join(',');
      const isA1 = String(item.formula).endsWith('!$C$2:$F$4');
      return isA1 ? area : `${area} ${String(item.formula).replace(/^.*!/, '')}`;
    },
  },
  {
    id: 'copy-formulas',
    expected: '[["00123",2,"=I2*2"]]',
    try: async (sheet, context) => {
      sheet.getRange('H2').formulas = [["'00123"]];
      sheet.getRange('I2:J2').formulas = [[2, '=I2*2']];
      const target = sheet.getRange('H3:J3');
      target.copyFrom('H2:J2', 'Formulas');
      target.load('formulas');
      await context.sync();
      return JSON.stringify(target.formulas).replace('I3', 'I2');
    },
  },
  {
    id: 'copy-formats',
    expected: '0.0 bold',
    try: async (sheet, context) => {
      const source = sheet.getRange('H5:I5');
      source.numberFormat = [['0.0', '0.0']];
      source.format.font.bold = true;
      source.merge();
      const target = sheet.getRange('H6:I6');
      target.copyFrom('H5:I5', 'Formats');
      target.load('numberFormat,format/font/bold');
      await context.sync();
      const format = String((target.numberFormat as unknown[][])[0][0]);
      return `${format} ${target.format.font.bold ? 'bold' : 'plain'}`;
    },
  },
  {
    id: 'copy-merges',
    try: async (sheet, context) => {
      // Not told before ExcelApi 1.13.
      if (!Office.context.requirements.isSetSupported('ExcelApi', '1.13')) return '?';
      const merged = sheet.getRange('H6:I6').getMergedAreasOrNullObject();
      merged.load('areaCount');
      await context.sync();
      return merged.isNullObject ? '0' : String(merged.areaCount);
    },
  },
  {
    id: 'clear-remarks',
    expected: 'kept by Contents, Formats, copies of both; taken by All',
    try: async (sheet, context) => {
      const cell = sheet.getRange('H8');
      sheet.comments.add(cell, 'Tong Hop');
      const count = async (act: () => void) => {
        act();
        const { comments } = sheet;
        comments.load('items');
        await context.sync();
        return comments.items.length;
      };
      const afterClear = await count(() => {
        cell.clear('Contents');
        cell.clear('Formats');
      });
      const afterCopy = await count(() => {
        cell.copyFrom('H9', 'Formulas');
        cell.copyFrom('H9', 'Formats');
      });
      const afterAll = await count(() => cell.clear());
      const isKept = afterClear === 1 && afterCopy === 1;
      return `${ok(isKept, `${afterClear}, ${afterCopy}:`) === 'ok' ? 'kept by' : `${afterClear}, ${afterCopy}`} Contents, Formats, copies of both; ${afterAll === 0 ? 'taken' : 'kept'} by All`;
    },
  },
  {
    id: 'links',
    expected: 'moves with its row, left by Contents, taken by Hyperlinks, text kept',
    try: async (sheet, context) => {
      sheet.load('name');
      await context.sync();
      const documentReference = `${quoteSheet(sheet.name)}!A1`;
      const linkAt = async (row: number) => {
        const cell = sheet.getRange(`H${row}`);
        cell.load('hyperlink,values');
        await context.sync();
        const text = String((cell.values as unknown[][])[0][0]);
        const { hyperlink } = cell as { hyperlink: Excel.RangeHyperlink | null };
        return hyperlink?.documentReference ? `link ${text}` : text;
      };
      sheet.getRange('H60').hyperlink = { documentReference, textToDisplay: 'Xem' };
      sheet.getRange('60:60').insert('Down');
      const moved = (await linkAt(61)) === 'link Xem' && (await linkAt(60)) === '';
      sheet.getRange('H61').clear('Contents');
      const left = (await linkAt(61)) === 'link ';
      sheet.getRange('H62').hyperlink = { documentReference, textToDisplay: 'Xem' };
      sheet.getRange('H61:H62').clear('Hyperlinks');
      const [taken, kept] = [(await linkAt(61)) === '', (await linkAt(62)) === 'Xem'];
      return [
        moved ? 'moves with its row' : 'stays where it was',
        left ? 'left by Contents' : 'taken by Contents',
        taken ? 'taken by Hyperlinks' : 'left by Hyperlinks',
        kept ? 'text kept' : 'text lost',
      ].join(', ');
    },
  },
  {
    id: 'chart-categories',
    expected: 'ok',
    try: async (sheet, context) => {
      sheet.getRange('J70:L72').values = [
        ['Xa', '', 'So'],
        ['A', '', 1],
        ['B', '', 2],
      ];
      const chart = sheet.charts.add('BarClustered', sheet.getRange('L70:L72'), 'Columns');
      chart.series.getItemAt(0).setXAxisValues(sheet.getRange('J71:J72'));
      await context.sync();
      return 'ok';
    },
  },
  {
    id: 'filter-told',
    expected: 'true',
    try: async (sheet, context) => {
      const range = sheet.getRange('L1:M4');
      range.values = [
        ['a', 'b'],
        ['x', 1],
        ['y', 2],
        ['x', 3],
      ];
      sheet.autoFilter.apply(range, 0, { filterOn: 'Values', values: ['x'] });
      sheet.autoFilter.load('isDataFiltered');
      await context.sync();
      return String(sheet.autoFilter.isDataFiltered);
    },
  },
  {
    id: 'filter-write',
    try: async (sheet, context) => {
      const range = sheet.getRange('M2:M4');
      range.values = [[7], [8], [9]];
      range.load('values');
      await context.sync();
      return JSON.stringify(range.values);
    },
  },
  {
    id: 'filter-clear',
    try: async (sheet, context) => {
      const range = sheet.getRange('M2:M4');
      range.clear('Contents');
      range.load('values');
      await context.sync();
      const left = JSON.stringify(range.values);
      sheet.autoFilter.remove();
      await context.sync();
      return left;
    },
  },
  {
    id: 'suspended',
    expected: '8',
    try: async (sheet, context) => {
      const { application } = context.workbook;
      application.suspendApiCalculationUntilNextSync();
      sheet.getRange('O1:O2').formulas = [[4], ['=O1*2']];
      await context.sync();
      application.calculate('Recalculate');
      const range = sheet.getRange('O2');
      range.load('values');
      await context.sync();
      return String((range.values as unknown[][])[0][0]);
    },
  },
  {
    id: 'panes-hidden',
    try: async (sheet, context) => {
      sheet.freezePanes.freezeRows(1);
      await context.sync();
      return 'ok';
    },
  },
  {
    id: 'paper',
    try: async (sheet, context) => {
      sheet.pageLayout.paperSize = 'A4';
      await context.sync();
      return 'ok';
    },
  },
  {
    id: 'unprotect-twice',
    try: async (sheet, context) => {
      sheet.protection.unprotect();
      await context.sync();
      return 'ok';
    },
  },
  {
    id: 'colours',
    expected: keyOf(FAULTY),
    try: async (sheet, context) => {
      putMark(sheet, FAULTY);
      await context.sync();
      return (await marksOn(sheet, context)).join('; ');
    },
  },
  {
    id: 'colours-protected',
    expected: 'ok',
    try: async (sheet, context) => {
      sheet.protection.protect({ allowFormatCells: true });
      await context.sync();
      putMark(sheet, DOUBTED);
      const found = await context.sync().then(() => 'ok', codeOf);
      sheet.protection.unprotect();
      await context.sync();
      const isThere = (await marksOn(sheet, context)).includes(keyOf(DOUBTED));
      return found === 'ok' && !isThere ? 'not there' : found;
    },
  },
  {
    id: 'protect-twice',
    try: async (sheet, context) => {
      sheet.protection.protect({}, PASSWORD);
      await context.sync();
      sheet.protection.protect({}, PASSWORD);
      await context.sync();
      return 'ok';
    },
  },
  {
    id: 'password',
    try: async (sheet, context) => {
      sheet.protection.unprotect();
      await context.sync();
      return 'ok';
    },
  },
  {
    id: 'same-name',
    try: async (sheet, context) => {
      sheet.load('name');
      await context.sync();
      context.workbook.worksheets.add(sheet.name);
      await context.sync();
      return 'ok';
    },
  },
  {
    id: 'wrong-size',
    try: async (sheet, context) => {
      sheet.protection.unprotect(PASSWORD);
      await context.sync();
      sheet.getRange('Q1:Q3').values = [[1], [2]];
      await context.sync();
      return 'ok';
    },
  },
  {
    id: 'hidden-shown',
    try: async (sheet, context) => {
      sheet.getRange('A1').select();
      await context.sync();
      return 'ok';
    },
  },
  {
    id: 'write-speed',
    try: async (sheet, context) => {
      const { rows, columns } = SPEED;
      const values = Array.from({ length: rows }, (_, row) =>
        Array.from({ length: columns }, (__, at) => row * at),
      );
      const range = sheet.getRangeByIndexes(100, 0, rows, columns);
      return timed(async () => {
        range.formulas = values;
        await context.sync();
      });
    },
  },
  {
    id: 'read-speed',
    try: async (sheet, context) => {
      const range = sheet.getRangeByIndexes(100, 0, SPEED.rows, SPEED.columns);
      return timed(async () => {
        range.load('values');
        await context.sync();
      });
    },
  },
  {
    id: 'round-trip',
    try: async (sheet, context) =>
      timed(async () => {
        sheet.load('name');
        await context.sync();
      }),
  },
];

async function timed(act: () => Promise<void>): Promise<string> {
  const began = performance.now();
  await act();
  return `${Math.round(performance.now() - began)} ms`;
}
