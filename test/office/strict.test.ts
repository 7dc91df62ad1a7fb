import { emptyWorkbook } from '../../src/workbook/workbook';
import { Sheet } from '../../src/workbook/sheet';
import type { ExcelHost, HostOptions } from '../../src/workbench/host/excel-host';
import { PLATFORMS, type ExcelApiVersion } from '../../src/workbench/host/api-sets';
import { openExcel, settled } from './office-window';

/**
 * What Excel refuses, the host refuses with Excel's code; each through the unmodified office.js.
 */

type Act = (context: Excel.RequestContext) => void;

async function refusal(act: Act): Promise<string> {
  try {
    await Excel.run(async (context) => {
      act(context);
      await context.sync();
    });
    return 'done';
  } catch (error) {
    return (error as OfficeExtension.Error).code ?? String(error);
  }
}

function book(): Sheet[] {
  const open = new Sheet('Mở');
  open.put(0, 0, 'a');
  open.put(1, 0, 1);
  const shut = new Sheet('Khóa');
  shut.put(0, 0, 'khóa');
  shut.put(1, 0, 5, { unlocked: true });
  shut.isProtected = true;
  const hidden = new Sheet('Ẩn');
  hidden.visibility = 'hidden';
  const very = new Sheet('Ẩn kỹ');
  very.visibility = 'veryHidden';
  return [open, shut, hidden, very];
}

async function excel(
  version: ExcelApiVersion = '1.21',
  options: HostOptions = {},
): Promise<ExcelHost> {
  return (await openExcel(emptyWorkbook(book()), { version, ...options })).host;
}

const sheet = (context: Excel.RequestContext, name = 'Mở') =>
  context.workbook.worksheets.getItem(name);
const A1 = (context: Excel.RequestContext) => sheet(context).getRange('A1');
const locked = (context: Excel.RequestContext) => sheet(context, 'Khóa').getRange('A1');

