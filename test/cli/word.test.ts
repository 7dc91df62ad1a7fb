import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { formatNumber } from '../../src/text/number';
import { readWorkbook } from '../../src/xlsx/read/workbook';
import { readWord } from '../../src/xlsx/word/read';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { runsOf as p, template, W } from '../word-files';
import { scratch, tonghop, validated } from './tonghop';

/** The report in Word from the command line, and the office's own template. */
const folder = scratch();
afterAll(folder.remove);
const PLAN = 'vinh-chap-2024';
const run = (...args: string[]) => tonghop(folder.path, ...args);
const path = (name: string) => join(folder.path, name);
const words = (...more: string[]) => [
  ...['consolidate', 'plan.xlsx', '--period', '2024-03', '--in', 'nop', '--received', '2024-03-18'],
  ...more,
];

interface Figures {
  indicators: {
    code: string;
    value: number;
    numerator: number;
    denominator: number;
    status: string;
  }[];
}

beforeAll(async () => {
  run('plan', PLAN, '--out', 'plan.xlsx');
  mkdirSync(path('nop'));
  for (const agency of ['MC', 'TPHT', 'VP'])
    writeFileSync(
      path(`nop/${agency}.xlsx`),
      await writeWorkbook(Form.of(agency, '2024-03', PLAN).fill(27, 41).workbook),
    );
});

it('consolidate --word writes the report, made anew only where nobody has worked in it', () => {
  const made = run(...words('--out', 'r.xlsx', '--word', 'b.docx', '--json', 'r.json'));
  expect(made.err).toContain('Đã ghi báo cáo Word vào b.docx.');
  const bytes = new Uint8Array(readFileSync(path('b.docx')));
  const read = readWord(bytes);
  if (!read.ok) throw new Error(read.refusal.code);
  const text = read.value.sheets
    .flatMap(({ rows }) =>
      [...rows.values()].flatMap((cells) => [...cells.values()].map(({ value }) => String(value))),
    )
    .join('\n');
  const { indicators } = validated<Figures>('consolidate', readFileSync(path('r.json'), 'utf8'));
  const told = indicators.filter(
    ({ value, denominator }) => value !== null && denominator !== null,
  );
  expect(told.length).toBeGreaterThan(5);
  for (const { value, numerator, denominator } of told)
    expect(text).toContain(
      `${formatNumber(value)}% (${formatNumber(numerator)}/${formatNumber(denominator)})`,
    );
  // Somebody works in it: every program then says when.
  const parts = unzipSync(bytes);
  parts['docProps/core.xml'] = strToU8(
    strFromU8(parts['docProps/core.xml']).replaceAll('2024-01-01T', '2026-01-01T'),
  );
  writeFileSync(path('b.docx'), zipSync(parts));
  const again = run(...words('--out', 'r.xlsx', '--word', 'b.docx'));
  expect(again.code).toBe(2);
  expect(again.err).toContain('“b.docx” đã có');
});

it('consolidate --print-set writes the annexes alone, as values', async () => {
  const made = run(...words('--out', 'p.xlsx', '--print-set', 'in.xlsx'));
  expect(made.err).toContain('in.xlsx');
  const read = readWorkbook(new Uint8Array(readFileSync(path('in.xlsx'))));
  if (!read.ok) throw new Error(read.refusal.code);
  const { sheets } = read.value;
  expect(sheets.map(({ name }) => name.replace(/ 2024.*/, ''))).toEqual(
    expect.arrayContaining(['Chỉ tiêu', 'Nhiệm vụ']),
  );
  expect(
    sheets.every(
      ({ visibility, page }) => visibility === 'visible' && page?.printArea !== undefined,
    ),
  ).toBe(true);
  const cells = sheets.flatMap(({ rows }) =>
    [...rows.values()].flatMap((row) => [...row.values()]),
  );
  expect(cells.filter(({ formula }) => formula !== undefined)).toEqual([]);
});

it('word-fields lists what a template may ask for, and what a given one asks for in vain', () => {
  writeFileSync(
    path('mau.docx'),
    template(p('{{K0', '1.giatri}} {{K99.giatri}}') + p('{{neu du}}') + p('{{hết}}')),
  );
  const listed = run('word-fields', 'plan.xlsx', '--word-template', 'mau.docx', '--json', '-');
  expect(listed.code).toBe(1);
  expect(listed.err).toContain('không có trường “K99.giatri”');
  const json = validated<{
    fields: { name: string; kind: string }[];
    template: { fields: string[]; unknown: string[] };
  }>('word-fields', listed.out);
  expect(json.fields).toContainEqual(
    expect.objectContaining({ name: 'NQ01-6.1.giatri', kind: 'text' }),
  );
  expect(json.template).toEqual({
    fields: ['K01.giatri', 'K99.giatri', 'neu du', 'hết'],
    unknown: ['K99.giatri'],
    torn: [],
  });
});

