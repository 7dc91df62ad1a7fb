import { MemoryWorkbook } from '../../test/memory-workbook';
import national from '../domain/agency/national.json';
import type { National } from '../domain/agency/national';
import { importProvince } from '../domain/agency/national-register';
import { PROVINCIAL_OFFICES } from '../domain/agency/provincial-offices';
import type { Agency } from '../domain/agency/agency';
import { builtinPlan } from '../domain/plan/builtin';
import { writePlan } from '../domain/plan/plan-tables';
import { readPlan } from '../domain/plan/read-plan';
import { emptyWorkbook } from '../workbook/workbook';
import { putRegister, registerReplaced } from './plan-changes';

const NATIONAL = national as National;
const VINH_LONG = { code: '86', span: 'to-2025-06-30' } as const;

function withTyped(codes: readonly string[]): MemoryWorkbook {
  const plan = builtinPlan('tra-vinh-2024')!;
  const typed = (agency: Agency): Agency =>
    codes.includes(agency.code)
      ? {
          ...agency,
          identifiers: [`H61.${codes.indexOf(agency.code) + 1}`],
          contact: { person: 'Ông Mẫu', phone: '', email: '' },
        }
      : agency;
  return new MemoryWorkbook(
    emptyWorkbook(writePlan({ ...plan, agencies: plan.agencies.map(typed) })),
  );
}

it('contacts and identifiers stay with an agency that stays, and it is said which go', async () => {
  const commune = builtinPlan('tra-vinh-2024')!.agencies.find(({ level }) => level === 'xa')!;
  const port = withTyped(['SNV', commune.code]);
  const replaced = (await registerReplaced(port, NATIONAL, VINH_LONG))!;
  expect(replaced).toMatchObject({ before: 132, after: 131, stay: 19, typedGone: 1 });
  expect(replaced.gone).toHaveLength(113);
  expect(replaced.gone).toContain(commune.name);
  expect((await putRegister(port, NATIONAL, VINH_LONG)).ok).toBe(true);
  const read = readPlan(port.workbook);
  if (!read.ok) throw new Error('the plan does not read');
  const held = read.value.agencies.filter(({ identifiers, contact }) => identifiers || contact);
  expect(held).toMatchObject([
    { code: 'SNV', identifiers: ['H61.1'], contact: { person: 'Ông Mẫu' } },
  ]);
});

it('what was typed for a code that is another agency by now is counted as lost', async () => {
  const plan = builtinPlan('tra-vinh-2024')!;
  const agencies = plan.agencies.map((agency) =>
    agency.code === 'SNV'
      ? { ...agency, name: 'Ban Mẫu', contact: { person: 'Ông Mẫu', phone: '', email: '' } }
      : agency,
  );
  const port = new MemoryWorkbook(emptyWorkbook(writePlan({ ...plan, agencies })));
  expect(await registerReplaced(port, NATIONAL, VINH_LONG)).toMatchObject({ typedGone: 1 });
});

it.each([
  ['86', 'from-2025-07-01', 'Công an tỉnh'],
  ['92', 'from-2025-07-01', 'Công an thành phố'],
  ['86', 'across-2025', 'Công an tỉnh'],
  ['84', 'to-2025-06-30', 'Công an tỉnh'],
] as const)('of %s %s every office may be chosen, under its name there', (code, span, police) => {
  const offices = PROVINCIAL_OFFICES.map((one) => one.code);
  const { agencies, successions } = importProvince(NATIONAL, { code, span, offices });
  expect(agencies.filter((one) => one.code === 'CAT')).toMatchObject([
    { name: police, level: 'tinh', reports: true },
  ]);
  // A code is one agency's, and so is a name: what is an office now is no alias of another.
  const codes = agencies.map((one) => one.code);
  expect(new Set(codes).size).toBe(codes.length);
  const names = agencies
    .filter(({ level }) => level === 'tinh')
    .flatMap(({ name, shortName, aliases }) => [...new Set([name, shortName, ...aliases])])
    .filter(Boolean);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  expect(codes).not.toContain('SVHTTDL');
  expect(
    successions.filter(({ from, to }) => ![from, to].every((one) => codes.includes(one))),
  ).toEqual([]);
  const bare = importProvince(NATIONAL, { code, span }).agencies;
  expect(bare).toHaveLength(agencies.length - offices.length + 1);
});
