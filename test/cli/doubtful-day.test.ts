import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { smallPlan } from '../small-plan';
import { scratch, tonghop } from './tonghop';

const folder = scratch();
afterAll(folder.remove);
const at = (...path: string[]) => join(folder.path, ...path);

it('a day of receipt that makes a drop years late is said before anything is written, or refused', async () => {
  mkdirSync(at('nop'));
  const plan = smallPlan('tra-vinh-2024', ['842']);
  const form = new Form(plan, '842', '2024-03').fill(30, 40);
  writeFileSync(at('nop', form.fileName), await writeWorkbook(form.workbook));
  writeFileSync(at('kh.xlsx'), await writeWorkbook(emptyWorkbook(writePlan(plan))));
  const consolidate = (day: string, ...more: string[]) =>
    tonghop(
      folder.path,
      ...[
        'consolidate',
        'kh.xlsx',
        '--period',
        '2024-03',
        '--in',
        'nop',
        '--received',
        day,
        '--json',
        '-',
        ...more,
      ],
    );
  const late = (out: string) => JSON.parse(out).files[0].late as number;

  const kept = ['--out', 'bc.xlsx', '--ledger', 'so.xlsx'];
  const refused = consolidate('2026-11-30', ...kept, '--check-received');
  expect([refused.code, existsSync(at('so.xlsx')), existsSync(at('bc.xlsx'))]).toEqual([
    2,
    false,
    false,
  ]);
  expect(refused.err).toContain('chưa ghi gì');

  const said = consolidate('2026-11-30', ...kept);
  expect([said.code, late(said.out)]).toEqual([0, 987]);
  expect(said.err).toContain('muộn hơn 60 ngày (thêm --check-received');
  // What is known came when it came: nobody is asked about it again.
  const again = consolidate('2026-11-30', ...kept, '--check-received');
  expect([again.code, again.err]).toEqual([0, expect.not.stringContaining('muộn hơn')]);
});
