import { builtinPlan } from '../domain/plan/builtin';
import type { Indicator, Plan, Target } from '../domain/plan/plan';
import { consolidatePeriod } from '../app/consolidate-period';
import { periodOf } from '../domain/period/period';
import { chartNames } from '../domain/report/drawn';
import { reportFacts } from '../domain/written-report/facts';
import type { TextDocument } from '../document/document';
import type { Submission } from '../domain/submission/submission';
import { handedIn } from '../../test/handed-in';
import { targetSaid, writtenReport } from './written-report';

const RANK = builtinPlan('ktxh-mau-2026')!.indicators.find(({ code }) => code === 'PAR')!;

type Asked = Pick<Target, 'operator' | 'value' | 'to'>;

describe('how many places a rank is to change', () => {
  const of: Indicator = { ...RANK, compared: 'last-year-difference' };
  it.each<[Asked, string]>([
    [{ operator: '<=', value: -2 }, 'tăng tối thiểu 2 bậc'],
    [{ operator: '<', value: -2 }, 'tăng trên 2 bậc'],
    [{ operator: '=', value: -2 }, 'tăng 2 bậc'],
    [{ operator: '>=', value: -2 }, 'tăng tối đa 2 bậc'],
    [{ operator: 'between', value: -5, to: -2 }, 'tăng từ 2 đến 5 bậc'],
    [{ operator: 'between', value: -5, to: 0 }, 'tăng từ 0 đến 5 bậc'],
    [{ operator: 'between', value: -5, to: 3 }, 'từ giảm 3 bậc đến tăng 5 bậc'],
    [{ operator: 'between', value: 1, to: 3 }, 'giảm từ 1 đến 3 bậc'],
    [{ operator: '<=', value: 3 }, 'giảm tối đa 3 bậc'],
    [{ operator: '<', value: 3 }, 'giảm dưới 3 bậc'],
    [{ operator: '>=', value: 3 }, 'giảm tối thiểu 3 bậc'],
    [{ operator: '<=', value: 0 }, 'giữ nguyên hoặc tăng bậc'],
    [{ operator: '>=', value: 0 }, 'giữ nguyên hoặc giảm bậc'],
    [{ operator: '<', value: 0 }, 'tăng bậc'],
    [{ operator: '>', value: 0 }, 'giảm bậc'],
    [{ operator: '=', value: 0 }, 'giữ nguyên bậc'],
  ])('%j is “%s”', (asked, said) => {
    expect(targetSaid(asked, of)).toBe(`${said} so với cùng kỳ năm trước`);
  });
});

it('a place itself is still a place', () => {
  expect(targetSaid({ operator: '<=', value: 10 }, RANK)).toBe('từ hạng 10 trở lên');
});

it('a share’s change is told in points, another’s in per cent', () => {
  const share: Indicator = { ...RANK, kind: 'count', unit: '%', compared: 'before-difference' };
  const asked: Asked = { operator: '>=', value: 2 };
  expect(targetSaid(asked, { ...share, numerator: { ...share.numerator, unit: '%' } })).toBe(
    'mức thay đổi so với kỳ trước tối thiểu 2 điểm phần trăm',
  );
});

function reportOf(plan: Plan, period: string, ledger: Submission[] = []): TextDocument {
  const options = { acceptIncomplete: false, asOf: null };
  const { context } = consolidatePeriod(plan, ledger, periodOf(period), options);
  return writtenReport(reportFacts(context));
}

function linesOf({ blocks }: TextDocument): string[] {
  return blocks.flatMap((block) =>
    'runs' in block ? [block.runs.map(({ text }) => text ?? '').join('')] : [],
  );
}

