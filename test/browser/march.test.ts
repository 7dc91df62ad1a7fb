import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { Form } from '../forms';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { writeWorkbook } from '../../src/xlsx/write';
import { scratch, tonghop, validated } from '../cli/tonghop';
import { launchBrowser } from './browser';
import { Workbench } from './workbench';

/**
 * The work of a month in the words of the office, in a real browser through the unmodified office.js:
 * open the workbook, drop 30 received files, read the board, drop a corrected file, consolidate March and quarter I.
 */

interface Indicator {
  code: string;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  cumulative: { numerator: number | null; denominator: number | null; value: number | null };
  previous: { value: number | null } | null;
  notMet: string[];
  missingMonths: Record<string, string[]>;
  noBasis: string[];
  reported: number;
  expected: number;
}
interface Result {
  indicators: Indicator[];
  tasks: { code: string; assigned: number; done: number }[];
}

const plan = builtinPlan('tra-vinh-2024')!;
const folder = scratch();
let browser: Browser;
let bench: Workbench;
const paths: Record<string, string[]> = {};

async function save(
  dir: string,
  form: Form,
  spoil: (bytes: Uint8Array) => Uint8Array = (bytes) => bytes,
): Promise<void> {
  mkdirSync(join(folder.path, dir), { recursive: true });
  const path = join(folder.path, dir, form.fileName);
  writeFileSync(path, spoil(await writeWorkbook(form.workbook)));
  (paths[dir] ??= []).push(path);
}

beforeAll(async () => {
  browser = await launchBrowser();
  writeFileSync(join(folder.path, 'plan.xlsx'), await writeWorkbook(emptyWorkbook(writePlan(plan))));
  const agencies = plan.agencies.slice(0, 30).map((agency) => agency.code);
  for (const [index, agency] of agencies.entries()) {
    for (const month of ['2024-01', '2024-02']) {
      if (index < 5) await save(month, Form.of(agency, month).fill(30 + index, 40 + 3 * index));
    }
    const march = Form.of(agency, '2024-03').fill(20 + index, 50 + 7 * index);
    if (index === 3) march.type('K01', 'numerator', 9999);
    if (index === 8) march.type('K07', 'denominator', 'khoảng 80');
    if (index === 9) march.type('K02', 'numerator', '-');
    await save('2024-03', march, index === 12 ? (bytes) => bytes.slice(0, 4000) : undefined);
  }
  await save('sua', Form.of(agencies[3], '2024-03').fill(23, 71));
  bench = await Workbench.open(browser, folder.path, 'plan.xlsx');
});

afterAll(async () => {
  await bench?.close();
  await browser?.close();
  folder.remove();
});

/** The same files through the command line, month by month into one ledger. */
function commandLine(period: string): Result {
  for (const dir of ['2024-01', '2024-02', '2024-03', 'sua']) {
    const at = dir === 'sua' ? '2024-03' : dir;
    tonghop(
      folder.path,
      'consolidate',
      'plan.xlsx',
      '--period',
      at,
      '--in',
      dir,
      '--out',
      'r.xlsx',
      '--ledger',
      'so.xlsx',
      '--received',
      '2024-03-18',
    );
  }
  const { out } = tonghop(
    folder.path,
    'consolidate',
    'plan.xlsx',
    '--period',
    period,
    '--ledger',
    'so.xlsx',
    '--out',
    'r.xlsx',
    '--json',
    '-',
  );
  return validated<Result>('consolidate', out);
}

async function receive(period: string, files: string[]): Promise<void> {
  await bench.choose(period);
  await bench.pane.getByLabel('Ngày nhận').fill('2024-03-18');
  await bench.drop(files);
  await bench.pane.getByText(`Đã kiểm tra ${files.length} tệp`).waitFor();
}

