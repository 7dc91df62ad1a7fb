import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '../../src/domain/plan/plan';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { scratch, tonghop, validated } from './tonghop';
import { smallPlan } from '../small-plan';

/** Months of some agencies and quarters of others, in one folder. */

const AGENCIES = ['842', '29461'];
const whole = smallPlan('tra-vinh-2024', AGENCIES);
const plan: Plan = {
  ...whole,
  schedule: { ...whole.schedule, quarterReplacesLastMonth: true },
};

interface Result {
  missing: string[];
  indicators: { code: string; numerator: number; denominator: number; complete: boolean }[];
  files: { period: string; accepted: string; findings: { code: string }[] }[];
}

it('a quarter in place of its last month enters with the months; a later one does not', async () => {
  const folder = scratch();
  try {
    mkdirSync(join(folder.path, 'den'));
    writeFileSync(
      join(folder.path, 'plan.xlsx'),
      await writeWorkbook(emptyWorkbook(writePlan(plan))),
    );
    const forms = [
      ...['2024-01', '2024-02'].flatMap((month) =>
        AGENCIES.map((agency) => new Form(plan, agency, month).fill(30, 40)),
      ),
      new Form(plan, '842', '2024-03').fill(30, 40),
      new Form(plan, '29461', '2024-Q1').fill(100, 130),
      new Form(plan, '29461', '2024-Q2').fill(90, 120),
    ];
    for (const form of forms)
      writeFileSync(join(folder.path, 'den', form.fileName), await writeWorkbook(form.workbook));
    const received = ['--in', 'den', '--received', '2024-01-15'];
    const { out, code } = tonghop(
      folder.path,
      'consolidate',
      'plan.xlsx',
      '--period',
      '2024-Q1',
      ...received,
      '--out',
      'r.xlsx',
      '--json',
      '-',
    );
    const result = validated<Result>('consolidate', out);
    expect(code).toBe(1);
    expect(result.missing).toEqual([]);
    // Five months of 30 of 40, and 100 − 30 − 30 of 130 − 40 − 40.
    const k07 = result.indicators.find((one) => one.code === 'K07');
    expect(k07).toMatchObject({ numerator: 5 * 30 + 40, denominator: 5 * 40 + 50, complete: true });
    const quarters = result.files.filter(({ period }) => period.includes('Q'));
    expect(
      quarters.map(({ period, accepted, findings }) => [
        period,
        accepted,
        findings.map((one) => one.code),
      ]),
    ).toEqual([
      ['2024-Q1', 'all', []],
      ['2024-Q2', 'none', ['other-period']],
    ]);
  } finally {
    folder.remove();
  }
});
