import { takeIn } from '../../src/app/take-in';
import { consolidatePeriod } from '../../src/app/consolidate-period';
import { consolidationJson } from '../../src/cli/output';
import type {
  ConsolidationOptions,
  IndicatorResult,
} from '../../src/domain/consolidation/consolidation';
import { periodOf } from '../../src/domain/period/period';
import type { Indicator, Plan, Target } from '../../src/domain/plan/plan';
import type { Submission } from '../../src/domain/submission/submission';
import { reportFacts } from '../../src/domain/written-report/facts';
import { indicatorSentence, writtenReport } from '../../src/locale/written-report';
import { checkHere } from '../../src/intake/check-here';
import { formatNumber, readNumber } from '../../src/text/number';
import { writeDocument } from '../../src/word/write';
import { openZip } from '../../src/xlsx/read/zip';
import { readWord } from '../../src/xlsx/word/read';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { Form } from '../forms';
import { handedIn } from '../handed-in';
import { smallPlan } from '../small-plan';

/**
 * The report in Word, read back as anybody reads it: every figure is the JSON's, and no verdict is
 * its own.
 */

const AGENCIES = ['SNV', '842', '29461'];
const small = smallPlan('tra-vinh-2024', AGENCIES);
const target = (
  indicator: string,
  operator: Target['operator'],
  value: number | null,
  more = {},
): Target => ({
  ...{ indicator, level: null, agency: null, raw: '', operator, value, confirmed: true },
  ...more,
});
/** One indicator for each way an indicator can stand. */
const plan: Plan = {
  ...small,
  indicators: small.indicators.map((one) =>
    one.code === 'K05' ? { ...one, assess: 'at-deadline' } : { ...one, assess: 'every-period' },
  ),
  targets: [
    target('K01', '=', 100),
    target('K02', '>=', 20),
    target('K03', 'increase', null),
    target('K04', '<=', 50),
    target('K05', '>=', 80),
    target('K06', '>=', 30, { confirmed: false }),
    target('K07', '>=', 60, { level: 'tinh' }),
    target('K07', '>=', 90, { level: 'huyen' }),
    target('K07', '>=', 50, { level: 'xa' }),
  ],
};

async function ledgerOf(forms: Form[]): Promise<Submission[]> {
  const files = await Promise.all(
    forms.map(async (form) => {
      const bytes = await writeWorkbook(form.workbook);
      return { path: form.fileName, modified: null, size: bytes.length, bytes: async () => bytes };
    }),
  );
  const drop = { period: null, partial: false, received: '2024-03-20', upTo: null, run: 'tay' };
  return (
    await takeIn(plan, [], files, checkHere, drop, { cancelled: false, step: () => undefined })
  ).ledger;
}

interface Written {
  indicators: IndicatorResult[];
  lines: string[];
  table: string[][];
  of(code: string): string;
}

async function written(
  ledger: readonly Submission[],
  id: string,
  given: Partial<ConsolidationOptions> = {},
) {
  const options = { acceptIncomplete: false, asOf: null, ...given };
  const { result, context } = consolidatePeriod(plan, ledger, periodOf(id), options);
  const bytes = await writeDocument(writtenReport(reportFacts(context)));
  const json = consolidationJson(
    result,
    [],
    [],
    { remarks: [], submissions: ledger },
    'vi',
  ) as Written;
  const zip = openZip(bytes, Infinity);
  const part = (path: string) => {
    const entry = zip.entries.find(({ name }) => name === path);
    return entry ? new TextDecoder().decode(zip.inflate(entry, Infinity)) : '';
  };
  const read = readWord(bytes);
  if (!read.ok) throw new Error(read.refusal.code);
  const rows = read.value.sheets.flatMap((sheet) =>
    [...sheet.rows]
      .sort(([a], [b]) => a - b)
      .map(([, cells]) => [...cells.values()].map(({ value }) => String(value))),
  );
  const lines = rows.filter((row) => row.length === 1).map(([line]) => line);
  const table = rows.filter((row) => row.length >= 5 && row[0] !== 'STT');
  const name = (code: string) => plan.indicators.find((one) => one.code === code)!.name.slice(1);
  const order = plan.indicators.map(({ code }) => code);
  const own = lines.filter(
    (line) => line.startsWith('- ') && order.some((code) => line.includes(name(code))),
  );
  return {
    indicators: json.indicators,
    lines,
    table,
    of: (code: string) => own[order.indexOf(code)],
    part,
  };
}

