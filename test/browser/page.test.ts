import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { scratch } from '../cli/tonghop';
import { launchBrowser } from './browser';
import { Workbench } from './workbench';

/** Our page as a place to work in: the grid, its keyboard, formulas, opening and saving. */

const folder = scratch();
let browser: Browser;
let bench: Workbench;

beforeAll(async () => {
  browser = await launchBrowser();
  const sheet = new Sheet('Thử');
  sheet.put(0, 0, 'Tiêu đề', { bold: true, fill: '#DDEBF7' });
  sheet.merges.push({ top: 0, bottom: 0, left: 0, right: 2 });
  sheet.put(1, 0, 10);
  sheet.put(2, 0, 5);
  sheet.putFormula(3, 0, 'SUM(A2:A3)', 0);
  writeFileSync(join(folder.path, 'thu.xlsx'), await writeWorkbook(emptyWorkbook([sheet])));
  bench = await Workbench.open(browser, folder.path, 'thu.xlsx');
});

afterAll(async () => {
  await bench?.close();
  await browser?.close();
  folder.remove();
});

const cell = (name: string) => bench.page.getByRole('gridcell', { name, exact: true });

describe('the grid', () => {
  it('shows the workbook, its formulas calculated', async () => {
    await cell('A4').getByText('15').waitFor();
  });

  it('takes what is typed: decimal comma, recalculation, Enter moves down', async () => {
    await cell('A2').click();
    await bench.page.keyboard.type('12,5');
    await bench.page.keyboard.press('Enter');
    await cell('A4').getByText('17,5').waitFor();
    await bench.page.getByLabel('Nội dung ô A3').waitFor();
  });

  it('keeps what was typed when another cell is clicked, and forgets it on Esc', async () => {
    await cell('A3').click();
    await bench.page.keyboard.type('7');
    await cell('A2').click();
    expect(await bench.value('Thử', 2, 0)).toBe(7);
    await bench.page.keyboard.type('99');
    await bench.page.keyboard.press('Escape');
    await bench.page.keyboard.press('ArrowDown');
    expect(await bench.value('Thử', 1, 0)).toBe(12.5);
    await bench.page.getByLabel('Nội dung ô A3').waitFor();
  });

  it('selects empty cells, and takes a formula as a Vietnamese Excel writes it', async () => {
    const box = (await cell('A4').boundingBox())!;
    await bench.page.mouse.click(box.x + box.width + 40, box.y + 5);
    await bench.page.getByLabel('Nội dung ô B4').waitFor();
    await bench.page.keyboard.type('=IF(A4>1;SUM(A:A)-A4;0)');
    await bench.page.keyboard.press('Enter');
    await cell('B4').getByText('19,5').waitFor();
  });

  it('saves what it holds and opens it again', async () => {
    const download = bench.page.waitForEvent('download');
    await bench.page.getByRole('button', { name: 'Lưu' }).click();
    const path = join(folder.path, 'luu.xlsx');
    await (await download).saveAs(path);
    const saved = readWorkbook(new Uint8Array(readFileSync(path)));
    if (!saved.ok) throw new Error(saved.refusal.code);
    expect(saved.value.sheets[0].cell(3, 1)).toMatchObject({ formula: 'IF(A4>1,SUM(A:A)-A4,0)', value: 19.5 });
    expect(saved.value.sheets[0].merges).toHaveLength(1);
    await bench.page.getByLabel('Mở sổ làm việc').setInputFiles(path);
    await bench.page.getByText('Đã mở luu.xlsx.').waitFor();
    await cell('B4').getByText('19,5').waitFor();
  });

  it('says why a file cannot be opened', async () => {
    writeFileSync(join(folder.path, 'hong.xlsx'), 'PK');
    await bench.page.getByLabel('Mở sổ làm việc').setInputFiles(join(folder.path, 'hong.xlsx'));
    await bench.page.getByText('Tệp bị hỏng hoặc tải về chưa đủ', { exact: false }).waitFor();
  });
});