describe('Excel refuses', () => {
  it.each<[string, string, Act]>([
    [
      'a sheet that is not there',
      'ItemNotFound',
      (c) => c.workbook.worksheets.getItem('Không có').load('name'),
    ],
    [
      'a name that is not there',
      'ItemNotFound',
      (c) => c.workbook.names.getItem('Tổng').load('name'),
    ],
    [
      'a table that is not there',
      'ItemNotFound',
      (c) => c.workbook.tables.getItem('Bảng1').load('name'),
    ],
    [
      'a comment that is not there',
      'ItemNotFound',
      (c) => c.workbook.comments.getItemByCell('Mở!B2').load('content'),
    ],
    [
      'a setting that is not there',
      'ItemNotFound',
      (c) => c.workbook.settings.getItem('x').load('value'),
    ],
    [
      'an address beyond the grid',
      'InvalidArgument',
      (c) => sheet(c).getRange('A1048577').load('address'),
    ],
    [
      'an address that is none',
      'InvalidArgument',
      (c) => sheet(c).getRange('ô A1').load('address'),
    ],
    [
      'a very long address',
      'InvalidArgument',
      (c) => sheet(c).getRange('A1,'.repeat(4000)).load('address'),
    ],
    [
      'a table on a sheet without a name',
      'InvalidArgument',
      (c) => sheet(c).tables.add("''!X1:Y2", true),
    ],
    [
      'a copy from a sheet without a name',
      'InvalidArgument',
      (c) => sheet(c).getRange('Z1').copyFrom("''!A1"),
    ],
    [
      'a range off the sheet',
      'InvalidArgument',
      (c) => A1(c).getOffsetRange(-1, 0).load('address'),
    ],
    ['a row outside the range', 'InvalidArgument', (c) => A1(c).getRow(1).load('address')],
    ['areas that do not meet', 'ItemNotFound', (c) => A1(c).getIntersection('C3').load('address')],
    ['too few rows', 'InvalidArgument', (c) => (sheet(c).getRange('A1:A3').values = [[1], [2]])],
    [
      'too many columns',
      'InvalidArgument',
      (c) =>
        (sheet(c).getRange('A1:A2').values = [
          [1, 2],
          [3, 4],
        ]),
    ],
    ['ragged rows', 'InvalidArgument', (c) => (sheet(c).getRange('A1:B2').values = [[1, 2], [3]])],
    [
      'a large matrix of the wrong size, before any of it is written',
      'InvalidArgument',
      (c) => (sheet(c).getRange('A1:C600').values = Array.from({ length: 601 }, () => [1, 2, 3])),
    ],
    ['a formula that does not parse', 'InvalidArgument', (c) => (A1(c).formulas = [['=SUM(A2']])],
    [
      'a very long formula',
      'FormulaLengthExceedsLimit',
      (c) => (A1(c).formulas = [[`=${'1+'.repeat(5000)}1`]]),
    ],
    [
      'a text longer than a cell holds',
      'InvalidArgument',
      (c) => (A1(c).values = [['x'.repeat(32_768)]]),
    ],
    [
      'writing whole columns',
      'RangeExceedsLimit',
      (c) => (sheet(c).getRange('A:F').values = 1 as never),
    ],
    ['an unknown way to clear', 'InvalidArgument', (c) => A1(c).clear('Everything' as never)],
    ['a sheet’s name that is taken', 'ItemAlreadyExists', (c) => c.workbook.worksheets.add('mở')],
    ['renaming to a name that is taken', 'ItemAlreadyExists', (c) => (sheet(c).name = 'Khóa')],
    [
      'a sheet’s name of 32 characters',
      'InvalidArgument',
      (c) => c.workbook.worksheets.add('x'.repeat(32)),
    ],
    [
      'a sheet’s name with a slash',
      'InvalidArgument',
      (c) => c.workbook.worksheets.add('Quý I/2024'),
    ],
    ['a blank sheet’s name', 'InvalidArgument', (c) => (sheet(c).name = ' ')],
    ['a sheet called History', 'InvalidArgument', (c) => c.workbook.worksheets.add('history')],
    ['activating a hidden sheet', 'InvalidOperation', (c) => sheet(c, 'Ẩn').activate()],
    [
      'selecting on a hidden sheet',
      'InvalidOperation',
      (c) => sheet(c, 'Ẩn').getRange('A1').select(),
    ],
    ['deleting a very hidden sheet', 'InvalidOperation', (c) => sheet(c, 'Ẩn kỹ').delete()],
    [
      'hiding the last visible sheet',
      'InvalidOperation',
      (c) => {
        sheet(c, 'Khóa').visibility = 'Hidden';
        sheet(c).visibility = 'Hidden';
      },
    ],
    [
      'deleting the last visible sheet',
      'InvalidOperation',
      (c) => {
        sheet(c, 'Khóa').delete();
        sheet(c).delete();
      },
    ],
    ['writing a locked cell', 'AccessDenied', (c) => (locked(c).values = [[1]])],
    ['a formula in a locked cell', 'AccessDenied', (c) => (locked(c).formulas = [['=1']])],
    ['clearing a locked cell', 'AccessDenied', (c) => locked(c).clear('Contents')],
    ['the look of a protected sheet', 'AccessDenied', (c) => (locked(c).format.font.bold = true)],
    [
      'even the look of its unlocked cells',
      'AccessDenied',
      (c) => (sheet(c, 'Khóa').getRange('A2').format.fill.color = 'red'),
    ],
    ['widths of a protected sheet', 'AccessDenied', (c) => (locked(c).format.columnWidth = 100)],
    [
      'inserting into a protected sheet',
      'AccessDenied',
      (c) => locked(c).getEntireRow().insert('Down'),
    ],
    [
      'deleting from a protected sheet',
      'AccessDenied',
      (c) => locked(c).getEntireRow().delete('Up'),
    ],
    [
      'merging on a protected sheet',
      'AccessDenied',
      (c) => sheet(c, 'Khóa').getRange('A1:B1').merge(),
    ],
    ['protecting a protected sheet', 'AccessDenied', (c) => sheet(c, 'Khóa').protection.protect()],
    ['deleting without a direction', 'InvalidArgument', (c) => A1(c).delete(undefined as never)],
    [
      'pushing cells off the sheet',
      'NonBlankCellOffSheet',
      (c) => {
        sheet(c).getRange('A1048576').values = [['cuối']];
        sheet(c).getRange('1:1').insert('Down');
      },
    ],
    [
      'moving part of a table',
      'InsertDeleteConflict',
      (c) => {
        sheet(c).tables.add('Mở!C3:E5', true);
        sheet(c).getRange('D1:D2').insert('Down');
      },
    ],
    [
      'a table over a table',
      'MergedRangeConflict',
      (c) => {
        sheet(c).tables.add('C3:E5', true);
        sheet(c).tables.add('E5:G7', true);
      },
    ],
    [
      'a table over merged cells',
      'MergedRangeConflict',
      (c) => {
        sheet(c).getRange('C3:D3').merge();
        sheet(c).tables.add('C3:E5', true);
      },
    ],
    [
      'merging within a table',
      'MergedRangeConflict',
      (c) => {
        sheet(c).tables.add('C3:E5', true);
        sheet(c).getRange('C4:D4').merge();
      },
    ],
    [
      'a table’s name that is taken',
      'InvalidArgument',
      (c) => {
        sheet(c).tables.add('C3:E5', true).name = 'Một';
        sheet(c).tables.add('G3:H5', true).name = 'MỘT';
      },
    ],
    [
      'a row of a table of the wrong width',
      'InvalidArgument',
      (c) =>
        sheet(c)
          .tables.add('C3:E5', true)
          .rows.add(undefined, [[1, 2]]),
    ],
    [
      'a name twice',
      'ItemAlreadyExists',
      (c) => {
        c.workbook.names.add('Tổng', A1(c));
        c.workbook.names.add('tổng', A1(c));
      },
    ],
    ['a name that is an address', 'InvalidArgument', (c) => c.workbook.names.add('A1', A1(c))],
    [
      'a name for a text that is no formula',
      'InvalidArgument',
      (c) => c.workbook.names.add('Ngày', 'June 30, 2020'),
    ],
    [
      'two rules of validation at once',
      'InvalidArgument',
      (c) =>
        (A1(c).dataValidation.rule = {
          list: { inCellDropDown: true, source: 'a,b' },
          custom: { formula: '=TRUE' },
        }),
    ],
    [
      'a list of more than 255 characters',
      'InvalidArgument',
      (c) =>
        (A1(c).dataValidation.rule = { list: { inCellDropDown: true, source: 'chữ,'.repeat(80) } }),
    ],
    [
      'a second comment on a cell',
      'InvalidOperation',
      (c) => {
        c.workbook.comments.add('Mở!A1', 'một');
        c.workbook.comments.add('Mở!A1', 'hai');
      },
    ],
    [
      'a comment on several cells',
      'InvalidArgument',
      (c) => c.workbook.comments.add('Mở!A1:B2', 'một'),
    ],
    [
      'a comment on a cell of no sheet',
      'InvalidArgument',
      (c) => c.workbook.comments.add('A1', 'một'),
    ],
    ['a colour that is none', 'InvalidArgument', (c) => (A1(c).format.fill.color = 'xanh lá')],
    ['a row 500 points high', 'InvalidArgument', (c) => (A1(c).format.rowHeight = 500)],
    [
      'an unknown alignment',
      'InvalidArgument',
      (c) => (A1(c).format.horizontalAlignment = 'Middle' as never),
    ],
    [
      'a search of more than 255 characters',
      'InvalidArgument',
      (c) => A1(c).find('x'.repeat(256), {}).load('address'),
    ],
    [
      'special cells where there are none',
      'ItemNotFound',
      (c) => A1(c).getSpecialCells('Formulas').load('address'),
    ],
    ['a print zoom of 5%', 'InvalidArgument', (c) => (sheet(c).pageLayout.zoom = { scale: 5 })],
    [
      'the custom part of another conditional format',
      'InvalidOperation',
      (c) => (A1(c).conditionalFormats.add('CellValue').custom.rule.formula = '=TRUE'),
    ],
    [
      'a member that is not in this host, by its name',
      'NotImplemented',
      (c) => A1(c).autoFill('A1:A9'),
    ],
  ])('%s: %s', async (_what, code, act) => {
    await excel();
    expect(await refusal(act)).toBe(code);
  });

  it('nothing of what stands around them', async () => {
    await excel();
    const accepted: Act[] = [
      (c) => (sheet(c, 'Khóa').getRange('A2').values = [[6]]),
      (c) => (sheet(c, 'Khóa').name = 'Đổi tên'),
      (c) => sheet(c, 'Đổi tên').protection.unprotect(),
      (c) => (sheet(c, 'Đổi tên').getRange('A1').values = [[1]]),
      (c) => sheet(c, 'Ẩn').delete(),
      (c) =>
        (sheet(c).getRange('A1:B2').values = [
          [1, null],
          [null, 4],
        ] as never),
      (c) => (sheet(c).getRange('A1:B2').values = 7 as never),
      (c) => (sheet(c).name = 'MỞ'),
      (c) => sheet(c).getRange('1:1').insert('Down'),
      (c) => (A1(c).dataValidation.rule = { list: { inCellDropDown: true, source: 'có,không' } }),
    ];
    for (const act of accepted) expect(await refusal(act)).toBe('done');
  });

  it('a member above the requirement set, and knows it on a newer Excel', async () => {
    const edge: Act = (c) => A1(c).getRangeEdge('Down').load('address');
    // Of 1.15; this host does not have it and says so where Excel would know it.
    const rules: Act = (c) => A1(c).getDependents().load('addresses');
    await excel('1.12');
    expect([await refusal(edge), await refusal(rules)]).toEqual(['ApiNotFound', 'ApiNotFound']);
    await excel('1.14');
    expect([await refusal(edge), await refusal(rules)]).toEqual(['done', 'ApiNotFound']);
    await excel('1.17');
    expect([await refusal(edge), await refusal(rules)]).toEqual(['done', 'NotImplemented']);
    const supported = (version: string) =>
      Office.context.requirements.isSetSupported('ExcelApi', version);
    expect([supported('1.12'), supported('1.22')]).toEqual([true, false]);
  });

  it('names the place of an error', async () => {
    await excel();
    const failed = Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Không có').getRange('A1').load('values');
      await context.sync();
    });
    await expect(failed).rejects.toMatchObject({
      code: 'ItemNotFound',
      debugInfo: { errorLocation: 'WorksheetCollection.getItem' },
    });
  });

  it('what the client itself refuses: a property that was not loaded', async () => {
    await excel();
    const read = Excel.run(async (context) => {
      const range = A1(context);
      await context.sync();
      return range.values;
    });
    await expect(read).rejects.toMatchObject({ code: 'PropertyNotLoaded' });
  });

  it('everything after the first error of a batch, and nothing before it', async () => {
    const { model } = await excel();
    await expect(
      refusal((c) => {
        A1(c).values = [['trước']];
        locked(c).values = [['lỗi']];
        sheet(c).getRange('A2').values = [['sau']];
      }),
    ).resolves.toBe('AccessDenied');
    expect([model.workbook.sheets[0].value(0, 0), model.workbook.sheets[0].value(1, 0)]).toEqual([
      'trước',
      1,
    ]);
  });
});

