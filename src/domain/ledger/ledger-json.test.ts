import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import fc from 'fast-check';
import { builtinPlan } from '../plan/builtin';
import type { Finding } from '../finding/finding';
import type { Observation, Submission } from '../submission/submission';
import { ledgerCsv } from './ledger-csv';
import { readLedgerJson, writeLedgerJson } from './ledger-json';

const SCHEMA = join(__dirname, '../../../docs/schemas/ledger.schema.json');
const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));

const text = fc.string({ unit: 'binary', maxLength: 12 });
/** JSON has no number below zero that is zero. */
const figure = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const count = fc.nat(999);

const observation: fc.Arbitrary<Observation> = fc.record(
  {
    of: fc.constantFrom('indicator' as const, 'task' as const, 'form' as const),
    code: text,
    row: text,
    measure: text,
    value: fc.oneof(figure, text, fc.constant(null)),
    raw: text,
    sheet: text,
    cell: text,
    state: fc.constantFrom(
      'ok' as const,
      'undecided' as const,
      'withheld' as const,
      'not-applicable' as const,
    ),
  },
  { requiredKeys: ['of', 'code', 'measure', 'value', 'raw', 'sheet', 'cell', 'state'] },
);
const grounds = fc.record({ reason: text, document: text, who: text });
const submission: fc.Arbitrary<Submission> = fc.record(
  {
    hash: text,
    file: text,
    agency: text,
    period: fc.constantFrom('2024-03', '2024-Q1', '2023'),
    version: fc.integer({ min: 1, max: 99 }),
    received: fc.constantFrom('2024-03-18', null),
    late: fc.option(count),
    verdict: fc.constantFrom(
      'clean' as const,
      'warnings' as const,
      'errors' as const,
      'unreadable' as const,
    ),
    accepted: fc.constantFrom('all' as const, 'partial' as const, 'none' as const),
    sample: fc.boolean(),
    errors: count,
    warnings: count,
    run: text,
    observations: fc.array(observation, { maxLength: 3 }),
    explanations: fc.array(
      fc.record({ sheet: text, cell: text, label: text, code: text, text, who: text }),
      {
        maxLength: 2,
      },
    ),
    findings: fc.array(
      fc
        .record({
          sheet: fc.option(text),
          cell: fc.option(text),
          label: fc.option(text),
          given: fc.nat(),
        })
        .map(({ given, ...place }): Finding => ({
          code: 'ratio-without-parts',
          severity: 'warning',
          ...place,
          facts: { given },
          cause: null,
          reason: null,
        })),
      { maxLength: 2 },
    ),
    origin: fc.constantFrom('adjustment' as const, 'opening' as const),
    grounds,
    awaits: fc.constantFrom('all' as const, 'partial' as const),
    decision: fc.record({
      kind: fc.constantFrom('accepted' as const, 'returned' as const),
      submission: text,
      hash: text,
      reason: text,
      document: text,
      who: text,
      at: text,
    }),
  },
  {
    requiredKeys: [
      'hash',
      'file',
      'agency',
      'period',
      'version',
      'received',
      'late',
      'verdict',
      'accepted',
      'sample',
      'errors',
      'warnings',
      'run',
      'observations',
      'explanations',
    ],
  },
);

describe('the ledger as JSON', () => {
  it('is what its schema says, and the same when it is read back', () => {
    fc.assert(
      fc.property(text, fc.array(submission, { maxLength: 4 }), (plan, submissions) => {
        const written = writeLedgerJson({ plan, submissions });
        if (!validate(JSON.parse(written))) throw new Error(JSON.stringify(validate.errors));
        expect(readLedgerJson(written)).toEqual({ ok: true, value: { plan, submissions } });
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['{"version":1', '–'],
    ['[]', '–'],
    ['{"version":1,"plan":"x","submissions":{}}', 'submissions'],
    ['{"version":1,"plan":"x","submissions":[7]}', 'submissions[0]'],
    ['{"version":1,"plan":"x","submissions":[{"hash":1}]}', 'submissions[0].hash'],
  ])('%s is refused at its place', (given, place) => {
    expect(readLedgerJson(given)).toEqual({
      ok: false,
      refusal: { code: 'ledger-json-bad', facts: { place } },
    });
  });

  it('names the figure that is none, and a newer format', () => {
    const [one] = fc.sample(submission, { numRuns: 1, seed: 7 });
    const bad = {
      ...one,
      observations: [
        {
          indicator: 'K01',
          measure: 'value',
          value: [],
          raw: '',
          sheet: '',
          cell: '',
          state: 'ok',
        },
      ],
    };
    expect(
      readLedgerJson(JSON.stringify({ version: 1, plan: 'x', submissions: [bad] })),
    ).toMatchObject({
      refusal: { facts: { place: 'submissions[0].observations[0].value' } },
    });
    expect(readLedgerJson('{"version":2}')).toMatchObject({
      refusal: { code: 'ledger-newer-format' },
    });
  });
});

describe('the ledger as CSV', () => {
  it('says of each figure whose it is, what it is, and the cell it came from', () => {
    const own: Submission = {
      hash: 'ab12',
      file: 'đã nộp/=1.xlsx',
      agency: 'SNV',
      period: '2024-03',
      version: 2,
      received: '2024-03-18',
      late: 0,
      verdict: 'clean',
      accepted: 'none',
      awaits: 'all',
      sample: false,
      errors: 0,
      warnings: 0,
      run: 'lượt',
      explanations: [],
      observations: [
        {
          of: 'indicator',
          code: 'K07',
          measure: 'numerator',
          value: -1.5,
          raw: '-1,5',
          sheet: 'Biểu',
          cell: 'H12',
          state: 'ok',
        },
        {
          of: 'form',
          code: 'II.06a',
          row: '3',
          measure: '4',
          value: null,
          raw: '=x',
          sheet: 'Biểu',
          cell: 'D9',
          state: 'withheld',
        },
      ],
    };
    const lines = ledgerCsv(builtinPlan('tra-vinh-2024')!, [own]).slice(1).split('\r\n');
    expect(lines).toEqual([
      '"Mã bản nộp","Mã đơn vị","Đơn vị","Kỳ","Lần nộp","Ngày nhận","Tiếp nhận","Nguồn","Loại","Mã","Dòng","Số đo","Giá trị","Ghi trong tệp","Trang tính","Ô","Trạng thái","Tệp","Mã đối chiếu tệp"',
      `"SNV/2024-03/2","SNV","Sở Nội vụ","2024-03",2,"2024-03-18","Chờ chấp nhận","Tệp","Chỉ tiêu","K07",,"Tử số",-1.5,"'-1,5","Biểu","H12","Được tính","đã nộp/=1.xlsx","ab12"`,
      `"SNV/2024-03/2","SNV","Sở Nội vụ","2024-03",2,"2024-03-18","Chờ chấp nhận","Tệp","Biểu thống kê","II.06a","3","Cột (4)",,"'=x","Biểu","D9","Không được tính","đã nộp/=1.xlsx","ab12"`,
      '',
    ]);
  });
});
