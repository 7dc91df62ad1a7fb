import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { Sheet } from '../../src/workbook/sheet';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { scratch, tonghop, validated, type Ran } from './tonghop';

const folder = scratch();
afterAll(folder.remove);
const run = (...args: string[]): Ran => tonghop(folder.path, ...args);

interface FileJson {
  file: string;
  verdict: string;
  agency: string | null;
  period: string | null;
  version: number;
  accepted: string;
  findings: { code: string; cell: string | null; message: string }[];
  observations: { indicator?: string; measure: string; value: unknown }[];
}
interface ConsolidationJson {
  expected: number;
  received: number;
  accepted: number;
  missing: string[];
  returned: string[];
  files: FileJson[];
  indicators: {
    code: string;
    numerator: number;
    denominator: number;
    value: number;
    reported: number;
    status: string;
  }[];
  tasks: { code: string; assigned: number; done: number; status: string }[];
}

async function save(form: Form, dir: string, name = form.fileName): Promise<void> {
  mkdirSync(join(folder.path, dir), { recursive: true });
  writeFileSync(join(folder.path, dir, name), await writeWorkbook(form.workbook));
}

beforeAll(() => {
  for (const id of ['tra-vinh-2024', 'vinh-chap-2024']) {
    expect(run('plan', id, '--out', `${id}.xlsx`)).toMatchObject({ code: 0 });
  }
});

describe('plans and plan', () => {
  it('check-plan says what is doubtful in a plan, where, and whether something has to be mended', () => {
    const checked = (id: string) => {
      run('plan', id, '--out', `${id}.xlsx`);
      const { code, out } = run('check-plan', `${id}.xlsx`, '--json', '-');
      const json = validated<{
        findings: { row: string; code: string; severity: string; sheet: string; cell: string }[];
      }>('check-plan', out);
      return { code, findings: json.findings };
    };
    const { code, findings } = checked('tra-cu-2023');
    expect(code).toBe(1);
    expect(
      findings
        .filter(({ severity }) => severity === 'error')
        .map((one) => [one.row, one.code, one.sheet]),
    ).toEqual([['K08', 'plan-operator-contradicts', 'Mức giao']]);
    expect(findings.every(({ sheet, cell }) => sheet !== null && cell !== null)).toBe(true);
    // Doubts alone are no errors.
    expect(checked('vinh-chap-2024').code).toBe(0);
    const { out, code: plain } = run('check-plan', 'tra-cu-2023.xlsx');
    expect(plain).toBe(1);
    expect(out).toMatch(
      /^Cần xác nhận 14; điểm cần xem lại \(theo văn bản\) 17; để biết 3\.\n {2}- Cần xác nhận: \[Mức giao\] K08: Ô [A-Z]\d+: /,
    );
    expect(run('check-plan', 'tra-cu-2023.xlsx', 'thừa')).toMatchObject({ code: 2 });
    expect(run('check-plan', 'khong-co.xlsx')).toMatchObject({ code: 2 });
  });

  it('lists the built-in plans, id first', () => {
    const { code, out } = run('plans', '--json', 'plans.json');
    expect(code).toBe(0);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => line.split(/\s/)[0]),
    ).toEqual([
      ...['tra-vinh-2024', 'vinh-long-2023', 'tra-cu-2023', 'vinh-chap-2024', 'hai-duong-2024'],
      // Made up, to try the product with.
      ...['ktxh-mau-2026', 'cchc-mau-2026'],
    ]);
    const { plans } = validated<{ plans: object[] }>(
      'plans',
      readFileSync(join(folder.path, 'plans.json'), 'utf8'),
    );
    expect(plans[0]).toMatchObject({
      id: 'tra-vinh-2024',
      year: 2024,
      indicators: 7,
      tasks: 14,
      agencies: 132,
    });
  });

  it('writes the same bytes each time', () => {
    run('plan', 'tra-vinh-2024', '--out', 'again.xlsx');
    const [one, two] = ['tra-vinh-2024.xlsx', 'again.xlsx'].map((name) =>
      readFileSync(join(folder.path, name)),
    );
    expect(one.equals(two)).toBe(true);
  });
});