describe('limits', () => {
  const BIG = Array.from({ length: 170 }, () => ['x'.repeat(32_000)]);

  /** Behind whatever client this is: only Excel on the web has this limit. */
  it.each(PLATFORMS)('a request over 5 MB, %s', async (platform) => {
    const { model } = await excel('1.21', { platform });
    const answer = platform === 'web' ? 'RequestPayloadSizeLimitExceeded' : 'done';
    expect(await refusal((c) => (sheet(c).getRange('A1:A170').values = BIG))).toBe(answer);
    expect(model.workbook.sheets[0].value(169, 0)).toBe(platform === 'web' ? null : BIG[169][0]);
  });

  it.each(PLATFORMS)('a reply over 5 MB, %s', async (platform) => {
    const { model } = await excel('1.21', { platform });
    for (const [row, [text]] of BIG.entries()) model.workbook.sheets[0].put(row, 0, text);
    const answer = platform === 'web' ? 'ResponsePayloadSizeLimitExceeded' : 'done';
    expect(await refusal((c) => sheet(c).getRange('A1:A170').load('values'))).toBe(answer);
  });

  it('more than 5 million cells are read as null', async () => {
    await excel();
    const [values, cells] = await Excel.run(async (context) => {
      const range = sheet(context).getRange('A:F');
      range.load('values,cellCount');
      await context.sync();
      return [range.values, range.cellCount];
    });
    expect([values, cells]).toEqual([null, 6 * 1_048_576]);
  });
});

