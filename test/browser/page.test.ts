import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook, type Workbook } from '../../src/workbook/workbook';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { scratch } from '../cli/tonghop';
import { connectBrowser } from './browser';
import { Workbench } from './workbench';

/** Our page as a place to work in: the grid, its keyboard, formulas, opening and saving. */

const folder = scratch();
let browser: Browser;
let bench: Workbench;

beforeAll(async () => {
  browser = await connectBrowser();
  const sheet = new Sheet('Thử');
  sheet.put(0, 0, 'Tiêu đề', { bold: true, fill: '#DDEBF7' });
  sheet.merges.push({ top: 0, bottom: 0, left: 0, right: 2 });
  sheet.put(1, 0, 10);
  sheet.put(2, 0, 5);
  sheet.putFormula(3, 0, 'SUM(A2:A3)', 0);
  writeFileSync(join(folder.path, 'thu.xlsx'), await writeWorkbook(emptyWorkbook([sheet])));
  writeFileSync(join(folder.path, 'lam-viec.xlsx'), await writeWorkbook(workingBook()));
  bench = await Workbench.open(browser, folder.path, 'thu.xlsx');
});

/** A sheet as offices have it: headings that stay, a list, a bound, locked cells, 20,000 rows. */
function workingBook(): Workbook {
  const sheet = new Sheet('Danh sách');
  ['STT', 'Đơn vị', 'Trạng thái', 'Số'].forEach((text, column) =>
    sheet.put(0, column, text, { bold: true }),
  );
  for (let row = 1; row <= 20_000; row++) {
    sheet.put(row, 0, row);
    sheet.put(row, 1, `Đơn vị ${row}`);
  }
  sheet.frozenRows = 1;
  sheet.frozenColumns = 1;
  const states = { top: 1, bottom: 20_000, left: 2, right: 2 };
  const figures = { top: 1, bottom: 20_000, left: 3, right: 3 };
  sheet.validations.push(
    {
      area: states,
      rule: { list: ['Hoàn thành', 'Đang thực hiện'] },
      prompt: { title: 'Trạng thái', text: 'Chọn trong danh sách' },
    },
    {
      area: figures,
      rule: { kind: 'whole', operator: 'between', first: '0', second: '100' },
      error: { title: 'Sai', text: 'Đề nghị nhập số nguyên từ 0 đến 100.' },
    },
  );
  sheet.notes.push({ row: 2, column: 1, text: 'Xem lại đơn vị này', author: '' });
  const locked = new Sheet('Khóa');
  locked.put(0, 0, 'không sửa');
  locked.put(1, 0, 'sửa được', { unlocked: true });
  locked.isProtected = true;
  return emptyWorkbook([sheet, locked]);
}

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
    expect(saved.value.sheets[0].cell(3, 1)).toMatchObject({
      formula: 'IF(A4>1,SUM(A:A)-A4,0)',
      value: 19.5,
    });
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