describe('templates', () => {
  it('writes a form for every section of Vĩnh Chấp, named by period, code and name', () => {
    expect(
      run('templates', 'vinh-chap-2024.xlsx', '--period', '2024-03', '--out', 'bieu'),
    ).toMatchObject({ code: 0 });
    expect(readdirSync(join(folder.path, 'bieu')).sort()).toEqual([
      '2024-03_MC_bo-phan-mot-cua.xlsx',
      '2024-03_TPHT_tu-phap-ho-tich.xlsx',
      '2024-03_VP_van-phong-ubnd-xa.xlsx',
    ]);
  });

  it('carries the identity in four places and opens only inputs', () => {
    const read = readWorkbook(
      readFileSync(join(folder.path, 'bieu', '2024-03_MC_bo-phan-mot-cua.xlsx')),
    );
    if (!read.ok) throw new Error(read.refusal.code);
    const { properties, names, sheets } = read.value;
    const identity = properties.get('TongHop.MaBieu')!;
    expect(identity).toMatch(/^TH2\/vinh-chap-2024\/[0-9a-f]{8}\/MC\/2024-03$/);
    expect(names.get('TongHop_MaBieu')).toBe(`"${identity}"`);
    const meta = sheets.find((sheet) => sheet.name === '_TongHop')!;
    expect(meta.visibility).toBe('veryHidden');
    expect(meta.value(1, 1)).toBe(identity);
    expect(sheets[0].value(1, 1)).toBe(`Mã biểu: ${identity}`);
    expect(sheets.every((sheet) => sheet.isProtected)).toBe(true);
    const open = new Set<number>();
    for (const cells of sheets[0].rows.values()) {
      for (const [column, cell] of cells) if (cell.style?.unlocked) open.add(column);
    }
    // Tử, Mẫu and the note; the result and lũy kế are locked formulas.
    expect([...open].sort((a, b) => a - b)).toEqual([5, 6, 9]);
    expect(sheets[0].validations).not.toHaveLength(0);
  });

  it('for some agencies only', () => {
    const args = [
      'templates',
      'tra-vinh-2024.xlsx',
      '--period',
      '2024-Q1',
      '--out',
      'hai',
      '--agency',
      'SNV',
      '29461',
    ];
    expect(run(...args)).toMatchObject({ code: 0 });
    expect(readdirSync(join(folder.path, 'hai'))).toEqual([
      '2024-Q1_29461_ubnd-thi-tran-tra-cu.xlsx',
      '2024-Q1_SNV_snv.xlsx',
    ]);
  });
});

describe('check', () => {
  it('says where and why, validated, and exits 1 for an error', async () => {
    await save(Form.of('29461', '2024-03').fill(), 'nop');
    await save(Form.of('SNV', '2024-03').fill().type('K01', 'numerator', 61), 'nop');
    const { code, out } = run(
      'check',
      'tra-vinh-2024.xlsx',
      'nop/2024-03_29461_ubnd-thi-tran-tra-cu.xlsx',
      'nop/2024-03_SNV_snv.xlsx',
      '--json',
      '-',
    );
    expect(code).toBe(1);
    const { files } = validated<{ files: FileJson[] }>('check', out);
    expect(files.map((file) => [file.agency, file.period, file.verdict])).toEqual([
      ['29461', '2024-03', 'clean'],
      ['SNV', '2024-03', 'errors'],
    ]);
    expect(files[1].findings).toEqual([
      {
        code: 'numerator-exceeds-denominator',
        severity: 'error',
        sheet: 'Biểu chỉ tiêu',
        cell: 'F8',
        message: 'Ô F8: tử số (61) lớn hơn mẫu số (60). Đề nghị kiểm tra cả hai số.',
        cause: null,
      },
    ]);
  });

  it('a sound file exits 0; English on request', () => {
    const file = 'nop/2024-03_29461_ubnd-thi-tran-tra-cu.xlsx';
    expect(run('check', 'tra-vinh-2024.xlsx', file).code).toBe(0);
    const english = run('check', 'tra-vinh-2024.xlsx', 'nop/2024-03_SNV_snv.xlsx', '--lang', 'en');
    expect(english.out).toContain('Cell F8: the numerator (61) exceeds the denominator (60).');
  });

  it('refuses a form of another period when one is asked for', () => {
    const { code, out } = run(
      'check',
      'tra-vinh-2024.xlsx',
      'nop/2024-03_SNV_snv.xlsx',
      '--period',
      '2024-02',
      '--json',
      '-',
    );
    expect(code).toBe(1);
    expect(validated<{ files: FileJson[] }>('check', out).files[0].findings[0].code).toBe(
      'other-period',
    );
  });
});