describe('the state Excel is in', () => {
  it('cell-edit mode refuses every batch, reads too, or lets one wait that asks to', async () => {
    const { model } = await excel();
    model.isEditing = true;
    expect(await refusal((c) => A1(c).load('values'))).toBe('InvalidOperationInCellEditMode');
    const waiting = Excel.run({ delayForCellEdit: true }, async (context) => {
      A1(context).values = [['sau khi rời ô']];
      await context.sync();
    });
    await new Promise((done) => setTimeout(done, 60));
    expect(model.workbook.sheets[0].value(0, 0)).toBe('a');
    model.isEditing = false;
    await waiting;
    expect(model.workbook.sheets[0].value(0, 0)).toBe('sau khi rời ô');
  });

  it('the focus in another workbook refuses what needs this window', async () => {
    const host = await excel();
    host.hasFocus = false;
    expect(await refusal((c) => A1(c).select())).toBe('GeneralException');
    expect(await refusal((c) => sheet(c).activate())).toBe('GeneralException');
    expect(await refusal((c) => c.workbook.worksheets.add('Mới'))).toBe('GeneralException');
    expect(await refusal((c) => sheet(c).freezePanes.freezeRows(1))).toBe('GeneralException');
    expect(await refusal((c) => c.workbook.getSelectedRange().load('address'))).toBe(
      'InvalidSelection',
    );
    expect(await refusal((c) => sheet(c).delete())).toBe('InvalidSelection');
    expect(await refusal((c) => (A1(c).values = [[1]]))).toBe('done');
  });

  it('ranges move with the cells, and are no reference once their cells are gone', async () => {
    await excel();
    await Excel.run(async (context) => {
      const range = sheet(context).getRange('B5:B6');
      range.load('address');
      await context.sync();
      sheet(context).getRange('2:3').insert('Down');
      range.load('address');
      await context.sync();
      expect(range.address).toBe("'Mở'!B7:B8");
      sheet(context).getRange('7:8').delete('Up');
      await context.sync();
      range.load('address');
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidReference' });
    });
  });

  it('a sheet another author deleted is not found any more', async () => {
    const host = await excel();
    await Excel.run(async (context) => {
      const kept = sheet(context);
      kept.load('name');
      await context.sync();
      host.model.removeSheet(host.model.workbook.sheets[0], 'other');
      kept.getRange('A1').values = [[1]];
      await expect(context.sync()).rejects.toMatchObject({ code: 'ItemNotFound' });
    });
  });
});