describe('charts', () => {
  it('are drawn from their cells', async () => {
    const data = new Sheet('Số liệu');
    [
      ['Quý I', 10, 4],
      ['Quý II', 20, 5],
      ['Quý III', 15, 6],
    ].forEach((row, r) => row.forEach((value, c) => data.put(r, c, value)));
    const series = (column: string) => ({
      name: '',
      values: `'Số liệu'!$${column}$1:$${column}$3`,
      categories: "'Số liệu'!$A$1:$A$3",
    });
    (['column', 'bar', 'line', 'pie'] as const).forEach((kind, index) =>
      data.charts.push({
        name: kind,
        kind,
        title: `Biểu đồ ${kind}`,
        series: kind === 'pie' ? [series('B')] : [series('B'), series('C')],
        place: { top: 5, bottom: 20, left: index * 5, right: index * 5 + 4 },
      }),
    );
    writeFileSync(join(folder.path, 'bieu-do.xlsx'), await writeWorkbook(emptyWorkbook([data])));
    const drawn = await Workbench.open(browser, folder.path, 'bieu-do.xlsx');
    const chart = (kind: string) => drawn.page.getByRole('img', { name: `Biểu đồ ${kind}` });
    await chart('column').waitFor();
    const height = (index: number) =>
      chart('column').locator('rect').nth(index).getAttribute('height').then(Number);
    expect((await height(1)) / (await height(0))).toBeCloseTo(2);
    expect((await height(3)) / (await height(0))).toBeCloseTo(0.4);
    expect(await chart('bar').getByText('Quý II', { exact: true }).count()).toBe(1);
    expect(await chart('line').locator('polyline').count()).toBe(2);
    expect(await chart('pie').locator('path').count()).toBe(3);
    expect(await drawn.troubles()).toEqual([]);
    await drawn.close();
  });

  it('are drawn where one looks, and of a hostile one only so much', async () => {
    const data = new Sheet('Số liệu');
    for (let row = 0; row < 200; row++) data.put(row, 0, row);
    const values = "'Số liệu'!$A$1:$A$200";
    const place = (top: number) => ({ top, bottom: top + 10, left: 2, right: 7 });
    const chart = { kind: 'column' as const, series: [{ name: '', values, categories: '' }] };
    data.charts.push(
      { ...chart, name: 'gần', title: 'Gần', place: place(1) },
      { ...chart, name: 'xa', title: 'Xa', place: place(180) },
      {
        ...{ ...chart, name: 'nhiều', title: 'Nhiều', place: place(15) },
        series: Array.from({ length: 1000 }, () => chart.series[0]),
      },
    );
    writeFileSync(join(folder.path, 'nhieu.xlsx'), await writeWorkbook(emptyWorkbook([data])));
    const drawn = await Workbench.open(browser, folder.path, 'nhieu.xlsx');
    const named = (name: string) => drawn.page.getByRole('img', { name, exact: true });
    await named('Gần').waitFor();
    expect([await named('Xa').count(), await named('Nhiều').count()]).toEqual([0, 1]);
    expect(await named('Nhiều').locator('rect').count()).toBeLessThan(7000);
    await drawn.page.getByLabel('Hộp địa chỉ').fill('C186');
    await drawn.keys('Enter');
    await named('Xa').waitFor();
    expect([await named('Gần').count(), await drawn.troubles()]).toEqual([0, []]);
    await drawn.close();
  });
});

it('in a narrow window the grid ends where the pane begins', async () => {
  const viewport = { width: 600, height: 768 };
  const narrow = await Workbench.open(browser, folder.path, 'thu.xlsx', { viewport });
  const { x, width } = (await narrow.page.locator('.formula-line').boundingBox())!;
  const pane = (await narrow.page.locator('.pane-place').boundingBox())!;
  expect(x + width).toBeLessThanOrEqual(pane.x);
  await narrow.close();
});

