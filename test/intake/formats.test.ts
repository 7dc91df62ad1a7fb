import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BookType } from '@e965/xlsx';
import { checkReceived } from '../../src/intake/check-received';
import { builtinPlan } from '../../src/domain/plan/builtin';
import { Form } from '../forms';
import { PRODUCERS, savedAs } from '../producers';

const plan = builtinPlan('tra-vinh-2024')!;
const options = { period: null, partial: false };
const form = () => Form.of('29461', '2024-03').fill().done('T1', '2024-03-05');
const check = (path: string, bytes: Uint8Array) => checkReceived(plan, path, bytes, options);

describe('the form of an agency says the same', () => {
  it.each(Object.keys(PRODUCERS))('saved by %s', async (producer) => {
    const original = await check('biểu.xlsx', await PRODUCERS['Tổng Hợp'](form().workbook));
    const checked = await check('biểu.xlsx', await PRODUCERS[producer](form().workbook));
    expect(checked.observations.length).toBeGreaterThan(20);
    expect(checked.observations).toEqual(original.observations);
    expect([checked.agency, checked.period, checked.findings.map((one) => one.code)]).toEqual([
      '29461',
      '2024-03',
      [],
    ]);
  });

  it.each<[BookType, string]>([
    ['biff8', '.xls'],
    ['xlsb', '.xlsb'],
    ['ods', '.ods'],
    ['xlml', 'XML 2003'],
  ])('saved as %s, and is said to have been %s', async (type, format) => {
    const original = await check('biểu.xlsx', await PRODUCERS['Tổng Hợp'](form().workbook));
    // Whatever it is called: what it is stands in it.
    for (const path of ['biểu.xls', 'biểu.xlsx', 'biểu (1).tmp.doc']) {
      const checked = await check(path, await savedAs(form().workbook, type));
      expect(checked.findings.map((one) => [one.code, one.severity, one.facts])).toEqual([
        ['file-converted', 'fixed', { format }],
      ]);
      expect(checked.observations).toEqual(original.observations);
    }
  });

  it.each(['<s>120</s>130', '120<sup>1</sup>', '<DEL class="x">120</DEL><b>130</b>', '120<br>130'])(
    'a web page with %s in a figure asks which number is meant',
    async (typed) => {
      const filled = form().type('K01', 'numerator', 'Ở ĐÂY');
      const page = new TextDecoder()
        .decode(await savedAs(filled.workbook, 'html'))
        .replace(/>Ở ĐÂY</, `>${typed}<`);
      const checked = await check(
        'biểu.xls',
        new TextEncoder().encode(page.replace(/ data-v="Ở ĐÂY"/, '')),
      );
      const read = checked.observations.find(
        (one) => one.code === 'K01' && one.measure === 'numerator',
      );
      expect([read?.value, read?.state]).toEqual([null, 'undecided']);
    },
  );

  it('as a web page named .xls, or as lines of text, it still tells who, when, and its indicators', async () => {
    for (const [type, format] of [
      ['html', 'HTML'],
      ['csv', '.csv'],
      ['txt', '.csv'],
    ] as const) {
      const checked = await check('biểu.xls', await savedAs(form().workbook, type));
      expect([checked.agency, checked.period]).toEqual(['29461', '2024-03']);
      expect(checked.findings.find((one) => one.code === 'file-converted')?.facts).toEqual({
        format,
      });
      const figures = checked.observations.filter(
        (one) => one.of === 'indicator' && one.measure === 'numerator',
      );
      expect(figures.length).toBeGreaterThan(3);
      expect(figures.every((one) => one.value === 45 && one.state === 'ok')).toBe(true);
    }
  });
});

describe('an .xls with a password', () => {
  const file = () => new Uint8Array(readFileSync(join(__dirname, 'files/default-password.xls')));

  it('that Excel gave it itself is read as any other', async () => {
    const checked = await check('biểu.xls', file());
    expect(checked.findings.map((one) => one.code)).toEqual(['file-converted']);
    expect([checked.agency, checked.period, checked.verdict]).toEqual(['SNV', '2024-03', 'clean']);
    expect(checked.observations.slice(0, 2).map(({ value }) => value)).toEqual([8, 17]);
  });

  it('of somebody’s stays shut', async () => {
    const bytes = file();
    // Another salt: the default password no longer passes the file's own check.
    const pass = bytes.findIndex((_, at) =>
      [0x2f, 0, 54, 0, 1, 0].every((byte, index) => bytes[at + index] === byte),
    );
    bytes[pass + 12] ^= 1;
    expect((await check('biểu.xls', bytes)).findings.map((one) => one.code)).toEqual([
      'file-encrypted',
    ]);
  });

  it('cut anywhere is damaged or shut, never a fault of ours', async () => {
    for (let length = 512; length < file().length; length += 4096) {
      const [found] = (await check('biểu.xls', file().slice(0, length))).findings;
      expect(['file-damaged', 'file-encrypted', 'file-not-a-workbook', 'file-no-form']).toContain(
        found.code,
      );
    }
  });
});

describe('what lies in a folder besides workbooks is named for what it is', () => {
  const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  it.each<[string, Uint8Array, string]>([
    ['quét.xlsx', bytes('%PDF-1.7'), 'file-scan'],
    ['ảnh từ Zalo', bytes('\xff\xd8\xff\xe0..JFIF'), 'file-scan'],
    ['thư.xlsx', bytes('Kính gửi Văn phòng, xin gửi báo cáo'), 'file-not-a-workbook'],
    ['chương trình.xlsx', bytes('MZ\x90\0\x03\0\0\0\x04'), 'file-not-a-workbook'],
    ['gói.xlsx', bytes('Rar!\x1a\x07\x01\0'), 'file-archive'],
    ['gói.7z', bytes("7z\xbc\xaf'\x1c\0\x04"), 'file-archive'],
    [
      'công văn.xls',
      bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + [...'WordDocument'].join('\0')),
      'file-not-a-workbook',
    ],
    ['rỗng.xlsx', new Uint8Array(), 'file-empty'],
  ])('%s', async (path, content, code) => {
    const checked = await check(path, content);
    expect([checked.verdict, checked.findings.map((one) => one.code)]).toEqual([
      'unreadable',
      [code],
    ]);
  });
});

describe('a .csv saved without the letters of Vietnamese', () => {
  const csv = async () => Buffer.from(await savedAs(form().workbook, 'csv')).toString('utf8');
  const ansi = (text: string) => Buffer.from(text.replace(/[^\u0000-\u00ff]/g, '?'), 'latin1');

  it('is named as such: not as a form without its table', async () => {
    const checked = await check('biểu.csv', new Uint8Array(ansi(await csv())));
    expect([checked.verdict, checked.accepted]).toEqual(['errors', 'none']);
    expect(checked.findings.map(({ code }) => code)).toEqual(['letters-lost', 'file-converted']);
  });

  it('is none where the letters stand, or somebody asks a question', async () => {
    const checked = await check('biểu.csv', new Uint8Array(Buffer.from(await csv(), 'utf8')));
    expect(checked.findings.map(({ code }) => code)).not.toContain('letters-lost');
    const asking = form();
    for (const code of ['K01', 'K02', 'K03'])
      if (asking.has(code)) asking.type(code, 'note', 'Số này có đúng không?');
    const asked = await check('biểu.xlsx', await PRODUCERS['Tổng Hợp'](asking.workbook));
    expect(asked.findings.map(({ code }) => code)).not.toContain('letters-lost');
  });
});
