import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFile } from '../../src/app/check-file';
import { consolidatePeriod } from '../../src/app/consolidate-period';
import { LEDGER_FORMAT, readLedger } from '../../src/domain/ledger/ledger-tables';
import { periodOf } from '../../src/domain/period/period';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { PLAN_FORMAT, type Plan } from '../../src/domain/plan/plan';
import { readPlan } from '../../src/domain/plan/read-plan';
import { FORM_FORMAT } from '../../src/domain/template/identity';
import { findSheet, type Workbook } from '../../src/workbook/workbook';
import { readWorkbook } from '../../src/xlsx/read/workbook';

/**
 * A workbook of every format there has been, as the last version that wrote it did (Vĩnh Chấp,
 * made-up figures of March 2024), and what that version made of it: every one opens, for ever.
 * Forms of format 1 are in test/template-1. Whoever adds a format adds its file here.
 */

const FILES = join(__dirname, 'files');
const expected = JSON.parse(readFileSync(join(FILES, 'expected.json'), 'utf8')) as Record<
  'ledger-1-first' | 'ledger-1-last' | 'ledger-2',
  Record<string, [number | null, number | null]>
> & { 'form-2': { accepted: string; findings: unknown[]; figures: unknown[] } };
const now = builtinPlan('vinh-chap-2024')!;

function open(name: string): Workbook {
  const read = readWorkbook(new Uint8Array(readFileSync(join(FILES, `${name}.xlsx`))));
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
}

function planIn(name: string): Plan {
  const read = readPlan(open(name));
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
}

describe('a plan', () => {
  it.each([1, 2, 3])('of format %s is the plan it was', (format) => {
    const name = `plan-${format}`;
    expect(findSheet(open(name), 'Kế hoạch')!.value(1, 1)).toBe(format);
    const plan = planIn(name);
    const asked = ({ indicators, tasks, targets, agencies }: Plan) => ({
      indicators: indicators.map(({ code, name: said, kind, filledBy }) => [
        ...[code, said, kind],
        filledBy,
      ]),
      tasks: tasks.map(({ code, text, deadline, filledBy }) => [code, text, deadline, filledBy]),
      targets: targets.map(({ indicator, operator, value }) => [indicator, operator, value]),
      agencies: agencies.map(({ code, name: said, level }) => [code, said, level]),
    });
    expect(asked(plan)).toEqual(asked(now));
  });

  it('has a file for each format', () => expect(PLAN_FORMAT).toBe(3));
});

describe('a ledger', () => {
  it.each([
    ['ledger-1-first', 'plan-1'],
    ['ledger-1-last', 'plan-2'],
    ['ledger-2', 'plan-2'],
  ] as const)('%s gives the figures it gave', (name, of) => {
    const workbook = open(name);
    expect(workbook.properties.get('TongHop.DinhDangSo')).toBe(/\d/.exec(name)![0]);
    for (const plan of [planIn(of), now]) {
      const ledger = readLedger(workbook, plan);
      if (!ledger.ok) throw new Error(ledger.refusal.code);
      const { submissions, edits } = ledger.value;
      expect(edits).toEqual([]);
      expect(submissions.map(({ agency, period }) => [agency, period])).toEqual([
        ['MC', '2024-03'],
        ['TPHT', '2024-03'],
        ['VP', '2024-03'],
      ]);
      const { result } = consolidatePeriod(plan, submissions, periodOf('2024-03'), {
        acceptIncomplete: false,
        asOf: null,
      });
      const figures = result.indicators.map(({ code, numerator, denominator }) => [
        code,
        [numerator, denominator],
      ]);
      expect(Object.fromEntries(figures)).toEqual(expected[name]);
    }
  });

  it('has a file for each format', () => expect(LEDGER_FORMAT).toBe(2));
});

describe('a form', () => {
  it('of format 2 says what it said', () => {
    const opened = {
      ok: true as const,
      value: { workbook: open('form-2_2024-03_MC'), converted: null },
    };
    const file = checkFile(planIn('plan-3'), 'form-2_2024-03_MC.xlsx', 'x', opened, {
      period: null,
      partial: true,
    });
    const figures = file.observations.flatMap(({ of, code, measure, value, cell, state }) =>
      of === 'indicator' ? [[code, measure, value, cell, state]] : [],
    );
    const findings = file.findings.map(({ code, cell }) => [code, cell]);
    expect({ accepted: file.accepted, findings, figures }).toEqual(expected['form-2']);
  });

  it('has a file for each format', () => expect(FORM_FORMAT).toBe(2));
});