describe('a month of the provincial office', () => {
  it('opens the plan of the workbook', async () => {
    await bench.pane.getByText('258/QĐ-UBND – năm 2024').waitFor();
    await bench.pane.getByText('7 chỉ tiêu, 14 nhiệm vụ, 132 đơn vị báo cáo').waitFor();
    // Reading the plan: once for what is there, once for all values.
    expect((await bench.cost()).syncs).toBeLessThanOrEqual(6);
  });

  it('issues the forms of a month as one zip', async () => {
    await bench.pane.getByLabel('Kỳ báo cáo').selectOption('2024-02');
    const download = bench.page.waitForEvent('download');
    await bench.pane.getByRole('button', { name: 'Tải biểu mẫu' }).click();
    const path = join(folder.path, 'bieu.zip');
    await (await download).saveAs(path);
    const forms = unzipSync(new Uint8Array(readFileSync(path)));
    expect(Object.keys(forms)).toHaveLength(132);
    const form = readWorkbook(forms['2024-02_29461_ubnd-thi-tran-tra-cu.xlsx']);
    expect(form.ok && form.value.sheets.map((sheet) => sheet.name)).toEqual([
      'Biểu chỉ tiêu',
      'Biểu nhiệm vụ',
      '_TongHop',
    ]);
    await bench.pane.getByText('Đã tạo 132 biểu mẫu trong tệp bieu-mau-2024-02.zip.').waitFor();
  });

  it('takes in the files of three months and shows the board', async () => {
    await bench.step('Tiếp nhận');
    await receive('2024-01', paths['2024-01']);
    await receive('2024-02', paths['2024-02']);
    await bench.cost();
    await receive('2024-03', paths['2024-03']);
    await bench.pane.getByText('Đã kiểm tra 30 tệp: tiếp nhận 27, cần sửa 3.').waitFor();
    await bench.pane.getByText('Đã tiếp nhận 27/132; chưa nộp 103; trả lại 2').waitFor();
    const cost = await bench.cost();
    expect(cost.syncs).toBeLessThanOrEqual(8);
    expect(cost.largestRequest).toBeLessThan(5_000_000);
    // The broken file has its own row and its own reason.
    const unplaced = bench.pane.getByRole('region', { name: 'Tệp không tiếp nhận được' });
    await unplaced.getByText('Tệp bị hỏng hoặc tải về chưa đủ, không đọc được.').waitFor();
  });

  it('leads from a finding to the cell, in a copy that leaves the file alone', async () => {
    await bench.pane
      .getByRole('button', { name: /Trả lại/ })
      .first()
      .click();
    await bench.pane.getByRole('button', { name: /Sở Tài chính/ }).click();
    await bench.pane.getByText('tử số (9.999) lớn hơn mẫu số (71)').waitFor();
    await bench.pane.getByRole('button', { name: 'Đi đến ô H13' }).click();
    await bench.page.getByRole('grid', { name: 'Xem bản nộp' }).waitFor();
    await bench.page.getByLabel('Nội dung ô H13').waitFor();
    expect(await bench.value('Xem bản nộp', 12, 7)).toBe(9999);
  });

  it('takes the corrected file as the second version', async () => {
    await bench.drop(paths.sua);
    await bench.pane.getByText('Đã kiểm tra 1 tệp: tiếp nhận 1, cần sửa 0.').waitFor();
    await bench.pane.getByRole('button', { name: /Đã tiếp nhận 28/ }).click();
    await bench.pane.getByRole('button', { name: /Sở Tài chính.*lần 2/ }).waitFor();
  });

  it.each([
    ['2024-03', 'Tháng 3/2024'],
    ['2024-Q1', 'Quý I/2024'],
  ])('consolidates %s: every figure in the sheets is the command line’s', async (period, label) => {
    await bench.step('Tổng hợp');
    await bench.choose(period);
    await bench.cost();
    await bench.pane.getByRole('button', { name: 'Tổng hợp', exact: true }).click();
    await bench.pane.getByText(`Đã tổng hợp ${label}`).waitFor();
    expect((await bench.cost()).syncs).toBeLessThanOrEqual(18);
    const expected = commandLine(period);
    const table = await bench.rows(`Chỉ tiêu ${period}`);
    const close = (cell: unknown, figure: number | null | undefined) => {
      if (figure === null || figure === undefined) expect(cell === null || cell === '').toBe(true);
      else expect(Math.abs((cell as number) - figure)).toBeLessThanOrEqual(1e-12 * Math.abs(figure));
    };
    for (const one of expected.indicators) {
      const row = table.find((cells) => cells[1] === one.code)!;
      close(row[5], one.numerator);
      close(row[6], one.denominator);
      close(row[7], one.value);
      close(row[8], one.cumulative.numerator);
      close(row[9], one.cumulative.denominator);
      close(row[10], one.cumulative.value);
      close(row[11], one.previous?.value);
      expect(row[14]).toBe(one.notMet.length);
      const gaps = Object.keys(one.missingMonths).length + one.noBasis.length;
      expect(row[15]).toBe(`${gaps} (${one.reported}/${one.expected})`);
    }
    const tasks = await bench.rows(`Nhiệm vụ ${period}`);
    for (const task of expected.tasks) {
      const text = plan.tasks.find((one) => one.code === task.code)!.text;
      const row = tasks.find((cells) => cells[1] === text)!;
      expect([row[6], row[7]]).toEqual([task.assigned, task.done]);
    }
    expect(expected.indicators.find((one) => one.code === 'K07')!.numerator).toBeGreaterThan(0);
  });

  it('takes the last consolidation back', async () => {
    expect(await bench.sheetNames()).toContain('Chỉ tiêu 2024-Q1');
    await bench.pane.getByRole('button', { name: 'Hoàn tác' }).click();
    await bench.pane.getByText('Đã hoàn tác.').waitFor();
    expect(await bench.sheetNames()).not.toContain('Chỉ tiêu 2024-Q1');
    expect(await bench.sheetNames()).toContain('Chỉ tiêu 2024-03');
  });

  it('keeps everything in the workbook: opened again, the board is the same', async () => {
    await bench.reopen();
    await bench.step('Tiếp nhận');
    await bench.pane.getByText('Đã tiếp nhận 28/132; chưa nộp 103; trả lại 1').waitFor();
  });

  it('made no request outside its origin and hid no fault', () => {
    expect(bench.strayed).toEqual([]);
    expect(bench.faults).toEqual([]);
  });
});