describe('read as the one who signs reads it', () => {
  const plan = builtinPlan('vinh-chap-2024')!;
  const report = (period: string) => reportOf(plan, period);

  it('a plan without indicators has no table of none', () => {
    const { blocks, ...rest } = reportOf(builtinPlan('cchc-mau-2026')!, '2026-Q1');
    const lines = linesOf({ blocks, ...rest });
    expect(lines).toContain('Kế hoạch không có chỉ tiêu.');
    expect(lines.filter((line) => /Tổng số 0|Kết quả từng chỉ tiêu/.test(line))).toEqual([]);
    expect(blocks.filter((block) => block.kind === 'table' && block.hasBorders)).toEqual([]);
  });

  it('what is to grow and has no figure before it is not said to be unreported', () => {
    const own = builtinPlan('vinh-long-2023')!;
    const grows = own.targets.find(({ operator }) => operator === 'increase')!;
    const indicator = own.indicators.find(({ code }) => code === grows.indicator)!;
    const [agency] = own.agencies;
    const small: Plan = {
      ...{
        ...own,
        indicators: [{ ...indicator, filledBy: [{ agency: agency.code }] }],
        targets: [grows],
      },
      ...{ agencies: [agency], tasks: [], forms: [] },
    };
    const at = { sheet: 'Chỉ tiêu', cell: 'H8', state: 'ok' } as const;
    const told = { of: 'indicator', code: indicator.code, ...at } as const;
    const form = handedIn(agency.code, '2023-Q1', {
      observations: [
        { ...told, measure: 'numerator', value: 48, raw: '48' },
        { ...told, measure: 'denominator', value: 50, raw: '50' },
      ],
    });
    expect(linesOf(reportOf(small, '2023-Q1', [form]))).toContainEqual(
      expect.stringMatching(
        /: đạt 96% \(48\/50\); chưa có số liệu quý trước để so sánh nên chưa đánh giá \(mức giao tăng so với kỳ trước\)\.$/,
      ),
    );
  });

  it('indicators that are called alike are told apart, also in a chart', () => {
    const own = builtinPlan('tra-vinh-2024')!;
    const name = chartNames(own.indicators);
    expect(name(own.indicators[2])).toBe('3. Cắt giảm ít nhất 20% chi phí tuân thủ TTHC');
    expect(new Set(own.indicators.map(name)).size).toBe(own.indicators.length);
  });

  it('a title names the year once', () => {
    expect(plan.name).toMatch(/ năm 2024$/);
    const about = 'Báo cáo kết quả thực hiện cải cách thủ tục hành chính trọng tâm';
    expect(report('2024-01').title).toBe(`${about} tháng 1 năm 2024`);
    expect(report('2024').title).toBe(`${about} năm 2024`);
  });

  it('a part is named with the row it is a part of, in the report and in its annex', () => {
    const named =
      'Tỷ lệ xử lý văn bản, hồ sơ công việc (trừ hồ sơ mật) trên môi trường mạng – Đối với UBND cấp xã';
    const { blocks, title } = report('2024-01');
    expect(linesOf({ blocks, title })).toContainEqual(
      expect.stringContaining(`- ${named}: chưa có số liệu`),
    );
    const { tables } = consolidatePeriod(plan, [], periodOf('2024-01'), {
      acceptIncomplete: false,
      asOf: null,
    });
    const texts = [...tables[0].rows.values()].map((cells) => `${cells.get(2)?.value}`);
    expect(texts).toContainEqual(expect.stringContaining(named));
    // What stands over several of them is no part of each one's name.
    expect(texts.filter((text) => text.startsWith('Nâng cao chất lượng'))).toEqual([]);
  });

  it('a plan that is called by what is to be done is not done twice', () => {
    const own = builtinPlan('tra-cu-2023')!;
    expect(own.name).toMatch(/^Triển khai, thực hiện /);
    const { title, blocks } = reportOf(own, '2023-Q3');
    expect(title).toMatch(/^Báo cáo kết quả triển khai, thực hiện Đề án .* quý III năm 2023$/);
    expect(linesOf({ title, blocks }).filter((line) => /thực hiện triển khai/.test(line))).toEqual(
      [],
    );
  });

  it('a section of the plan has no numeral beside those of the report', () => {
    const said = linesOf(report('2024-01'));
    const numerals = said.flatMap((line) => /^([IVX]+)\. /.exec(line)?.[1] ?? []);
    expect(numerals).toEqual(['I', 'II', 'III', 'IV', 'V', 'VI'].slice(0, numerals.length));
    expect(said).toContain('Những nhiệm vụ trọng tâm');
  });
});
