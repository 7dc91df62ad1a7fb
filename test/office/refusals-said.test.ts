import { ERROR_MESSAGES, type ErrorCode } from '../../src/workbench/host/errors';
import type { Fault } from '../../src/workbench/host/faults';
import { TRANSPORT, type TransportError } from '../../src/workbench/host/faults';
import { uiEn } from '../../src/locale/ui-en';
import { uiVi } from '../../src/locale/ui-vi';
import { faultSaid } from '../../src/ui/fault-said';
import { openExcel } from './office-window';

/**
 * Whatever Excel answers, as the unmodified client hands it on: the person reads what to do, in
 * their language, and never Excel's own English.
 */

async function answeredWith(fault: Fault): Promise<unknown> {
  const { host } = await openExcel();
  host.faults.clear();
  host.faults.always(fault);
  const error = await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [[1]];
    await context.sync();
  }).catch((thrown: unknown) => thrown);
  host.faults.clear();
  return error;
}
const says = (error: unknown) => [faultSaid(error, uiVi), faultSaid(error, uiEn)];

function mustSayWhatToDo(error: unknown, english: readonly string[]): void {
  const [vi, en] = says(error);
  expect(vi).toMatch(/^Không thực hiện được: .*(Vui lòng|Đề nghị|vui lòng|đề nghị) /);
  expect(en).toMatch(/^Could not be done: .*[Pp]lease /);
  for (const words of english) expect(vi).not.toContain(words);
}

it('every code of Excel', async () => {
  for (const [code, message] of Object.entries(ERROR_MESSAGES)) {
    const error = await answeredWith({ error: code as ErrorCode });
    expect([code, (error as { code: string }).code]).toEqual([code, code]);
    mustSayWhatToDo(error, [message]);
  }
});

it('every refusal of the way to it', async () => {
  for (const transport of Object.keys(TRANSPORT) as TransportError[]) {
    const error = await answeredWith({ transport });
    mustSayWhatToDo(error, [(error as Error).message]);
  }
});

it('what the client itself refuses: an object of a request that is over', async () => {
  await openExcel();
  const kept = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1');
    await context.sync();
    return range;
  });
  const error = await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('B1').copyFrom(kept);
    await context.sync();
  }).catch((thrown: unknown) => thrown);
  expect((error as { code: string }).code).toBe('InvalidRequestContext');
  mustSayWhatToDo(error, [(error as Error).message]);
});

it('a code nobody has heard of is named, for whoever helps', () => {
  const error = Object.assign(new Error('The thing has gone wrong.'), {
    code: 'SomethingNew',
    debugInfo: { errorLocation: 'Range.values' },
  });
  mustSayWhatToDo(error, ['The thing']);
  expect(says(error)[0]).toContain('SomethingNew, Range.values');
});
