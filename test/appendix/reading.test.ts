import { planFromAppendix } from '../../src/app/plan-from-appendix';
import national from '../../src/domain/agency/national.json';
import type { National } from '../../src/domain/agency/national';
import { measure } from './measure-reading';
import { readPlanTables } from '../../src/domain/plan/read-plan';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { MORE_SAMPLES } from './more-samples';
import { SAMPLES } from './samples';

/**
 * Appendices in the structures of real ones, held against what a person read: nothing may be wrong
 * without a question.
 */
it.each([...SAMPLES, ...MORE_SAMPLES].map((sample) => [sample.id, sample] as const))(
  '%s',
  (_, { workbook, year, province, rows }) => {
    const read = planFromAppendix(workbook(), national as National, { year, province });
    if (!read.ok) throw new Error(read.refusal.code);
    const tally = measure(rows, read.value);
    const wrong = Object.fromEntries(
      Object.entries(tally).map(([field, { wrong }]) => [field, wrong]),
    );
    expect(wrong).toEqual({ row: [], section: [], owner: [], deadline: [], target: [], bound: [] });
    // Where the row says a figure, a reading that only asks for it has not read it.
    const figures = rows.filter(
      ({ targets }) => targets.length > 0 && !targets.includes('!'),
    ).length;
    expect(tally.target.right).toBe(figures);
    const [right, asked] = [tally.row.right, tally.row.asked];
    expect([right, asked]).toEqual([rows.length, 0]);
    // What was written is a plan: nothing in it contradicts itself, and it reads back as it is.
    const { plan, faults } = readPlanTables(emptyWorkbook(writePlan(read.value.plan)));
    expect(faults.map(({ finding }) => finding)).toEqual([]);
    expect(plan!.targets).toEqual(read.value.plan.targets);
  },
);
