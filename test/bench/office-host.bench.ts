import { cpus } from 'node:os';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { openExcel } from '../office/office-window';

/**
 * What the real office.js and our host cost together, against the floor of the same values put
 * straight into the sheet.
 */

const ROUNDS = 7;
const COLUMNS = 10;

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

async function timed(act: () => Promise<unknown> | unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    await act();
    times.push(performance.now() - began);
  }
  return median(times);
}

function matrixOf(cells: number): number[][] {
  return Array.from({ length: cells / COLUMNS }, (_, row) =>
    Array.from({ length: COLUMNS }, (_, column) => row + column / 7),
  );
}

it('cells written and read through the real office.js', async () => {
  const lines = [
    `| What | Time (median of ${ROUNDS}) | Cells/s | Against the floor |`,
    '|---|---|---|---|',
  ];
  const line = (what: string, ms: number, cells: number, floor: number | null) =>
    lines.push(
      `| ${what} | ${ms.toFixed(1)} ms | ${Math.round((cells / ms) * 1000)} | ${floor === null ? '–' : `${(ms / floor).toFixed(1)}×`} |`,
    );
  await openExcel();
  const trip = await timed(() =>
    Excel.run(async (context) => {
      context.workbook.load('name');
      await context.sync();
    }),
  );
  lines.push(`| one round trip | ${trip.toFixed(1)} ms | – | – |`);
  for (const cells of [10_000, 100_000]) {
    const matrix = matrixOf(cells);
    const floor = await timed(() => {
      const sheet = new Sheet('sàn');
      JSON.parse(JSON.stringify(matrix)).forEach((row: number[], r: number) =>
        row.forEach((value, c) => sheet.put(r, c, value)),
      );
    });
    const { host } = await openExcel();
    const write = await timed(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getFirst();
        // Blocks of 20,000 cells, as the add-in writes.
        for (let top = 0; top < matrix.length; top += 2000) {
          const part = matrix.slice(top, top + 2000);
          sheet.getRangeByIndexes(top, 0, part.length, COLUMNS).values = part;
          await context.sync();
        }
      }),
    );
    const read = await timed(() =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets
          .getFirst()
          .getRangeByIndexes(0, 0, matrix.length, COLUMNS);
        range.load('values');
        await context.sync();
        return range.values.length;
      }),
    );
    line(
      `${cells.toLocaleString('en')} cells, floor (JSON and the sheet alone)`,
      floor,
      cells,
      null,
    );
    line(`${cells.toLocaleString('en')} cells written`, write, cells, floor);
    line(`${cells.toLocaleString('en')} cells read`, read, cells, floor);
    lines.push(
      `| largest request, largest reply | ${host.traffic.largestRequest} B, ${host.traffic.largestReply} B | – | – |`,
    );
  }
  for (const count of [2000, 20_000]) {
    const sheet = new Sheet('Công thức');
    for (let row = 0; row < count; row++) {
      sheet.put(row, 0, row);
      sheet.putFormula(row, 1, `A${row + 1}*2`, 0);
    }
    const { model } = await openExcel(emptyWorkbook([sheet]));
    const ms = await timed(() => model.edit(0, 0, { value: Math.random() }));
    lines.push(
      `| one edit, ${count.toLocaleString('en')} formulas calculated | ${ms.toFixed(0)} ms | ${Math.round((count / ms) * 1000)} | – |`,
    );
  }
  console.log(
    `${cpus()[0].model}, ${cpus().length} cores, Node ${process.version}\n\n${lines.join('\n')}`,
  );
});
