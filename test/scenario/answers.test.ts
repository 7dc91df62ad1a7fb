import { adjustFigure } from '../../src/app/adjust-figure';
import { consolidateInto } from '../../src/app/consolidate-into';
import { readDesk } from '../../src/app/desk';
import { enterForm, rowsAsked } from '../../src/app/form-by-telephone';
import { bindCells, fillLayouts, previewFill } from '../../src/app/own-layout';
import { trace } from '../../src/app/trace';
import { periodOf } from '../../src/domain/period/period';
import type { Indicator, Plan } from '../../src/domain/plan/plan';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { cellName } from '../../src/workbook/address';
import { Sheet } from '../../src/workbook/sheet';
import { emptyWorkbook, findSheet } from '../../src/workbook/workbook';
import { MemoryWorkbook } from '../memory-workbook';
import { smallPlan } from '../small-plan';

/** An answer is a number in the ledger and a word everywhere a person meets it. */

const small = smallPlan('tra-vinh-2024', ['SNV', '842']);
const answered = (code: string, more: Partial<Indicator>): Indicator => ({
  ...{ code, stt: '1', group: '', heading: '', name: `Câu hỏi ${code}`, unit: 'Có/Không' },
  ...{ kind: 'yes-no', overTime: 'stock', denominator: null, partOfWhole: false },
  numerator: { name: `Câu hỏi ${code}`, unit: 'Có/Không' },
  ...{ assess: 'every-period', deadline: null, task: '', lead: '', coordinating: '' },
  ...{ implementing: '', sameAs: '', proposedNames: false },
  filledBy: [{ agency: 'SNV' }, { agency: '842' }],
  ...more,
});
const count: Indicator = { ...answered('DEM', {}), kind: 'count', unit: 'văn bản' };
const plan: Plan = {
  ...small,
  indicators: [
    answered('CO', {}),
    answered('MUC', { answers: ['0 = chưa', '1 = một phần', '2 = đầy đủ'] }),
    { ...count, numerator: { name: 'Số văn bản', unit: 'văn bản' } },
  ],
  targets: [],
  tasks: [],
};
const grounds = { reason: 'Mất mạng', document: '05/TB', who: 'Nguyễn Văn An' };
const MONTH = '2024-01';
const quiet = { cancelled: false, step: () => undefined };

async function told() {
  const port = new MemoryWorkbook(emptyWorkbook(writePlan(plan)));
  const said = new Map([
    ['indicator CO numerator', 'Có'],
    ['indicator MUC numerator', 'một phần'],
    ['indicator DEM numerator', '7'],
  ]);
  const at = '2024-02-01 08:00:00';
  const entered = await enterForm(port, {
    ...{ agency: '842', period: MONTH, said, grounds, seen: new Set<string>(), at },
  });
  if (!entered.isEntered) throw new Error(JSON.stringify(entered.findings));
  return port;
}

describe('an answer', () => {
  it('is chosen by its word where a form is told by telephone, and counts are no Tử there', async () => {
    const port = await told();
    const fields = rowsAsked(await readDesk(port), '842', MONTH).flatMap((row) =>
      row.fields.map(({ measure, typed, answers, counts }) => [measure, typed, answers, counts]),
    );
    expect(fields).toEqual([
      ['value', 'choice', ['Có', 'Không', 'Không phát sinh'], 'Có'],
      ['value', 'choice', ['chưa', 'một phần', 'đầy đủ', 'Không phát sinh'], 'một phần'],
      ['value', 'number', [], '7'],
    ]);
  });

  it('stands as its word in what was entered by hand', async () => {
    const port = await told();
    const { desk } = await adjustFigure(port, {
      ...{ agency: '842', period: MONTH, grounds, at: '2024-02-02 08:00:00' },
      ...{ indicator: 'MUC', figures: { value: 2 } },
    });
    expect(desk.ledger.at(-1)!.observations).toMatchObject([{ value: 2, raw: 'đầy đủ' }]);
    await expect(
      adjustFigure(port, {
        ...{ agency: '842', period: MONTH, grounds, at: '2024-02-03 08:00:00' },
        ...{ indicator: 'MUC', figures: { value: 3 } },
      }),
    ).rejects.toThrow();
  });

  it('is shown as its word in the office’s own table, and traced as a result', async () => {
    const port = await told();
    const own = new Sheet('Biểu tự đặt');
    own.put(0, 0, 'Đơn vị');
    own.put(0, 1, 'Kết quả');
    own.put(1, 0, 'Thành phố');
    port.workbook.sheets.push(own);
    const actor = { who: 'An', at: '2024-02-05 08:00:00' };
    const options = { acceptIncomplete: false, asOf: null };
    await consolidateInto(port, periodOf(MONTH), options, actor, quiet);
    const place = {
      ...{ sheet: own.name, cell: 'B2', label: 'Thành phố', labelCell: 'A2' },
      ...{ heading: 'Kết quả', headingCell: 'B1' },
    };
    const source = {
      ...{ of: 'indicator' as const, code: 'MUC', span: 'period' as const },
      ...{ scope: { kind: 'agency' as const, agency: '842' }, measure: 'value' as const },
    };
    await bindCells(port, [{ ...place, source }], actor);
    const { edits, troubles } = await previewFill(port, periodOf(MONTH));
    expect(troubles).toEqual([]);
    expect(edits.map(({ value, answer }) => [value, answer?.word])).toEqual([[1, 'một phần']]);
    await fillLayouts(port, periodOf(MONTH), { keepsTyped: false, shown: edits, by: actor });
    expect(findSheet(port.workbook, own.name)!.cell(1, 1)!.style?.format).toBe(
      '[=0]"chưa";[=1]"một phần";"đầy đủ"',
    );
    const figures = port.workbook.sheets.find(({ name }) => name.startsWith('Số liệu tổng hợp'))!;
    const [row] = [...figures.rows].find(
      ([, cells]) => cells.get(0)?.value === 'DEM' && cells.get(2)?.value === '842',
    )!;
    const traced = await trace(port, { sheet: own.name, cell: 'B2' });
    expect(traced.sources.map(({ measure, value }) => [measure, value])).toEqual([['Kết quả', 1]]);
    // The heading over counts says what stands under it.
    expect(String(figures.value(0, 4))).toMatch(/^Kết quả/);
    expect(cellName(row, 4)).toMatch(/^E/);
  });
});
