import { readDesk } from '../../src/app/desk';
import { previewImport, type ImportPreview } from '../../src/app/import-ledger';
import { isValidOn } from '../../src/domain/agency/agency';
import { hasName } from '../../src/domain/agency/match-agency';
import national from '../../src/domain/agency/national.json';
import type { National } from '../../src/domain/agency/national';
import { importProvince, type RegisterSpan } from '../../src/domain/agency/national-register';
import { writeLedger } from '../../src/domain/ledger/ledger-tables';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { findAgency, type Plan } from '../../src/domain/plan/plan';
import { writePlan } from '../../src/domain/plan/plan-tables';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { handedIn } from '../handed-in';
import { MemoryWorkbook } from '../memory-workbook';

/**
 * Bến Tre's ledger of 2024 comes into Vĩnh Long's of 2025, with the registers as they are: 28789
 * was the commune Bình Phú and is the ward Bến Tre, and Bình Phú is another commune's name now.
 */

const base = builtinPlan('tra-vinh-2024')!;
const province = (code: string, span: RegisterSpan, id: string, year: number): Plan => ({
  ...base,
  ...importProvince(national as National, { code, span }),
  ...{ id, year, consolidator: 'VPUB', schedule: { ...base.schedule, from: `${year}-01` } },
  indicators: base.indicators.slice(0, 1).map((one) => ({
    ...one,
    filledBy: [{ level: 'tinh' }, { level: 'huyen' }, { level: 'xa' }],
  })),
  ...{ targets: [], tasks: [], forms: [] },
});

const LAST = '2024-12';
const benTre = province('83', 'to-2025-06-30', 'ben-tre-2024', 2024);
const offered = benTre.agencies.filter(({ reports }) => reports);
const ledger = offered.map(({ code }) => handedIn(code, LAST));

async function into(
  span: RegisterSpan,
  theirs = benTre,
): Promise<{ vinhLong: Plan; preview: ImportPreview }> {
  const vinhLong = province('86', span, 'vinh-long-2025', 2025);
  const desk = await readDesk(new MemoryWorkbook(emptyWorkbook(writePlan(vinhLong))));
  const sheets = [...writePlan(theirs), ...writeLedger(theirs, ledger)];
  const read = previewImport(desk, { name: 'ben-tre.xlsx', workbook: emptyWorkbook(sheets) });
  if (!read.ok) throw new Error(read.refusal.code);
  return { vinhLong, preview: read.value };
}

const cameFrom = ({ enters }: ImportPreview) =>
  new Map(enters.map(({ hash, agency }) => [hash.split(' ')[0], agency]));

it.each(['across-2025', 'from-2025-07-01'] as const)(
  'every office that enters a register %s is the same by name, of its time, and every other waits',
  async (span) => {
    const { vinhLong, preview } = await into(span);
    expect(preview.enters.length + preview.refused.length).toBe(offered.length);
    expect(preview.enters.length).toBeGreaterThan(10);
    for (const [from, to] of cameFrom(preview)) {
      const [was, is] = [findAgency(benTre, from)!, findAgency(vinhLong, to)!];
      expect([from, hasName(is, was.name)]).toEqual([from, true]);
      expect([from, isValidOn(is, '2024-12-31')]).toEqual([from, true]);
    }
  },
);

it('xã Bình Phú becomes what it was, where the register has it, and never phường Bến Tre', async () => {
  const across = await into('across-2025');
  expect(cameFrom(across.preview).get('28789')).toBe('28789-cu');
  expect(findAgency(across.vinhLong, '28789')!.name).toBe('Ủy ban nhân dân phường Bến Tre');
  const now = await into('from-2025-07-01');
  expect(cameFrom(now.preview).get('28789')).toBeUndefined();
  expect(now.preview.refused.map(({ said }) => said)).toContainEqual({
    refusal: {
      code: 'import-agency-contradicts',
      facts: { found: '28789', other: 'Ủy ban nhân dân xã Bình Phú' },
    },
  });
});

it('a name that is merely like another one is not the same, whatever the code', async () => {
  const like: Plan = {
    ...benTre,
    agencies: benTre.agencies.map((one) =>
      one.code === '28789' ? { ...one, name: 'Ủy ban nhân dân xã Bình Phúc', aliases: [] } : one,
    ),
  };
  const { preview } = await into('across-2025', like);
  expect(cameFrom(preview).get('28789')).toBeUndefined();
});
