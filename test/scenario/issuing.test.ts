import { checkFile } from '../../src/app/check-file';
import { issueCommonForm, issueTemplates } from '../../src/app/issue-templates';
import { unpack } from '../../src/intake/unpack';
import { builtinPlan, BUILTIN_PLANS } from '../../src/domain/plan/builtin';
import { BUILTIN_FORMS } from '../../src/domain/plan/builtin-forms';
import { findAgency, scheduledPeriods, type Plan } from '../../src/domain/plan/plan';
import { periodOf } from '../../src/domain/period/period';
import { coveringList, coveringListName } from '../../src/domain/template/covering-list';
import { pickerText } from '../../src/domain/template/identity';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';

const base = builtinPlan('tra-cu-2023')!;
/** The first indicator is the district offices' alone. */
const plan: Plan = {
  ...base,
  indicators: base.indicators.map((one, index) =>
    index === 0 ? { ...one, filledBy: [{ level: 'huyen' }] } : one,
  ),
  forms: [BUILTIN_FORMS[0]] as Plan['forms'],
};
const PERIOD = '2023-Q3';
const COMMUNE = plan.agencies.find(({ level }) => level === 'xa')!.code;

/** The common form, filled by the sender of one agency. */
function common(agency: string | null): Form {
  const issued = issueCommonForm(plan, PERIOD);
  if (!issued.ok) throw new Error(issued.refusal.code);
  const form = new Form(plan, COMMUNE, PERIOD);
  Object.assign(form, { workbook: issued.value.make(), fileName: issued.value.fileName });
  if (agency !== null) form.workbook.sheets[0].put(2, 2, agency);
  return form;
}

async function check(form: Form) {
  const read = readWorkbook(await writeWorkbook(form.workbook));
  if (!read.ok) throw new Error(read.refusal.code);
  const opened = { ok: true as const, value: { workbook: read.value, converted: null } };
  return checkFile(plan, form.fileName, form.fileName, opened, { period: null, partial: false });
}

describe('one form for all', () => {
  it('is read by the agency its sender picked, and asks what that agency is given', async () => {
    const form = common(pickerText(findAgency(plan, COMMUNE)!)).fill();
    for (const { key } of plan.forms[0].rows)
      form.typeStat('II.06a', key, [0, 0, 0, 0, 0, 0, 0, 0]);
    const file = await check(form);
    expect([file.agency, file.period, file.verdict]).toEqual([COMMUNE, PERIOD, 'clean']);
    const own = await check(
      new Form(plan, COMMUNE, PERIOD).fill().typeStat('II.06a', '1', [0, 0, 0, 0, 0, 0, 0, 0]),
    );
    const asked = (one: typeof file) =>
      new Set(one.observations.map(({ of, code }) => `${of} ${code}`));
    expect(asked(file)).toEqual(asked(own));
  });

  it('an agency that was not picked, or is none of the list, is asked for at its cell', async () => {
    const found = async (agency: string | null) =>
      (await check(common(agency))).findings.map(({ code, cell }) => `${code} ${cell}`);
    expect(await found(null)).toEqual(['agency-not-picked C3']);
    expect(await found('Xã Nào Đó')).toEqual(['unknown-agency C3']);
    const { name } = findAgency(plan, COMMUNE)!;
    expect((await check(common(name))).agency).toBe(COMMUNE);
    expect(await found('99999 – Xã Không Có')).toEqual(['unknown-agency C3']);
  });

  it('a row of others that was filled all the same is said and not counted', async () => {
    const other = plan.indicators[0];
    const form = common(pickerText(findAgency(plan, COMMUNE)!));
    form.type(other.code, 'numerator', 5);
    const file = await check(form);
    expect(file.findings.map(({ code }) => code)).toContain('row-unassigned');
    expect(file.observations.map(({ code }) => code)).not.toContain(other.code);
  });

  it('lists every reporting agency once, and the rows of each', () => {
    const meta = common(null).workbook.sheets.at(-1)!;
    const listed = [...meta.rows].flatMap(([row, cells]) =>
      row >= 10 && cells.has(3) ? [String(cells.get(3)!.value)] : [],
    );
    const issued = issueTemplates(plan, PERIOD, [], null);
    expect(listed.sort()).toEqual(
      issued.ok && issued.value.map(({ agency }) => pickerText(agency)).sort(),
    );
  });
});

it('the covering list names every form that goes out, and is nobody’s submission', async () => {
  const issued = issueTemplates(plan, PERIOD, [], null);
  if (!issued.ok) throw new Error(issued.refusal.code);
  const list = coveringList(plan, periodOf(PERIOD), issued.value).sheets[0];
  const files = [...list.rows.values()]
    .map((cells) => cells.get(3)?.value)
    .filter((text) => /xlsx$/.test(String(text)));
  expect(files).toEqual(issued.value.map(({ fileName }) => fileName));
  const name = coveringListName(periodOf(PERIOD));
  expect(
    await unpack([
      { path: `đã gửi/${name}`, modified: null, size: 1, bytes: async () => new Uint8Array(1) },
    ]),
  ).toEqual({ files: [], skipped: [`đã gửi/${name}`] });
});

it.each(BUILTIN_PLANS.map((one) => [one.id, one] as const))(
  '%s has a form for all in every period',
  (_, one) => {
    for (const { id } of scheduledPeriods(one)) {
      const issued = issueCommonForm(one, id);
      if (!issued.ok) throw new Error(issued.refusal.code);
      const [meta, ...sheets] = [...issued.value.make().sheets].reverse();
      expect(sheets.length).toBeGreaterThan(0);
      expect(meta.value(10, 3)).toMatch(/^\S+ – /);
    }
  },
);
