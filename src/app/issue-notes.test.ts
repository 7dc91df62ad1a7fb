import { MemoryWorkbook } from '../../test/memory-workbook';
import { periodOf } from '../domain/period/period';
import { builtinPlan } from '../domain/plan/builtin';
import { writePlan } from '../domain/plan/plan-tables';
import { templateOf } from '../domain/template/form';
import { emptyWorkbook } from '../workbook/workbook';
import { issuedBefore, noteIssued } from './issue-notes';

const plan = builtinPlan('vinh-chap-2024')!;
const [march, april] = [periodOf('2024-03'), periodOf('2024-04')];

it('to whom forms went, when and in which version of the template, is told by period, the last first', async () => {
  const port = new MemoryWorkbook(emptyWorkbook(writePlan(plan)));
  expect(await issuedBefore(port, march)).toEqual([]);
  const note = (period: typeof march, agencies: typeof plan.agencies, at: string) =>
    noteIssued(
      port,
      plan,
      { period, agencies, file: `bieu-mau-${period.id}.zip` },
      { who: 'An', at },
    );
  const agencies = plan.agencies.slice(0, 2);
  await note(march, agencies, '2024-03-01 08:00:00');
  await note(april, agencies, '2024-04-01 08:00:00');
  const undo = await note(march, agencies.slice(0, 1), '2024-03-02 08:00:00');
  const told = await issuedBefore(port, march);
  expect(told.map(({ at, forms }) => [at, forms.length])).toEqual([
    ['2024-03-02 08:00:00', 1],
    ['2024-03-01 08:00:00', 2],
  ]);
  expect(told[0]).toEqual({
    who: 'An',
    at: '2024-03-02 08:00:00',
    file: 'bieu-mau-2024-03.zip',
    forms: [
      {
        agency: agencies[0].code,
        name: agencies[0].name,
        template: templateOf(plan, agencies[0]),
      },
    ],
  });
  await undo();
  expect(await issuedBefore(port, march)).toHaveLength(1);
});
