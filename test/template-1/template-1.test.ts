import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFile } from '../../src/app/check-file';
import { consolidatePeriod } from '../../src/app/consolidate-period';
import { takeIn } from '../../src/app/take-in';
import { periodOf } from '../../src/domain/period/period';
import { askedAgencies } from '../../src/domain/plan/assigned';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { BUILTIN_FORMS } from '../../src/domain/plan/builtin-forms';
import type { Plan } from '../../src/domain/plan/plan';
import { checkHere } from '../../src/intake/check-here';
import { cellName, parseCell } from '../../src/workbook/address';
import type { Workbook } from '../../src/workbook/workbook';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { insertRow } from '../defects/drift';
import { Form } from '../forms';

/**
 * Forms of format 1 (“TH1/…”), as the last version that issued them wrote and filled them
 * (SỐ LIỆU MẪU), and what that version read in them. They are taken in for ever.
 */
const FILES = join(__dirname, 'files');
const EXPECTED = JSON.parse(readFileSync(join(FILES, 'expected.json'), 'utf8')) as Record<
  string,
  {
    agency: string;
    period: string;
    accepted: string;
    findings: unknown[];
    observations: Record<string, unknown>;
  }
>;
const ktxh = builtinPlan('ktxh-mau-2026')!;

function planOf(file: string): Plan {
  if (file.startsWith('cchc')) return builtinPlan('cchc-mau-2026')!;
  if (file.startsWith('vinh-chap'))
    return { ...builtinPlan('vinh-chap-2024')!, forms: [BUILTIN_FORMS[0]] as Plan['forms'] };
  return ktxh;
}

describe('a form of format 1', () => {
  it.each(readdirSync(FILES).filter((name) => name.endsWith('.xlsx')))('%s', (name) => {
    const read = readWorkbook(readFileSync(join(FILES, name)));
    if (!read.ok) throw new Error(read.refusal.code);
    const file = checked(planOf(name), name, read.value);
    const { agency, period, accepted } = file;
    expect({
      ...{ agency, period, accepted },
      findings: file.findings.map(({ code, sheet, cell }) => [code, sheet, cell]),
      observations: Object.fromEntries(
        file.observations.map(({ of, code, row, measure, sheet, cell, value, raw, state }) => [
          [of, code, row, measure].filter(Boolean).join(' ') + ` ${sheet}!${cell}`,
          [value, raw, state],
        ]),
      ),
    }).toEqual(EXPECTED[name]);
  });
});

function checked(plan: Plan, name: string, workbook: Workbook) {
  const opened = { ok: true as const, value: { workbook, converted: null } };
  return checkFile(plan, name, name, opened, { period: null, partial: false });
}

it('a form of format 1 that no longer says what it is is read by where its headings stand', () => {
  const name = '2026-01_X01_uy-ban-nhan-dan-xa-mau-mot.xlsx';
  const read = readWorkbook(readFileSync(join(FILES, name)));
  if (!read.ok) throw new Error(read.refusal.code);
  read.value.properties.clear();
  read.value.names.clear();
  for (const sheet of read.value.sheets)
    for (const cells of sheet.rows.values())
      for (const cell of cells.values())
        if (typeof cell.value === 'string' && cell.value.includes('TH1/')) cell.value = null;
  const file = checked(ktxh, name, read.value);
  expect(file.findings.map(({ code }) => code)).toEqual(['identity-restored']);
  expect(file.observations.map(({ value, cell }) => [value, cell])).toEqual([
    [5, 'H12'],
    [6, 'H14'],
    [114, 'H16'],
    [114, 'I16'],
  ]);
});