it('--word-template fills the fields of a template wherever they stand, and leaves everything else to the byte', () => {
  const header = `<?xml version="1.0"?><w:hdr xmlns:w="${W}">${p('Kỳ: {{', 'k', 'y}}')}</w:hdr>`;
  const theme = '<a:theme xmlns:a="x">{{K01.giatri}}</a:theme>';
  const box = `<w:p><w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:txbxContent>${p('{{K01.', 'danhgia}}')}</w:txbxContent></mc:Choice></mc:AlternateContent></w:r><w:r><w:t>cạnh khung</w:t></w:r></w:p>`;
  const body =
    p('Kết quả: {{K01', '.Giá tr', 'ị}}% ({{K01.tu}}/{{K01.mau}}) &amp; hết') +
    `<w:tbl><w:tr><w:tc>${p('{{K02.giatri}}')}</w:tc></w:tr></w:tbl>` +
    box +
    p('{{bang:chi-tieu}}') +
    p('{{neu K01.khongdat}}') +
    p('K01 không đạt') +
    p('{{het}}') +
    p('{{neu khong K01.khongdat}}') +
    p('K01 đạt') +
    p('{{het}}') +
    p('A{{neu du}}, đủ{{het}}{{neu không du}}, thiếu {{sodonvi}}{{het}}.') +
    p('{{la}} và {{bang:chi-tieu}} và {{neu du}}') +
    '<w:sectPr/>';
  const given = template(body, { 'word/header1.xml': header, 'word/theme/theme1.xml': theme });
  writeFileSync(path('mau.docx'), given);
  const ran = run(
    ...words(
      '--out',
      'r.xlsx',
      '--word',
      'm.docx',
      '--word-template',
      'mau.docx',
      '--json',
      'r.json',
    ),
  );
  expect(ran.code).toBe(1);
  for (const said of ['không có trường “la”', '“bang:chi-tieu” là bảng', '“neu du” chưa đủ cặp'])
    expect(ran.err).toContain(said);
  const { indicators } = JSON.parse(readFileSync(path('r.json'), 'utf8')) as Figures;
  const [k01, k02] = ['K01', 'K02'].map((code) => indicators.find((one) => one.code === code)!);
  const parts = unzipSync(new Uint8Array(readFileSync(path('m.docx'))));
  const text = strFromU8(parts['word/document.xml']);
  const lines = text.split('</w:p>').map((line) => line.replace(/<[^>]*>/g, ''));
  expect(lines).toEqual(
    expect.arrayContaining([
      `Kết quả: ${formatNumber(k01.value)}% (${k01.numerator}/${k01.denominator}) &amp; hết`,
      formatNumber(k02.value),
      'cạnh khung',
      '{{la}} và {{bang:chi-tieu}} và {{neu du}}',
    ]),
  );
  const isNotMet = k01.status === 'not-met';
  expect(lines.filter((line) => line.startsWith('K01 '))).toEqual([
    isNotMet ? 'K01 không đạt' : 'K01 đạt',
  ]);
  expect(lines.find((line) => line.startsWith('A'))).toMatch(/^A(, đủ|, thiếu \d+)\.$/);
  expect(text.match(/<w:tbl>/g)).toHaveLength(2);
  expect(text).toContain('<w:proofErr w:type="spellStart"/>');
  expect(strFromU8(parts['word/header1.xml'])).toContain('Kỳ: tháng 3 năm 2024');
  const before = unzipSync(given);
  for (const name of ['word/theme/theme1.xml', '[Content_Types].xml', '_rels/.rels'])
    expect(Buffer.from(parts[name]).equals(Buffer.from(before[name]))).toBe(true);
});

it('a template that is none is refused before any work is done', () => {
  writeFileSync(path('khac.docx'), 'không phải Word');
  const ran = run(...words('--out', 'x.xlsx', '--word', 'x.docx', '--word-template', 'khac.docx'));
  expect(ran).toMatchObject({
    code: 2,
    err: expect.stringContaining('“khac.docx” không phải tệp Word .docx'),
  });
});
