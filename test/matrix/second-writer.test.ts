import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { playProvince } from '../../src/cli/sample/province';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { builtinForm } from '../../src/domain/plan/builtin-forms';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { isBlank, type Cell } from '../../src/workbook/cell';
import type { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook, type Workbook } from '../../src/workbook/workbook';
import { readForEditing } from '../../src/xlsx/read/for-editing';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { scratch } from '../cli/tonghop';
import { Form } from '../forms';
import { writeBySecond } from '../second-writer';

/**
 * hucre is the one library that writes .xlsx. The same workbooks written by another one behind the
 * same seam are the same to LibreOffice, cell by cell: nothing of what a file says is of the
 * library's making.
 */

const folder = scratch();
afterAll(folder.remove);

function readBy(sources: readonly string[]): Workbook[] {
  const out = join(folder.path, 'out');
  mkdirSync(out, { recursive: true });
  const profile = `-env:UserInstallation=file://${join(folder.path, 'profile')}`;
  execFileSync(
    'soffice',
    [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, ...sources],
    { stdio: 'ignore' },
  );
  return sources.map((source) => {
    const bytes = new Uint8Array(
      readFileSync(join(out, source.slice(source.lastIndexOf('/') + 1))),
    );
    const read = readForEditing(bytes);
    if (!read.ok) throw new Error(read.refusal.code);
    return read.value.workbook;
  });
}

async function both(name: string, workbook: Workbook): Promise<[Workbook, Workbook]> {
  const sources = ['mot', 'hai'].map((one) => join(folder.path, `${name}-${one}.xlsx`));
  // Calculated by LibreOffice: of files by some programs it takes what stands there.
  for (const { rows } of workbook.sheets)
    for (const cells of rows.values())
      for (const cell of cells.values()) if (cell.formula !== undefined) cell.value = null;
  writeFileSync(sources[0], await writeWorkbook(workbook));
  writeFileSync(sources[1], await writeBySecond(workbook));
  const [first, second] = readBy(sources);
  return [first, second];
}

/** What a person sees in a cell, may do with it, and what stands behind it. */
function saidOf({ value, formula, style = {} }: Cell) {
  const { bold, italic, fill, fontName, fontSize, fontColor, align, verticalAlign, wrap } = style;
  const look = { bold, italic, fill, fontName, fontSize, fontColor, align, verticalAlign, wrap };
  return JSON.stringify([
    isBlank(value) ? null : value,
    formula,
    style.format,
    style.unlocked,
    style.border ?? style.edges,
    look,
  ]);
}

function frameOf(sheet: Sheet) {
  const { name, visibility, isProtected, frozenRows, frozenColumns } = sheet;
  // A list for a column may be kept as one for each of its cells.
  const cells = sheet.validations.flatMap(({ area, rule, prompt, error }) => {
    const said = JSON.stringify([rule, prompt, error?.title, error?.text]);
    return Array.from(
      { length: (area.bottom - area.top + 1) * (area.right - area.left + 1) },
      () => said,
    );
  });
  return {
    ...{ name, visibility, isProtected, frozenRows, frozenColumns },
    merges: sheet.merges.map((area) => JSON.stringify(area)).sort(),
    hiddenColumns: [...sheet.hiddenColumns].sort((a, b) => a - b),
    hiddenRows: [...sheet.hiddenRows].sort((a, b) => a - b),
    validated: cells.length,
    conditional: sheet.conditionalFormats
      .map(({ area, rule, style }) => JSON.stringify([area, rule, style.fill]))
      .sort(),
  };
}

/** LibreOffice keeps heights by its own units; one may come out a pixel lower. */
const PIXEL = 0.75;

function expectSame([first, second]: [Workbook, Workbook]): number {
  expect(second.sheets.map(frameOf)).toEqual(first.sheets.map(frameOf));
  let count = 0;
  const differing: string[] = [];
  first.sheets.forEach((sheet, index) => {
    const other = second.sheets[index];
    for (const [row, height] of sheet.rowHeights)
      expect(Math.abs((other.rowHeights.get(row) ?? 0) - height)).toBeLessThanOrEqual(PIXEL);
    for (const [row, cells] of sheet.rows)
      for (const [column, cell] of cells) {
        if (isBlank(cell.value) && cell.formula === undefined) continue;
        count++;
        const found = other.cell(row, column);
        if (!found || saidOf(found) !== saidOf(cell))
          differing.push(
            `${sheet.name} ${row + 1}:${column + 1} ${saidOf(cell)} | ${found && saidOf(found)}`,
          );
      }
  });
  expect(differing).toEqual([]);
  return count;
}

it.each(['tra-vinh-2024', 'ktxh-mau-2026'])('the plan %s', async (id) => {
  const plan = emptyWorkbook(writePlan(builtinPlan(id)!));
  expect(expectSame(await both(id, plan))).toBeGreaterThan(300);
});

it('a form that is filled, with statistics', async () => {
  const plan = { ...builtinPlan('tra-vinh-2024')!, forms: [builtinForm('II.06a')!] };
  const { workbook } = new Form(plan, '29461', '2024-03').fill();
  expect(expectSame(await both('bieu', workbook))).toBeGreaterThan(300);
});

it('the ledger and the report of a quarter', async () => {
  const { workbook } = await playProvince(join(folder.path, 'mau'), () => undefined);
  const own = workbook.sheets.filter(({ name }) => / 2024-Q1$|^(Bản nộp|Kỳ báo cáo)$/.test(name));
  const count = expectSame(await both('quy', emptyWorkbook(own)));
  console.log(`${count} cells of a quarter are the same by both writers`);
  expect(count).toBeGreaterThan(3000);
});