describe('the host fails when it is told to', () => {
  const write: Act = (c) => {
    A1(c).values = [['mới']];
    sheet(c).getRange('A2').values = [['mới']];
  };
  const now = (host: ExcelHost) => [0, 1].map((row) => host.model.workbook.sheets[0].value(row, 0));

  it.each([
    ['InvalidOrTimedOutSession', 'InvalidOrTimedOutSession'],
    ['ActivityLimitReached', 'ActivityLimitReached'],
    ['AccessDenied', 'AccessDenied'],
    ['InvalidOperationInCellEditMode', 'InvalidOperationInCellEditMode'],
    ['WriteNotSupportedWhenModalDialogOpen', 'WriteNotSupportedWhenModalDialogOpen'],
  ] as const)('the channel answers %s: nothing has happened', async (transport, code) => {
    const host = await excel();
    host.faults.at(1, { transport });
    expect(await refusal(write)).toBe(code);
    expect(now(host)).toEqual(['a', 1]);
  });

  it('an error in the middle of a batch leaves what came before', async () => {
    const host = await excel();
    host.faults.at(1, { error: 'ActivityLimitReached', atAction: 8 });
    expect(await refusal(write)).toBe('ActivityLimitReached');
    expect(now(host)).toEqual(['mới', 1]);
  });

  it('an error afterwards: all has happened, and the add-in does not know', async () => {
    const host = await excel();
    host.faults.at(1, { afterwards: 'InvalidOrTimedOutSession' });
    expect(await refusal(write)).toBe('InvalidOrTimedOutSession');
    expect(now(host)).toEqual(['mới', 'mới']);
  });

  it.each([
    ['before', ['a', 1]],
    ['after', ['mới', 'mới']],
  ] as const)('a pane lost %s the batch never hears again', async (lost, expected) => {
    const host = await excel();
    host.faults.at(1, { lost });
    const answered = refusal(write);
    const first = await Promise.race([answered, settled().then(() => 'silence')]);
    expect(first).toBe('silence');
    expect(now(host)).toEqual(expected);
  });

  it('another author comes between, and the answer may be late', async () => {
    const host = await excel();
    let hasWaited = false;
    setTimeout(() => (hasWaited = true), 40);
    host.faults.at(2, {
      delay: 80,
      meanwhile: (model) => model.rename(model.workbook.sheets[0], 'Người khác đổi', 'other'),
    });
    await Excel.run(async (context) => {
      const kept = sheet(context);
      kept.load('name');
      await context.sync();
      kept.load('name');
      await context.sync();
      expect(kept.name).toBe('Người khác đổi');
    });
    expect(hasWaited).toBe(true);
  });

  it('a budget that is exceeded says what was sent', async () => {
    const host = await excel();
    await refusal(write);
    await refusal((c) => A1(c).load('values'));
    expect(host.traffic.exceeds({ syncs: 4, bytes: 5_000_000 })).toBeNull();
    const over = host.traffic.exceeds({ syncs: 1, bytes: 10 });
    expect(over).toMatch(
      /^\d syncs, budget 1\n\d+ bytes in one message, budget 10\nsync 1: \d+ actions, \d+ B sent/,
    );
    expect(over).toContain('Range.values = 1 cells');
  });
});