describe('consolidate', () => {
  it('9500/10000 and 10/40 give 94,72%, not the mean of 95% and 25%', async () => {
    await save(
      Form.of('SNV', '2024-03')
        .fill()
        .type('K07', 'numerator', 9500)
        .type('K07', 'denominator', 10000),
      'hai-nop',
    );
    await save(
      Form.of('STP', '2024-03').fill().type('K07', 'numerator', 10).type('K07', 'denominator', 40),
      'hai-nop',
    );
    const args = [
      '--period',
      '2024-03',
      '--in',
      'hai-nop',
      '--out',
      'hai.xlsx',
      '--received',
      '2024-03-18',
      '--json',
      '-',
    ];
    const { code, out } = run('consolidate', 'tra-vinh-2024.xlsx', ...args);
    expect(code).toBe(0);
    const result = validated<ConsolidationJson>('consolidate', out);
    expect(result).toMatchObject({ expected: 132, received: 2, accepted: 2, returned: [] });
    expect(result.missing).toHaveLength(130);
    expect(result.missing).toEqual([...result.missing].sort());
    const k07 = result.indicators.find((one) => one.code === 'K07')!;
    expect(k07).toMatchObject({
      numerator: 9510,
      denominator: 10040,
      reported: 2,
      status: 'incomplete',
    });
    expect(k07.value).toBeCloseTo(94.7211155378, 9);
  });

  it('judges n/N only when the person says so', () => {
    const args = [
      '--period',
      '2024-03',
      '--in',
      'hai-nop',
      '--out',
      'hai.xlsx',
      '--accept-incomplete',
      '--json',
      '-',
    ];
    const { out } = run('consolidate', 'tra-vinh-2024.xlsx', ...args);
    const statuses = validated<ConsolidationJson>('consolidate', out).indicators.map((one) => [
      one.code,
      one.status,
    ]);
    expect(statuses).toContainEqual(['K07', 'not-met']);
    expect(statuses).toContainEqual(['K01', 'not-due']);
    const october = run('consolidate', 'tra-vinh-2024.xlsx', ...args, '--as-of', '2024-10-14');
    expect(validated<ConsolidationJson>('consolidate', october.out).indicators[0].status).toBe(
      'not-met',
    );
  });

  it('last month’s form used again does not count, and the other months of a workbook are entries of their own', async () => {
    await save(Form.of('SNV', '2024-02').fill(), 'thang-hai');
    const into = (period: string, dir: string) => [
      '--period',
      period,
      '--in',
      dir,
      '--out',
      'nham.xlsx',
      '--ledger',
      'nham-so.xlsx',
      '--received',
      '2024-02-16',
    ];
    expect(run('consolidate', 'tra-vinh-2024.xlsx', ...into('2024-02', 'thang-hai')).code).toBe(0);
    await save(Form.of('SNV', '2024-02').fill(47, 61), 'thang-ba', 'thang-3.xlsx');
    const three = Form.of('29236', '2024-03').fill();
    for (const code of ['29239', '29242'])
      for (const sheet of Form.of(code, '2024-03').fill().workbook.sheets) {
        const moved = new Sheet(`${sheet.name} (${code})`);
        for (const [row, cells] of sheet.rows) moved.rows.set(row, cells);
        three.workbook.sheets.push(moved);
      }
    await save(three, 'thang-ba', 'ba-phuong.xlsx');
    // A form as it was issued is no report of its agency.
    await save(Form.of('STP', '2024-03'), 'thang-ba', 'trong.xlsx');
    const { code, out } = run(
      'consolidate',
      'tra-vinh-2024.xlsx',
      ...into('2024-03', 'thang-ba'),
      '--json',
      '-',
    );
    expect(code).toBe(1);
    const result = validated<ConsolidationJson>('consolidate', out);
    expect(result.files.map(({ file, agency, accepted }) => [file, agency, accepted])).toEqual([
      ['thang-ba/ba-phuong.xlsx', '29236', 'all'],
      ['thang-ba/ba-phuong.xlsx', '29239', 'all'],
      ['thang-ba/ba-phuong.xlsx', '29242', 'all'],
      ['thang-ba/thang-3.xlsx', 'SNV', 'none'],
      ['thang-ba/trong.xlsx', 'STP', 'none'],
    ]);
    expect([result.files[4].verdict, result.files[4].findings[0].code]).toEqual([
      'errors',
      'form-blank',
    ]);
    expect(result.files[3].findings.map((one) => one.code)).toEqual(['accepted-period-again']);
    expect([result.accepted, ...['SNV', 'STP'].map((one) => result.missing.includes(one))]).toEqual(
      [3, true, true],
    );
    // February is as it was, and the same file handed in for February corrects it.
    const february = (dir: string) => {
      const args = [...into('2024-02', dir), '--json', '-'];
      return validated<ConsolidationJson>(
        'consolidate',
        run('consolidate', 'tra-vinh-2024.xlsx', ...args).out,
      );
    };
    const sum = (one: ConsolidationJson) =>
      one.indicators.find((row) => row.code === 'K01')!.numerator;
    expect(sum(february('thang-hai'))).toBe(45);
    expect(sum(february('thang-ba'))).toBe(47);
  });

  it('a broken, a foreign and a doubled file each have their row, and the rest are consolidated', () => {
    cpSync(join(folder.path, 'hai-nop'), join(folder.path, 'lan-lon'), { recursive: true });
    const good = readFileSync(join(folder.path, 'hai-nop', '2024-03_SNV_snv.xlsx'));
    const put = (name: string, bytes: Uint8Array | string) =>
      writeFileSync(join(folder.path, 'lan-lon', name), bytes);
    put('bản sao.xlsx', good);
    put('cắt.xlsx', good.subarray(0, good.length / 2));
    put('quét.pdf', '%PDF-1.4');
    put('khác.xlsx', zipSync({ 'a.txt': new Uint8Array([65]) }));
    put('~$khóa.xlsx', 'x');
    const args = [
      '--period',
      '2024-03',
      '--in',
      'lan-lon',
      '--out',
      'r.xlsx',
      '--received',
      '2024-03-18',
      '--json',
      '-',
    ];
    const { code, out } = run('consolidate', 'tra-vinh-2024.xlsx', ...args);
    expect(code).toBe(1);
    const { files, received } = validated<ConsolidationJson>('consolidate', out);
    expect(received).toBe(2);
    expect(files.map((file) => [file.file, file.findings[0]?.code ?? null])).toEqual([
      ['lan-lon/2024-03_SNV_snv.xlsx', null],
      ['lan-lon/2024-03_STP_stp.xlsx', null],
      ['lan-lon/bản sao.xlsx', 'duplicate-file'],
      ['lan-lon/cắt.xlsx', 'file-damaged'],
      ['lan-lon/khác.xlsx', 'file-not-a-workbook'],
      ['lan-lon/quét.pdf', 'file-scan'],
    ]);
  });

  it('takes submissions out of the .zip they came in, and gives each its path within', async () => {
    const bytes = (name: string) =>
      new Uint8Array(readFileSync(join(folder.path, 'hai-nop', name)));
    const archive = zipSync({
      'Sở Nội vụ/biểu.xlsx': bytes('2024-03_SNV_snv.xlsx'),
      'Sở Nội vụ/~$biểu.xlsx': new Uint8Array(4),
      '__MACOSX/._biểu.xlsx': new Uint8Array(4),
      'Sở Tư pháp.xlsx': bytes('2024-03_STP_stp.xlsx'),
    });
    mkdirSync(join(folder.path, 'nen'));
    writeFileSync(join(folder.path, 'nen', 'tháng 3.zip'), archive);
    const args = [
      '--period',
      '2024-03',
      '--in',
      'nen',
      '--out',
      'nen.xlsx',
      '--received',
      '2024-03-14',
      '--json',
      '-',
    ];
    const { code, out } = run('consolidate', 'tra-vinh-2024.xlsx', ...args);
    expect(code).toBe(0);
    const { files, accepted } = validated<ConsolidationJson>('consolidate', out);
    expect(accepted).toBe(2);
    expect(files.map((file) => file.file)).toEqual([
      'nen/tháng 3.zip/Sở Nội vụ/biểu.xlsx',
      'nen/tháng 3.zip/Sở Tư pháp.xlsx',
    ]);
  });

  it('its own plan, ledger and report may lie in the folder of what was received, run after run', async () => {
    await save(Form.of('SNV', '2024-03').fill(), 'chung');
    cpSync(join(folder.path, 'tra-vinh-2024.xlsx'), join(folder.path, 'chung', 'plan.xlsx'));
    const args = [
      '--period',
      '2024-03',
      '--in',
      'chung',
      '--out',
      'chung/r.xlsx',
      '--ledger',
      'chung/so.xlsx',
      '--json',
      '-',
    ];
    for (let time = 0; time < 2; time++) {
      const { code, out } = run(
        'consolidate',
        'chung/plan.xlsx',
        ...args,
        '--received',
        '2024-03-18',
      );
      expect(code).toBe(0);
      expect(
        validated<ConsolidationJson>('consolidate', out).files.map((file) => file.file),
      ).toEqual(['chung/2024-03_SNV_snv.xlsx']);
    }
  });
});