describe('working in the grid', () => {
  let work: Workbench;
  const key = (...keys: string[]) => work.keys(...keys);
  const stands = (name: string) => work.page.getByLabel(`Nội dung ô ${name}`).waitFor();
  const selected = async (area: string) =>
    expect(await work.page.getByLabel('Hộp địa chỉ').inputValue()).toBe(area);
  const at = (name: string) => work.page.getByRole('gridcell', { name, exact: true });
  const sheet = 'Danh sách';
  const go = async (address: string) => {
    await work.page.getByLabel('Hộp địa chỉ').fill(address);
    await key('Enter');
    await work.page.getByRole('grid').focus();
  };

  beforeAll(async () => {
    work = await Workbench.open(browser, folder.path, 'lam-viec.xlsx');
  });
  afterAll(() => work?.close());

  it('moves as in Excel: arrows, Ctrl, Shift, Home, End, pages and the address box', async () => {
    await at('B2').click();
    await key('ArrowRight', 'ArrowDown');
    await stands('C3');
    await key('Control+Home');
    await stands('B2');
    await key('Control+ArrowDown');
    await stands('B20001');
    await key('Control+End');
    await stands('D20001');
    await key('Home', 'Control+ArrowUp');
    await stands('B1');
    await key('Shift+ArrowDown', 'Shift+ArrowRight');
    await selected('B1:C2');
    await go('B2');
    await key('Control+Shift+ArrowDown');
    await selected('B2:B20001');
    await key('PageUp');
    await go('D7');
    await stands('D7');
    await key('Control+a');
    await selected('A1:D20001');
  });

  it('scrolls 20,000 rows while the headings stay', async () => {
    await go('B15000');
    await at('B15000').getByText('Đơn vị 14999').waitFor();
    expect(await at('B1').isVisible()).toBe(true);
    expect(await at('A15000').isVisible()).toBe(true);
    expect(await at('B2').count()).toBe(0);
    const [heading, cell] = await Promise.all([at('B1').boundingBox(), at('B15000').boundingBox()]);
    expect(cell!.y).toBeGreaterThan(heading!.y + heading!.height - 1);
  });

  it('finds what a cell shows, on and back, without tones, and says where there is none', async () => {
    await go('B2');
    await key('Control+f');
    const bar = work.page.getByRole('textbox', { name: 'Tìm trong trang tính' });
    await bar.fill('don vi 777');
    await key('Enter');
    await stands('B778');
    await key('Enter');
    await stands('B7771');
    await key('Shift+Enter');
    await stands('B778');
    await bar.fill('không có ai');
    await key('Enter');
    await work.page.getByText('Không thấy “không có ai” trong trang tính này.').waitFor();
    await key('Escape');
    expect(await bar.count()).toBe(0);
    await key('ArrowDown');
    await stands('B779');
  });

  it('an input method ends its own word: the cell is not entered by it', async () => {
    await go('E5');
    await work.page.keyboard.type('Sở');
    const editor = work.page.getByLabel('Nhập ô E5');
    await editor.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    expect(await editor.inputValue()).toBe('Sở');
    await key('Escape');
  });

  it('a word an input method begins on a closed cell is whole: no letter lost, none twice', async () => {
    const client = await work.page.context().newCDPSession(work.page);
    const composed = (text: string) =>
      client.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await go('E7');
    for (const text of ['S', 'So', 'Sơ', 'Sở']) await composed(text);
    expect(await work.page.getByLabel('Nhập ô E7').inputValue()).toBe('Sở');
    await client.send('Input.insertText', { text: 'Sở' });
    await key('Enter');
    expect(await work.value(sheet, 6, 4)).toBe('Sở');
    await stands('E8');
    await at('E8').click();
    await composed('Ư');
    await client.send('Input.insertText', { text: 'Ư' });
    await key('Enter');
    expect(await work.value(sheet, 7, 4)).toBe('Ư');
    await client.detach();
  });

  it('Enter on the address that stands there leads back into the cell', async () => {
    const box = work.page.getByLabel('Hộp địa chỉ');
    await box.focus();
    await box.press('Enter');
    const focused = work.page.locator(':focus');
    expect(await focused.getAttribute('aria-label')).toBe(`Nhập ô ${await box.inputValue()}`);
  });

  it('after an address typing goes into the cell, as in Excel', async () => {
    await work.page.getByLabel('Hộp địa chỉ').fill('E10');
    await key('Enter');
    await work.page.keyboard.type('Tỉnh');
    await key('Enter');
    expect(await work.value(sheet, 9, 4)).toBe('Tỉnh');
  });

  it('goes as far below what is used as it is asked to, and shows it', async () => {
    await work.page.getByRole('tab', { name: 'Khóa' }).click();
    await go('C901');
    await stands('C901');
    const grid = (await work.page.getByRole('grid').boundingBox())!;
    const box = (await at('C901').boundingBox())!;
    expect(box.y).toBeGreaterThan(grid.y);
    expect(box.y + box.height).toBeLessThanOrEqual(grid.y + grid.height);
    await go('A1');
    await work.page.getByRole('tab', { name: sheet }).click();
  });

  it('a sheet is as it was left: what is selected, and how far it was scrolled', async () => {
    await go('B15000');
    await work.page.getByRole('tab', { name: 'Khóa' }).click();
    await stands('A1');
    await at('A1').getByText('không sửa').waitFor();
    await work.page.getByRole('tab', { name: sheet }).click();
    await stands('B15000');
    await at('B15000').getByText('Đơn vị 14999').waitFor();
  });

  it('what scrolls under the corner of frozen lines does not show through', async () => {
    await go('E2');
    const corner = (await at('A1').boundingBox())!;
    const seen = () => work.page.screenshot({ clip: corner });
    const before = await seen();
    const grid = work.page.getByRole('grid');
    await grid.evaluate((element) => (element.scrollTop = 25));
    await at('A9').waitFor();
    expect((await seen()).equals(before)).toBe(true);
    await grid.evaluate((element) => (element.scrollTop = 0));
  });

  it('F6 leads from the sheet to the pane, and back', async () => {
    await go('B2');
    await key('F6');
    const focused = () => work.page.evaluate(() => document.activeElement?.tagName);
    expect(await focused()).toBe('IFRAME');
    const inPane = () => work.pane.locator(':focus').textContent();
    expect(await inPane()).toBe('?');
    await key('Tab', 'F6');
    expect(await focused()).not.toBe('IFRAME');
    await key('ArrowDown');
    await stands('B3');
  });

  it('Tab past the last control of the pane leads to the sheet', async () => {
    await key('F6', 'Shift+Tab');
    // The client tells the host, and goes on.
    await work.page.waitForFunction(() => document.activeElement?.closest('[role=grid]'));
    await key('ArrowDown');
    await stands('B4');
  });

  it('a column is as wide as its edge is dragged', async () => {
    await go('B2');
    const before = (await at('B2').boundingBox())!;
    const edge = { x: before.x + before.width - 2, y: (await at('B1').boundingBox())!.y - 8 };
    await work.page.mouse.move(edge.x, edge.y);
    await work.page.mouse.down();
    await work.page.mouse.move(edge.x + 60, edge.y, { steps: 4 });
    await work.page.mouse.up();
    const after = (await at('B2').boundingBox())!;
    expect(Math.round(after.width - before.width)).toBe(60);
    await selected('B2');
  });

  it('is drawn larger, and a press still finds its cell', async () => {
    await go('B2');
    const before = (await at('B2').boundingBox())!;
    const zoom = work.page.getByLabel('Thu phóng trang tính');
    await zoom.selectOption('1.5');
    const after = (await at('B2').boundingBox())!;
    expect(after.height / before.height).toBeCloseTo(1.5, 1);
    await at('B8').click();
    await stands('B8');
    await go('B15000');
    await at('B15000').getByText('Đơn vị 14999').click();
    await stands('B15000');
    await zoom.selectOption('1');
  });

  it('a sheet is added and called otherwise, and no name is taken that Excel refuses', async () => {
    await work.page.getByRole('button', { name: 'Thêm trang tính' }).click();
    await work.page.getByRole('tab', { name: 'Trang1', selected: true }).dblclick();
    const name = work.page.getByLabel('Tên mới của trang tính Trang1');
    await name.fill(sheet);
    await key('Enter');
    await work.page.getByText('Đã có trang tính “Danh sách”').waitFor();
    await name.fill('Nháp');
    await key('Enter');
    await work.page.getByRole('tab', { name: 'Nháp', selected: true }).waitFor();
    await work.page.getByRole('tab', { name: sheet }).click();
  });

  it('pastes what other programs copy, deletes a selection, and takes both back', async () => {
    await go('D2');
    await work.page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', '10\t1,5\n20\t"hai\ndòng"\n');
      document
        .querySelector('.grid')!
        .dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
    });
    await selected('D2:E3');
    expect([
      await work.value(sheet, 1, 3),
      await work.value(sheet, 1, 4),
      await work.value(sheet, 2, 4),
    ]).toEqual([10, 1.5, 'hai\ndòng']);
    await key('Delete');
    expect(await work.value(sheet, 2, 4)).toBeNull();
    await key('Control+z');
    expect(await work.value(sheet, 2, 4)).toBe('hai\ndòng');
    await key('Control+z');
    expect(await work.value(sheet, 1, 3)).toBeNull();
    await key('Control+y');
    expect(await work.value(sheet, 1, 3)).toBe(10);
    const copied = await work.page.evaluate(() => {
      const data = new DataTransfer();
      document
        .querySelector('.grid')!
        .dispatchEvent(
          new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
        );
      return data.getData('text/plain');
    });
    expect(copied).toBe('10\t1,5\n20\t"hai\ndòng"');
  });

  it('copies its own cells whole: every digit, formulas that move, and looks', async () => {
    const clip = async (type: 'copy' | 'cut' | 'paste') =>
      work.page.evaluate((kind) => {
        const kept = window as unknown as { kept?: string };
        const data = new DataTransfer();
        if (kind === 'paste') data.setData('text/plain', kept.kept ?? '');
        document
          .querySelector('.grid')!
          .dispatchEvent(
            new ClipboardEvent(kind, { clipboardData: data, bubbles: true, cancelable: true }),
          );
        if (kind !== 'paste') kept.kept = data.getData('text/plain');
      }, type);
    await go('G1');
    await work.page.keyboard.type('123456789012,25');
    await key('Enter');
    await work.page.keyboard.type('=G1*2');
    await key('Enter');
    await work.page.keyboard.type("'007");
    await key('Enter');
    await go('G1:G3');
    await clip('copy');
    await go('H1');
    await clip('paste');
    expect([
      await work.value(sheet, 0, 7),
      await work.value(sheet, 1, 7),
      await work.value(sheet, 2, 7),
    ]).toEqual([123456789012.25, 246913578024.5, '007']);
    await go('H2');
    expect(await work.page.getByLabel('Nội dung ô H2').inputValue()).toBe('=H1*2');
    await clip('cut');
    await go('J9');
    await clip('paste');
    expect(await work.page.getByLabel('Nội dung ô J9').inputValue()).toBe('=H1*2');
    expect(await work.value(sheet, 1, 7)).toBeNull();
  });

  it('takes typing in the middle of the formula bar, and says when a formula is not right', async () => {
    await go('G5');
    await work.page.keyboard.type('12345');
    await key('Enter');
    await go('G5');
    const bar = work.page.getByLabel('Nội dung ô G5');
    await bar.click();
    await key('Home', 'ArrowRight');
    await work.page.keyboard.type('99');
    await key('Enter');
    expect(await work.value(sheet, 4, 6)).toBe(1992345);
    await go('G6');
    await work.page.keyboard.type('=SUM(G5;1,5');
    await key('Enter');
    await work.page.getByRole('alert').getByText('Công thức chưa đúng').waitFor();
    await work.page.keyboard.type(')');
    await key('Enter');
    expect(await work.value(sheet, 5, 6)).toBe(1992346.5);
  });

  it('offers the words of a list, by mouse and by keyboard', async () => {
    await go('C2');
    await work.page.getByText('Chọn trong danh sách').waitFor();
    await key('Alt+ArrowDown', 'ArrowDown', 'Enter');
    expect(await work.value(sheet, 1, 2)).toBe('Đang thực hiện');
    await go('C3');
    await work.page.getByRole('button', { name: 'Mở danh sách' }).click();
    await work.page.getByRole('option', { name: 'Hoàn thành' }).click();
    expect(await work.value(sheet, 2, 2)).toBe('Hoàn thành');
  });

  it('refuses what a validation forbids, in its own words, and lets the person type on', async () => {
    await go('D5');
    await work.page.keyboard.type('101');
    await key('Enter');
    await work.page.getByRole('alert').getByText('Đề nghị nhập số nguyên từ 0 đến 100.').waitFor();
    expect(await work.value(sheet, 4, 3)).toBeNull();
    await key('Backspace', 'Enter');
    expect(await work.value(sheet, 4, 3)).toBe(10);
    await stands('D6');
  });

  it('shows notes, and says that a locked cell cannot be changed', async () => {
    await go('B3');
    expect(await at('B3').getAttribute('title')).toBe('Xem lại đơn vị này');
    await work.page.getByRole('tab', { name: 'Khóa' }).click();
    await at('A1').click();
    await work.page.keyboard.type('x');
    await work.page.getByRole('alert').getByText('Ô này được bảo vệ').waitFor();
    await at('A2').click();
    await work.page.keyboard.type('mới');
    await key('Enter');
    expect(await work.value('Khóa', 1, 0)).toBe('mới');
  });

  it('selects by mouse: drag, Shift and the headings', async () => {
    await work.page.getByRole('tab', { name: sheet }).click();
    await at('A1').click();
    const from = (await at('A2').boundingBox())!;
    const to = (await at('B4').boundingBox())!;
    await work.page.mouse.move(from.x + 5, from.y + 5);
    await work.page.mouse.down();
    await work.page.mouse.move(to.x + 5, to.y + 5, { steps: 4 });
    await work.page.mouse.up();
    await selected('A2:B4');
    await at('B6').click({ modifiers: ['Shift'] });
    await selected('A2:B6');
  });

  it('asks before unsaved work is left, and before a file loses what it held', async () => {
    await work.page.getByLabel('Mở sổ làm việc').setInputFiles(join(folder.path, 'thu.xlsx'));
    await work.page.getByRole('heading', { name: 'Mở thu.xlsx?' }).waitFor();
    await work.page.getByRole('button', { name: 'Thôi' }).click();
    expect(await work.sheetNames()).toContain(sheet);
    await work.page.getByLabel('Mở sổ làm việc').setInputFiles(join(folder.path, 'thu.xlsx'));
    await work.page.getByRole('button', { name: 'Mở, không lưu' }).click();
    await work.page.getByText('Đã mở thu.xlsx.').waitFor();
    expect(await work.sheetNames()).toEqual(['Thử']);
    const parts = unzipSync(new Uint8Array(readFileSync(join(folder.path, 'thu.xlsx'))));
    writeFileSync(
      join(folder.path, 'co-hinh.xlsx'),
      zipSync({ ...parts, 'xl/media/image1.png': new Uint8Array(8) }),
    );
    await work.page.getByLabel('Mở sổ làm việc').setInputFiles(join(folder.path, 'co-hinh.xlsx'));
    await work.page.getByText('Tệp có phần trang này không giữ được khi lưu.').waitFor();
    await work.page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await work.page.getByRole('listitem').getByText('1 hình ảnh').waitFor();
    const download = work.page.waitForEvent('download');
    await work.page.getByRole('button', { name: 'Vẫn lưu một bản' }).click();
    await download;
  });

  it('hides nothing from whoever watches it', async () => {
    expect(await work.troubles()).toEqual([]);
  });
});