describe('when Excel fails in the middle of a write', () => {
  it('the workbook stays as it was, nothing is undone by mistake, and the same files can be dropped again', async () => {
    const failing = await Workbench.open(browser, folder.path, 'plan.xlsx');
    try {
      await failing.step('Tiếp nhận');
      await failing.choose('2024-01');
      await failing.pane.getByLabel('Ngày nhận').fill('2024-01-16');
      await failing.drop(paths['2024-01'].slice(0, 2));
      await failing.pane.getByText('Đã kiểm tra 2 tệp: tiếp nhận 2').waitFor();
      await failing.failOnceIn('Bản nộp');
      await failing.drop(paths['2024-01'].slice(2));
      await failing.pane.getByText('Excel không thực hiện được.', { exact: false }).waitFor();
      await failing.pane.getByText('Đã tiếp nhận 2/132', { exact: false }).waitFor();
      expect(await failing.pane.getByRole('button', { name: 'Hoàn tác' }).count()).toBe(0);
      // Half written: the figures stand there without their submissions. Dropped again, all is whole.
      await failing.drop(paths['2024-01'].slice(2));
      await failing.pane.getByText('Đã kiểm tra 3 tệp: tiếp nhận 3').waitFor();
      await failing.reopen();
      await failing.step('Tiếp nhận');
      await failing.pane.getByText('Đã tiếp nhận 5/132', { exact: false }).waitFor();
      expect(await failing.pane.getByText('ghi chưa xong', { exact: false }).count()).toBe(0);

      await failing.step('Tổng hợp');
      await failing.choose('2024-01');
      await failing.failOnceIn('~ghi 2');
      const sheets = await failing.sheetNames();
      await failing.pane.getByRole('button', { name: 'Tổng hợp', exact: true }).click();
      await failing.pane.getByText('Excel không thực hiện được.', { exact: false }).waitFor();
      expect(await failing.sheetNames()).toEqual(sheets);
      await failing.pane.getByRole('button', { name: 'Tổng hợp', exact: true }).click();
      await failing.pane.getByText('Đã tổng hợp Tháng 1/2024').waitFor();
    } finally {
      await failing.close();
    }
  });

  it('reads the workbook as it stands: an edited figure of the ledger is what is consolidated', async () => {
    const edited = await Workbench.open(browser, folder.path, 'plan.xlsx');
    try {
      await edited.step('Tiếp nhận');
      await edited.choose('2024-01');
      await edited.drop(paths['2024-01'].slice(0, 1));
      await edited.pane.getByText('Đã kiểm tra 1 tệp').waitFor();
      const rows = await edited.rows('Sổ số liệu');
      const row = rows.findIndex((cells) => cells[2] === 'K07');
      await edited.type('Sổ số liệu', row, 4, 7);
      await edited.step('Tổng hợp');
      await edited.choose('2024-01');
      await edited.pane.getByRole('button', { name: 'Tổng hợp', exact: true }).click();
      await edited.pane.getByText('Đã tổng hợp').waitFor();
      const table = await edited.rows('Chỉ tiêu 2024-01');
      expect(table.find((cells) => cells[1] === 'K07')![5]).toBe(7);
    } finally {
      await edited.close();
    }
  });
});