describe('what people filled in is never written over', () => {
  it('a filled form stays when forms are issued again into its folder', async () => {
    const name = '2024-03_TPHT_tu-phap-ho-tich.xlsx';
    await save(Form.of('TPHT', '2024-03', 'vinh-chap-2024').fill(), 'bieu');
    const before = readFileSync(join(folder.path, 'bieu', name));
    expect(
      run('templates', 'vinh-chap-2024.xlsx', '--period', '2024-03', '--out', 'bieu'),
    ).toMatchObject({ code: 2 });
    expect(readFileSync(join(folder.path, 'bieu', name)).equals(before)).toBe(true);
  });
});

describe('a wrong word gets one line saying what is allowed, and exit 2', () => {
  beforeAll(async () => {
    await save(Form.of('SNV', '2024-02').fill(), 'so');
    const [period, from, to] = ['2024-02', 'so', 'so.xlsx'];
    const args = ['--period', period, '--in', from, '--out', 'so-r.xlsx', '--ledger', to];
    run('consolidate', 'tra-vinh-2024.xlsx', ...args);
    expect(existsSync(join(folder.path, to))).toBe(true);
  });

  it.each<[string[], RegExp]>([
    [
      ['plan', 'xyz', '--out', 'x.xlsx'],
      /“xyz”.*tra-vinh-2024, vinh-long-2023, tra-cu-2023, vinh-chap-2024, hai-duong-2024/,
    ],
    [['plan', 'tra-vinh-2024'], /--out/],
    [['plan', 'tra-vinh-2024', '--out', 'không/có/x.xlsx'], /thư mục/],
    [['templates', 'tra-vinh-2024.xlsx', '--period', '2024-13', '--out', 'd'], /2024-13.*2024-Q1/],
    [
      ['templates', 'tra-vinh-2024.xlsx', '--period', '2024-H1', '--out', 'd'],
      /2024-H1.*2024-01, /,
    ],
    [['templates', 'tra-vinh-2024.xlsx', '--period', '2023-03', '--out', 'd'], /2023-03/],
    [
      ['templates', 'tra-vinh-2024.xlsx', '--period', '2024-03', '--out', 'd', '--agency', 'ABC'],
      /ABC/,
    ],
    [['templates', 'không-có.xlsx', '--period', '2024-03', '--out', 'd'], /không-có\.xlsx/],
    [['check', 'nop/2024-03_SNV_snv.xlsx', 'nop/2024-03_SNV_snv.xlsx'], /Kế hoạch/],
    [['check', 'tra-vinh-2024.xlsx'], /tệp biểu/],
    [['check', 'tra-vinh-2024.xlsx', 'không-có.xlsx'], /không-có\.xlsx/],
    [
      [
        'consolidate',
        'tra-vinh-2024.xlsx',
        '--period',
        '2025-03',
        '--in',
        'nop',
        '--out',
        'r.xlsx',
      ],
      /2025-03.*2024-03/,
    ],
    [
      [
        'consolidate',
        'tra-vinh-2024.xlsx',
        '--period',
        '2024-03',
        '--in',
        'không',
        '--out',
        'r.xlsx',
      ],
      /không/,
    ],
    [
      [
        'consolidate',
        'tra-vinh-2024.xlsx',
        '--period',
        '2024-03',
        '--in',
        'nop',
        '--out',
        'r.xlsx',
        '--received',
        '18/3',
      ],
      /2024-03-18/,
    ],
    [['consolidate', 'tra-vinh-2024.xlsx', '--perod', '2024-03'], /--perod.*--period/],
    [
      [
        'consolidate',
        'vinh-chap-2024.xlsx',
        '--period',
        '2024-03',
        '--in',
        'nop',
        '--out',
        'r.xlsx',
        '--ledger',
        'so.xlsx',
      ],
      /tra-vinh-2024/,
    ],
    [['plans', '--period', '2024-03'], /--json/],
    [['plans', 'thừa'], /thừa/],
    [['plans', '--json', 'không/có.json'], /thư mục/],
    [['plan', 'tra-vinh-2024', '--out', 'vinh-chap-2024.xlsx'], /ghi đè/],
    [
      ['check', 'tra-vinh-2024.xlsx', 'nop/2024-03_SNV_snv.xlsx', '--ledger', 'sai-tên.xlsx'],
      /sai-tên\.xlsx/,
    ],
    [
      [
        'consolidate',
        'tra-vinh-2024.xlsx',
        '--period',
        '2024-03',
        '--ledger',
        'sai-tên.xlsx',
        '--out',
        'r.xlsx',
      ],
      /sai-tên/,
    ],
    [
      [
        'consolidate',
        'tra-vinh-2024.xlsx',
        '--period',
        '2024-03',
        '--in',
        'nop',
        '--out',
        'tra-vinh-2024.xlsx',
      ],
      /hai lần/,
    ],
    [
      [
        'consolidate',
        'tra-vinh-2024.xlsx',
        '--period',
        '2024-03',
        '--in',
        'nop',
        '--out',
        'vinh-chap-2024.xlsx',
      ],
      /ghi đè/,
    ],
    [
      [
        'consolidate',
        'tra-vinh-2024.xlsx',
        '--period',
        '2024-03',
        '--in',
        'nop',
        '--out',
        'm.xlsx',
        '--ledger',
        'm.xlsx',
      ],
      /hai lần/,
    ],
    [['plan', 'xyz', '--out', 'x.xlsx', '--lang', 'en'], /There is no plan/],
    [['làm-gì-đó'], /plans, plan, templates, check, check-plan, consolidate/],
  ])('%j', (args, message) => {
    const { code, out, err } = run(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toMatch(message);
    expect(existsSync(join(folder.path, 'd'))).toBe(false);
  });
});
