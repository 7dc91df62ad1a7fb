import { emptyWorkbook, findSheet } from '../../workbook/workbook';
import type { Agency } from '../agency/agency';
import { identifiersOf } from '../agency/identifier';
import { builtinPlan } from './builtin';
import type { Plan } from './plan';
import { writePlan } from './plan-tables';
import { readPlanTables } from './read-plan';

const BASE = builtinPlan('tra-vinh-2024')!;

function withAgencies(change: (agency: Agency) => Partial<Agency>): Plan {
  return { ...BASE, agencies: BASE.agencies.map((one) => ({ ...one, ...change(one) })) };
}

function faultsOf(plan: Plan) {
  return readPlanTables(emptyWorkbook(writePlan(plan))).faults.map(({ row, finding }) => ({
    row,
    cell: finding.cell,
    ...(finding.facts as object),
  }));
}

it('identifiers and contacts are read as they were written; an older sheet has no such columns', () => {
  const plan = withAgencies(({ code }) =>
    code === 'SNV'
      ? {
          identifiers: ['H59.3 (đến 30/6/2024)', 'H61.3 (từ 01/7/2024)'],
          contact: { person: 'Bà Mẫu', phone: '0294 3 855 555', email: 'snv@mau.gov.vn' },
        }
      : {},
  );
  const workbook = emptyWorkbook(writePlan(plan));
  expect(readPlanTables(workbook).plan).toEqual(plan);
  const sheet = findSheet(workbook, 'Đơn vị')!;
  for (const row of sheet.rows.values()) for (let at = 10; at <= 13; at++) row.delete(at);
  expect(readPlanTables(workbook)).toEqual({ plan: BASE, faults: [] });
});

it('an identifier is in force in its own time and no longer than its agency', () => {
  const agency = {
    ...BASE.agencies[0],
    validTo: '2025-06-30',
    identifiers: ['H59.3 (đến 31/12/2024)', 'H61.3 (từ 01/01/2025)'],
  };
  expect(identifiersOf(agency)).toEqual([
    { code: 'H59.3', from: agency.validFrom, until: '2024-12-31' },
    { code: 'H61.3', from: '2025-01-01', until: '2025-06-30' },
  ]);
});

/** Of SNV, of STP, and whether the second is a fault at its cell. */
it.each<[string, string[], string[], boolean]>([
  ['two agencies at once', ['H61.3'], ['H61.3'], true],
  ['closed before the other has it', ['H61.3 (đến 31/5/2024)'], ['H61.3 (từ 01/6/2024)'], false],
  ['one day too long', ['H61.3 (đến 01/6/2024)'], ['H61.3 (từ 01/6/2024)'], true],
  ['two of one agency at once', [], ['H61.3', 'H61.4'], true],
  ['no identifier at all', [], ['Sở Nội vụ'], true],
  ['blanks between', [], ['H61 3'], true],
])('%s', (_, first, second, isFault) => {
  const plan = withAgencies(({ code }) =>
    code === 'SNV' ? { identifiers: first } : code === 'STP' ? { identifiers: second } : {},
  );
  expect(faultsOf(plan)).toMatchObject(
    isFault ? [{ row: 'STP', cell: expect.stringMatching(/^K/), found: second.join('; ') }] : [],
  );
});

it.each([
  ['phone', 'hỏi văn phòng', 'M'],
  ['email', 'snv.mau.gov.vn', 'N'],
  ['email', 'a@mau.gov.vn, b@mau.gov.vn', 'N'],
] as const)('a %s that is none is a fault at its cell: %s', (key, text, column) => {
  const plan = withAgencies(({ code }) =>
    code === 'SNV' ? { contact: { person: '', phone: '', email: '', [key]: text } } : {},
  );
  expect(faultsOf(plan)).toMatchObject([{ row: 'SNV', cell: expect.stringMatching(`^${column}`) }]);
});