describe('the pane for everybody', () => {
  it.each(['light', 'dark'] as const)(
    'has no accessibility violation in %s, and nothing wider than 350 px',
    async (colorScheme) => {
      const looked = await Workbench.open(browser, folder.path, 'plan.xlsx', { colorScheme });
      try {
        for (const step of ['Kế hoạch', 'Tiếp nhận', 'Tổng hợp']) {
          await looked.step(step);
          const { violations } = await new AxeBuilder({ page: looked.page })
            .exclude(['iframe', '[data-tabster-dummy]'])
            .analyze();
          expect(
            violations.map(
              (one) =>
                `${step}: ${one.id} ${one.nodes
                  .map((node) => node.html)
                  .join(' ')
                  .slice(0, 300)}`,
            ),
          ).toEqual([]);
          const width = await looked.pane.locator('body').evaluate((body) => [body.scrollWidth, body.clientWidth]);
          expect(width[0]).toBeLessThanOrEqual(width[1]);
        }
      } finally {
        await looked.close();
      }
    },
  );

  it('works by keyboard alone', async () => {
    const looked = await Workbench.open(browser, folder.path, 'plan.xlsx');
    try {
      await looked.pane.getByRole('tab', { name: 'Kế hoạch' }).focus();
      await looked.page.keyboard.press('ArrowRight');
      await looked.page.keyboard.press('Enter');
      await looked.pane.getByText('Thả các tệp đã nhận vào đây').waitFor();
      await looked.pane.getByRole('button', { name: 'Tất cả 132' }).focus();
      await looked.page.keyboard.press('Tab');
      await looked.page.keyboard.press('Enter');
      expect(await looked.pane.getByRole('button', { name: 'Chưa nộp 132' }).getAttribute('aria-pressed')).toBe('true');
    } finally {
      await looked.close();
    }
  });

  it('offers the built-in plans to an empty workbook and writes the chosen one', async () => {
    writeFileSync(join(folder.path, 'trống.xlsx'), readFileSync(join(folder.path, 'plan.xlsx')));
    const empty = await Workbench.open(browser, folder.path, 'không-có.xlsx');
    try {
      await empty.pane.getByLabel('Kế hoạch có sẵn').selectOption('vinh-chap-2024');
      await empty.pane.getByRole('button', { name: 'Ghi kế hoạch vào sổ' }).click();
      await empty.pane.getByText('29/KH-UBND – năm 2024').waitFor();
      expect(await empty.sheetNames()).toEqual([
        'Sheet1',
        'Kế hoạch',
        'Đơn vị',
        'Chỉ tiêu',
        'Mức giao',
        'Nhiệm vụ',
        'Ngày nghỉ',
      ]);
    } finally {
      await empty.close();
    }
  });
});