it('a figure typed under Tử in a form of now, as in those before, is understood', () => {
  const form = new Form(ktxh, 'X01', '2026-01');
  const { sheet, row } = form.row('OCOP');
  const parts = [...sheet.rows.get(4)!].find(([, { value }]) => value === 'Tử')![0];
  sheet.put(row, parts, 4);
  form.type('TUYEN', 'numerator', 5);
  form.type('DVC', 'numerator', 30).type('DVC', 'denominator', 40);
  const file = checked(ktxh, form.fileName, form.workbook);
  expect(file.findings).toEqual([]);
  expect(file.observations.map(({ code, measure, value }) => [code, measure, value])).toEqual([
    ['OCOP', 'value', 4],
    ['TUYEN', 'value', 5],
    ['DVC', 'numerator', 30],
    ['DVC', 'denominator', 40],
  ]);
});

/** So much is said in February and in March, each time in the form that is issued now. */
const SAID: Record<string, readonly [number, number]> = {
  GRDP: [6.5, 7.25],
  KTS: [20, 29],
  THU: [400, 450.5],
  PAR: [9, 8],
  PAPI: [44, 45],
  OCOP: [3, 4],
  VIPHAM: [5, 6],
  TUYEN: [5, 6],
};

describe('a quarter whose January came in forms of format 1', () => {
  it('is one quarter: what adds is added over both, what stands is the last', async () => {
    const forms = askedAgencies(ktxh, periodOf('2026-02')).flatMap(({ code }) =>
      ['2026-02', '2026-03'].map((month, index) => {
        const form = new Form(ktxh, code, month);
        for (const [indicator, said] of Object.entries(SAID))
          if (form.has(indicator)) form.type(indicator, 'numerator', said[index]);
        if (form.has('DVC')) form.type('DVC', 'numerator', 30).type('DVC', 'denominator', 40);
        return form;
      }),
    );
    const [first] = forms;
    expect(first.workbook.properties.get('TongHop.MaBieu')).toMatch(/^TH2\//);
    const january = readdirSync(FILES)
      .filter((name) => /^2026-01_(?!bieu-chung)/.test(name))
      .map((name) => [name, readFileSync(join(FILES, name))] as const);
    const later = await Promise.all(
      forms.map(
        async ({ fileName, workbook }) => [fileName, await writeWorkbook(workbook)] as const,
      ),
    );
    const files = [...january, ...later].map(([path, bytes]) => ({
      ...{ path, modified: null, size: bytes.length },
      bytes: async () => new Uint8Array(bytes),
    }));
    const drop = { period: null, partial: false, received: '2026-04-01', upTo: null, run: 'tay' };
    const taken = await takeIn(ktxh, [], files, checkHere, drop, {
      cancelled: false,
      step: () => undefined,
    });
    expect(taken.files.filter(({ accepted }) => accepted !== 'all')).toEqual([]);
    const { result } = consolidatePeriod(ktxh, taken.ledger, periodOf('2026-Q1'), {
      acceptIncomplete: false,
      asOf: null,
    });
    const of = (code: string) => result.indicators.find((one) => one.code === code)!;
    // January: 595,13 tỷ; 7 vụ; the last month's standing figures are March's.
    expect(of('THU').value).toBe(595.13 + 400 + 450.5);
    expect(of('VIPHAM').value).toBe(7 + 5 + 6);
    expect(['GRDP', 'KTS', 'PAR', 'PAPI'].map((code) => of(code).value)).toEqual([7.25, 29, 8, 45]);
    expect([of('DVC').numerator, of('DVC').denominator]).toEqual([
      114 + 36 + 154 + 3 * (30 + 30),
      114 + 37 + 161 + 3 * (40 + 40),
    ]);
    expect(of('OCOP').value).toBe(3 * (5 + 3 + 4));
    expect([of('TUYEN').unitsMet, of('TUYEN').unitsJudged]).toEqual([3, 3]);
  });
});

describe('a form of format 2 whose counts stand under “Kết quả”', () => {
  const counts = () => new Form(ktxh, 'X01', '2026-01').fill();
  const name = '2026-01_X01_uy-ban-nhan-dan-xa-mau-mot.xlsx';
  const read = (workbook: Workbook) => checked(ktxh, name, workbook);
  const figures = (workbook: Workbook) =>
    read(workbook)
      .observations.filter(({ state }) => state === 'ok')
      .map(({ code, measure, value }) => [code, measure, value]);

  it('is not read without that heading', () => {
    const form = counts();
    expect(figures(form.workbook).length).toBeGreaterThan(0);
    for (const cells of form.workbook.sheets[0].rows.values())
      for (const cell of cells.values()) if (cell.value === 'Kết quả') cell.value = 'Khác';
    const { accepted, findings } = read(form.workbook);
    const codes = findings.flatMap(({ code, severity }) => (severity === 'error' ? [code] : []));
    expect([accepted, codes]).toEqual(['none', ['column-missing']]);
  });

  it('is read by its own format where a blank sheet of the first stands before it', () => {
    const form = counts();
    const old = readWorkbook(readFileSync(join(FILES, name)));
    if (!old.ok) throw new Error(old.refusal.code);
    const [blank] = old.value.sheets;
    const inputs = new Set(['H12', 'H14', 'H16', 'I16']);
    for (const [row, cells] of blank.rows)
      for (const [column, cell] of cells) if (inputs.has(cellName(row, column))) cell.value = null;
    blank.name = 'Biểu chỉ tiêu (cũ)';
    const alone = figures(form.workbook);
    const both = { ...form.workbook, sheets: [blank, ...form.workbook.sheets] };
    expect(figures(both)).toEqual(alone);
  });

  it('is read by its own headings where it no longer says what it is and rows were put in above', () => {
    for (const rows of [1, 4, 5, 6]) {
      const form = counts();
      const before = figures(form.workbook);
      loseIdentity(form.workbook);
      for (const sheet of form.workbook.sheets)
        for (let count = 0; count < rows; count++) insertRow(sheet, 2);
      expect([rows, figures(form.workbook)]).toEqual([rows, before]);
    }
  });

  describe('where its sender typed a formula under it', () => {
    const withFormula = (formula: string, value: number) => {
      const form = counts();
      for (const code of ['OCOP', 'TUYEN'])
        Object.assign(form.row(code).cell('numerator')!, { formula, value });
      return form;
    };

    it('two sheets that say different things are asked for', () => {
      const [form, other] = [withFormula('20+25', 45), withFormula('20+27', 47)];
      const { sheet } = other.row('OCOP');
      sheet.name = 'Biểu chỉ tiêu (2)';
      const both = { ...form.workbook, sheets: [...form.workbook.sheets, sheet] };
      expect(read(both).findings.map(({ code }) => code)).toContain('sheet-duplicate');
    });

    it('its column is not hidden unseen', () => {
      const form = withFormula('20+25', 45);
      const { sheet, place } = form.row('OCOP');
      const { column } = parseCell(place('numerator').cell)!;
      sheet.hiddenColumns.add(column);
      const file = read(form.workbook);
      expect(file.findings.map(({ code }) => code)).toEqual(['hidden-figures']);
      const states = file.observations.map(({ code, state }) => `${code} ${state}`);
      expect(states).toContain('OCOP undecided');
    });

    it('a form with nothing else in it is not blank', () => {
      const form = new Form(ktxh, 'X01', '2026-01');
      Object.assign(form.row('DVC').cell('ratio')!, { formula: '9*9', value: 81 });
      const codes = read(form.workbook).findings.map(({ code }) => code);
      expect(codes).toContain('ratio-without-parts');
      expect(codes).not.toContain('form-blank');
    });
  });
});

function loseIdentity(workbook: Workbook): void {
  workbook.properties.clear();
  workbook.names.clear();
  for (const sheet of workbook.sheets)
    for (const cells of sheet.rows.values())
      for (const cell of cells.values())
        if (typeof cell.value === 'string' && /TH[12]\//.test(cell.value)) cell.value = null;
}