const filled = (period: string, numerator: number, denominator = 40, agencies = AGENCIES) =>
  agencies.map((agency) => new Form(plan, agency, period).fill(numerator, denominator));

/** The numbers of a text as an office writes them. */
function numbersIn(text: string): number[] {
  return (text.match(/\d[\d.]*(,\d+)?/g) ?? []).map((found) => {
    const read = readNumber(found.replace(/[.,]$/, ''), { counted: !found.includes(',') });
    if (read.kind !== 'number') throw new Error(found);
    return read.value;
  });
}

describe('the report in Word', () => {
  /** January and February alike, March a little different at each. */
  let quarter: Submission[];
  beforeAll(async () => {
    quarter = await ledgerOf([
      ...filled('2024-01', 10),
      ...filled('2024-02', 20),
      ...filled('2024-03', 27, 41, ['SNV', '842']),
      new Form(plan, '29461', '2024-03').fill(31, 43).type('K07', 'numerator', 12),
    ]);
  });

  it('says of every indicator what the JSON says, and has no figure of its own', async () => {
    const { indicators, of, table } = await written(quarter, '2024-03');
    for (const [index, own] of indicators.entries()) {
      const { numerator, denominator, value, previous, targets, levels, reported, expected } = own;
      const figures = [value, ...levels.map((level) => level.value)].flatMap((one) => one ?? []);
      const known = [
        ...[numerator, denominator, reported, expected],
        ...levels.flatMap((level) => [level.numerator, level.denominator]),
        ...targets.map((one) => one.value),
        ...figures.map((one) => Number(one.toFixed(2))),
        ...figures.flatMap((one) =>
          targets.map((asked) => Number(Math.abs(one - (asked.value ?? 0)).toFixed(2))),
        ),
        previous && value !== null ? Number(Math.abs(value - previous.value!).toFixed(2)) : null,
      ];
      const said = of(own.code).slice(
        of(own.code).lastIndexOf(': ') < 0 ? 0 : plan.indicators[index].name.length + 4,
      );
      expect({
        code: own.code,
        unknown: numbersIn(said).filter((one) => !known.includes(one)),
      }).toEqual({
        code: own.code,
        unknown: [],
      });
      expect(said).toContain(
        `${formatNumber(value!)}% (${formatNumber(numerator!, 6)}/${formatNumber(denominator!, 6)})`,
      );
      expect(table[index]).toContain(formatNumber(value!));
    }
  });

  it('has a sentence of its own for each way an indicator can stand', async () => {
    const { of, lines } = await written(quarter, '2024-03');
    // 85 of 125, and 60 of 120 in the month before.
    expect(of('K01')).toMatch(
      /: đạt 68% \(85\/125\), thấp hơn mức giao 32 điểm phần trăm \(mức giao 100%, không đạt\); tăng 18 điểm phần trăm so với tháng trước\.$/,
    );
    expect(of('K02')).toContain('cao hơn mức giao 48 điểm phần trăm (mức giao tối thiểu 20%, đạt)');
    expect(of('K03')).toContain('đạt 68% (85/125), đạt mức giao (tăng so với kỳ trước); tăng 18');
    expect(of('K04')).toContain(
      'cao hơn mức giao 18 điểm phần trăm (mức giao tối đa 50%, không đạt)',
    );
    expect(of('K05')).toMatch(/chưa đến hạn đánh giá \(mức giao tối thiểu 80%\)/);
    expect(of('K05')).not.toMatch(/không đạt|thấp hơn/);
    expect(of('K06')).toMatch(/mức giao cần xác nhận nên chưa đánh giá/);
    expect(of('K07')).toMatch(
      /cấp tỉnh đạt 65,85% \(27\/41\), cao hơn mức giao 5,85.*cấp xã đạt 27,91% \(12\/43\), thấp hơn/,
    );
    expect(lines).toContain(
      'Có 3/3 đơn vị được tiếp nhận báo cáo (đã nộp 3 đơn vị); trong đó: quá hạn 3.',
    );
  });

  it('judges nothing that is not whole, says how much there is, and names who is missing once', async () => {
    const ledger = await ledgerOf([
      ...filled('2024-01', 10, 40, ['SNV', '842']),
      new Form(plan, 'SNV', '2024-02').fill(20, 40).type('K01', 'numerator', '-'),
      ...filled('2024-02', 20, 40, ['842']),
    ]);
    const { of, lines } = await written(ledger, '2024-02');
    const name = (code: string) => plan.agencies.find((one) => one.code === code)!.name;
    expect(of('K01')).toMatch(
      new RegExp(
        `chưa đủ số liệu để đánh giá \\(1/3 lượt báo cáo; còn thiếu của 1 đơn vị chưa báo cáo hoặc bị trả lại và của ${name('SNV')}\\); theo số liệu đã tiếp nhận là 50% \\(20/40\\)\\.$`,
      ),
    );
    expect(of('K01')).not.toMatch(/không đạt|tăng|giảm/);
    expect(lines).toContain(`Chưa báo cáo 1 đơn vị: ${name('29461')}.`);
    const closed = await written(ledger, '2024-02', { acceptIncomplete: true });
    expect(closed.of('K02')).toMatch(
      /đạt 50% .*\(tháng trước chưa đủ số liệu: 2\/3 lượt báo cáo\); kỳ được chốt với 2\/3 lượt báo cáo\.$/,
    );
  });

  it('draws its percentages and who handed in, with the JSON’s numbers and in words', async () => {
    const { indicators, part } = await written(quarter, '2024-03');
    const xml = [1, 2].map((number) => part(`word/charts/chart${number}.xml`));
    const seriesOf = (chart: string) =>
      chart
        .split('<c:ser>')
        .slice(1)
        .map((one) => {
          const literal = (name: string) => [
            ...one
              .split(`<c:${name}>`)[1]
              .split(`</c:${name}>`)[0]
              .matchAll(/<c:v>([^<]*)<\/c:v>/g),
          ];
          return [literal('strLit'), literal('numLit')].map((all) => all.map(([, said]) => said));
        });
    const [handedIn, results] = xml.map(seriesOf);
    expect(handedIn.map(([, values]) => values)).toEqual([
      ['1', '1', '1'],
      ['0', '0', '0'],
      ['0', '0', '0'],
    ]);
    const known = indicators.filter(
      ({ code, value }) =>
        value !== null && plan.indicators.some((one) => one.code === code && one.unit === '%'),
    );
    expect(results[0][1].map(Number).sort()).toEqual(known.map(({ value }) => value!).sort());
    const document = part('word/document.xml');
    expect(document).not.toContain('\ue000');
    expect([...document.matchAll(/<c:chart [^>]*r:id="(\w+)"/g)].map(([, id]) => id)).toEqual([
      'rIdChart1',
      'rIdChart2',
    ]);
    expect(document).toContain('đã tiếp nhận 1, trả lại hoặc chưa đủ 0, chưa nộp 0');
    const links = part('word/_rels/document.xml.rels');
    for (const at of [1, 2]) expect(links).toContain(`Target="charts/chart${at}.xml"`);
  });

  it('stays a document whatever a name is made of', async () => {
    const bytes = await writeDocument({
      title: 'Thử',
      blocks: [
        {
          ...{ kind: 'chart', shape: 'bar', format: '0', height: 40 },
          title: 'Tên\u0001 & <b> \ue0001\ue000',
          description: '“Tên”\u000b "x"',
          categories: ['a\u0002b'],
          series: [{ name: 'c\ufffe', values: [1] }],
        },
      ],
    });
    const zip = openZip(bytes, Infinity);
    const parts = zip.entries.map((entry) =>
      new TextDecoder().decode(zip.inflate(entry, Infinity)),
    );
    // XML 1.0, production 2: no control characters but tab and the ends of lines.
    for (const xml of parts)
      expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ue000\ufffe\uffff]/);
    expect(parts.join('')).toContain('<c:v>ab</c:v>');
  });

  it('a result that only rounds to its target is not said to be at it', async () => {
    const agencies = ['SNV'];
    const ledger = await ledgerOf([...filled('2024-01', 99_999, 100_000, agencies)]);
    const { of } = await written(ledger, '2024-01', { acceptIncomplete: true });
    expect(of('K01')).toContain(
      'thấp hơn mức giao 0,001 điểm phần trăm (mức giao 100%, không đạt)',
    );
  });

  it('says nobody reported where nobody did, and that nothing occurred where nothing did', async () => {
    const ledger = await ledgerOf([...filled('2024-01', 0, 0)]);
    expect((await written(ledger, '2024-01')).of('K07')).toMatch(/: không phát sinh trong kỳ\.$/);
    const other = await written(ledger, '2024-02');
    expect(other.of('K07')).toMatch(/: chưa có số liệu báo cáo \(0\/3 lượt báo cáo\)\.$/);
    expect(other.lines).toContain('Tổng số 7 chỉ tiêu: chưa báo cáo 7.');
  });

  it('gives the same bytes for the same ledger', async () => {
    const { context } = consolidatePeriod(plan, quarter, periodOf('2024-01'), {
      acceptIncomplete: false,
      asOf: null,
    });
    const once = () => writeDocument(writtenReport(reportFacts(context)));
    const [first, second] = [await once(), await once()];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });
});

