import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MemoryWorkbook } from '../../../test/memory-workbook';
import { emptyWorkbook, findSheet, type Workbook } from '../../workbook/workbook';
import { readWorkbook } from '../../xlsx/read/workbook';
import { writeWorkbook } from '../../xlsx/write/workbook';
import { readDesk } from '../desk';
import type { Tools } from './act';
import type { Question } from './said';
import { writeIntoOlder } from './write-into-older';

/** Workbooks as the last version of their format wrote them: test/formats. */
const FILES = join(__dirname, '../../../test/formats/files');

function sheetsOf(name: string) {
  const read = readWorkbook(new Uint8Array(readFileSync(join(FILES, `${name}.xlsx`))));
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value.sheets;
}

const deskWith = (...files: string[]) => new MemoryWorkbook(emptyWorkbook(files.flatMap(sheetsOf)));

async function play(port: MemoryWorkbook, answer: boolean) {
  const given: { name: string; bytes: Uint8Array }[] = [];
  const asked: Question[] = [];
  const step = { cancelled: false, step: () => undefined };
  const tools: Tools = {
    ...{ port, actor: { who: 'Lan', at: '2024-04-01 08:00:00' }, run: 'r1', tell: () => undefined },
    ...{ checking: step, making: step, progress: step },
    ask: async (question) => {
      // The copy is there before anything is asked to be written.
      expect(given).toHaveLength(1);
      asked.push(question);
      return answer;
    },
  };
  const keeping = {
    write: (workbook: Workbook) => writeWorkbook(workbook),
    give: async (file: (typeof given)[number]) => void given.push(file),
  };
  const question = await writeIntoOlder.asks!(port, keeping);
  const done = await writeIntoOlder.run(tools, keeping);
  return { given, asked, question, done };
}

it.each([
  ['ledger-1-first', 'plan-1', { plan: 1, ledger: 1 }, 'vinh-chap-2024.dinh-dang-1.xlsx'],
  ['ledger-1-last', 'plan-2', { plan: 2, ledger: 1 }, 'vinh-chap-2024.dinh-dang-2.xlsx'],
  ['ledger-2', 'plan-2', { plan: 2, ledger: null }, 'vinh-chap-2024.dinh-dang-2.xlsx'],
  ['ledger-1-last', 'plan-3', { plan: null, ledger: 1 }, 'vinh-chap-2024.dinh-dang-1.xlsx'],
] as const)(
  '%s beside %s is raised, with a copy of it as it was',
  async (ledger, plan, older, file) => {
    const port = deskWith(ledger, plan);
    const before = await readDesk(port);
    expect(before.older).toEqual(older);
    const { given, question, asked, done } = await play(port, true);
    expect(question).toEqual({ code: 'write-into-older', facts: { ...older, file } });
    expect(asked).toEqual([{ code: 'older-kept', facts: { file } }]);
    expect([done.isRaised, done.said]).toEqual([true, { code: 'older-raised', facts: { file } }]);
    const after = await readDesk(port);
    expect(after.older).toBeNull();
    expect(after.takesRows).toBe(true);
    expect([after.plan, after.ledger]).toEqual([before.plan, before.ledger]);
    // The copy is the desk of before.
    const [copy] = given;
    expect(copy.name).toBe(file);
    const read = readWorkbook(copy.bytes);
    if (!read.ok) throw new Error(read.refusal.code);
    const kept = await readDesk(new MemoryWorkbook(read.value));
    expect([kept.older, kept.plan, kept.ledger]).toEqual([older, before.plan, before.ledger]);
  },
);

it('without the copy nothing is written', async () => {
  const port = deskWith('ledger-1-first', 'plan-1');
  const sheets = [...port.workbook.sheets];
  const { done } = await play(port, false);
  expect([done.isRaised, done.said.code]).toEqual([false, 'older-left']);
  expect(port.workbook.sheets).toEqual(sheets);
  expect(findSheet(port.workbook, 'Kế hoạch')!.value(1, 1)).toBe(1);
});

it('of a workbook of today nothing is asked', async () => {
  const port = deskWith('ledger-2', 'plan-3');
  expect((await readDesk(port)).older).toBeNull();
  expect(
    await writeIntoOlder.asks!(port, { write: writeWorkbook, give: async () => undefined }),
  ).toBeNull();
});
