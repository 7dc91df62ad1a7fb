import { isUnexpected, SELF_CHECKS } from '../../src/app/self-check';
import { selfCheck } from '../../src/excel/self-check';
import type { HostOptions } from '../../src/workbench/host/excel-host';
import type { Fault } from '../../src/workbench/host/faults';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { long } from '../long';
import { openExcel } from './office-window';

const FAULTS: Fault[] = [{ error: 'GeneralException' }, { transport: 'InvalidOrTimedOutSession' }];

/**
 * *Tự kiểm tra*: what it finds is what the host does, it touches nothing of the person's, and
 * leaves nothing, whatever breaks.
 */

async function open(options: HostOptions = {}) {
  const own = new Sheet('Số liệu mật');
  own.put(0, 0, 'Sở Y tế');
  own.putFormula(1, 0, '1+1', 2);
  const opened = await openExcel(emptyWorkbook([own]), options);
  opened.model.name = 'luong-2024.xlsx';
  opened.model.select(own, { top: 1, left: 0, bottom: 1, right: 0 });
  const state = () => {
    const { workbook, active, selection, calculationMode } = opened.model;
    const sheets = workbook.sheets.map(({ name, rows, visibility }) => [
      name,
      visibility,
      JSON.stringify([...rows.get(0)!]),
    ]);
    return JSON.stringify([
      sheets,
      [...workbook.names],
      active.name,
      selection,
      calculationMode,
      opened.host.comments,
    ]);
  };
  return { ...opened, before: state(), state };
}

it('tells of every check and finds what is expected, under either region', async () => {
  for (const locale of ['vi-VN', 'en-US'] as const) {
    const { before, state } = await open({ locale });
    const told: string[] = [];
    const lines = await selfCheck((done, total) => told.push(`${done}/${total}`));
    expect(lines.filter(isUnexpected)).toEqual([]);
    expect([...new Set(lines.map(({ id }) => id))].sort()).toEqual([...SELF_CHECKS].sort());
    expect(state()).toBe(before);
    const [first, last] = [told[0], told.at(-1)!];
    expect(first).toMatch(/^0\//);
    expect(last.split('/')[0]).toBe(last.split('/')[1]);
    expect(JSON.stringify(lines)).not.toMatch(/mật|Sở Y tế|luong/);
    expect(lines.find(({ id }) => id === 'region')!.found).toContain(locale);
  }
});

it('leaves nothing, whichever of its requests breaks', async () => {
  const { host } = await open();
  host.traffic.reset();
  await selfCheck(() => undefined);
  const requests = host.traffic.syncs;
  const every = Array.from({ length: requests }, (_, index) => index + 1);
  const ends = [...every.slice(0, 3), ...every.slice(-2)];
  for (const at of long(ends, every)) {
    for (const fault of long<Fault[]>([{ error: 'GeneralException' }], FAULTS)) {
      const opened = await open();
      opened.host.faults.clear();
      opened.host.faults.at(at, fault);
      const lines = await selfCheck(() => undefined);
      opened.host.faults.clear();
      expect([at, opened.state()]).toEqual([at, opened.before]);
      expect(lines.length).toBeGreaterThan(5);
    }
  }
});

it('a workbook that takes no sheet is told, and the rest all the same', async () => {
  const { host, before, state } = await open();
  host.isStructureProtected = true;
  const lines = await selfCheck(() => undefined);
  expect(lines.find(({ id }) => id === 'cleaned-up')!.found).toBe('workbook-structure-protected');
  expect(lines.find(({ id }) => id === 'workbook')!.found).toContain('structure protected');
  expect(state()).toBe(before);
});

it('tries the very rule that colours faulty cells', async () => {
  const { host } = await open();
  host.faults.carryingText('TongHop.oLoi', { error: 'InvalidArgument' });
  const lines = await selfCheck(() => undefined);
  const colours = lines.find(({ id }) => id === 'colours')!;
  expect([colours.found, colours.expected]).toEqual(['InvalidArgument', 'S1:S2 #FFC7CE']);
});

it('what Excel does otherwise is marked', async () => {
  const { host, model } = await open({ platform: 'windows', version: '1.14' });
  host.hasPrinter = false;
  model.workbook.date1904 = true;
  const lines = await selfCheck(() => undefined);
  expect(lines.filter(isUnexpected).map(({ id }) => id)).toEqual(
    expect.arrayContaining(['date-system']),
  );
});