describe('a rank in the report', () => {
  const rank: Indicator = {
    ...{ ...small.indicators[0], code: 'PAR', kind: 'rank', partOfWhole: false },
    ...{
      name: 'Xếp hạng Chỉ số cải cách hành chính',
      unit: 'Thứ hạng',
      filledBy: [{ agency: 'SNV' }],
    },
    ...{
      numerator: { name: 'Thứ hạng', unit: 'Thứ hạng' },
      denominator: null,
      assess: 'every-period',
    },
  };
  const told = (period: string, value: number) => {
    const at = { sheet: 'Biểu chỉ tiêu', cell: 'H8', state: 'ok', raw: String(value) } as const;
    const figure = { of: 'indicator', code: 'PAR', measure: 'value', value } as const;
    return handedIn('SNV', period, { observations: [{ ...figure, ...at }] });
  };
  it.each([
    ['<=', 20, 12, 'xếp hạng 12, tốt hơn mức giao 8 bậc (mức giao từ hạng 20 trở lên, đạt)'],
    ['<=', 10, 12, 'xếp hạng 12, kém hơn mức giao 2 bậc (mức giao từ hạng 10 trở lên, không đạt)'],
    ['=', 1, 12, 'xếp hạng 12, kém hơn mức giao 11 bậc (mức giao hạng 1, không đạt)'],
  ] as const)(
    'is a place, of which the first is the best: %s %s',
    (operator, asked, value, said) => {
      const own: Plan = {
        ...{ ...small, indicators: [rank], tasks: [], forms: [] },
        targets: [target('PAR', operator, asked)],
      };
      const ledger = [told('2024-02', 15), told('2024-03', value)];
      const { context } = consolidatePeriod(own, ledger, periodOf('2024-03'), {
        acceptIncomplete: false,
        asOf: null,
      });
      const [facts] = reportFacts(context).indicators;
      expect(indicatorSentence(facts, periodOf('2024-03'))).toBe(
        `${said}; tăng 3 bậc so với tháng trước.`,
      );
    },
  );
});
