import { builtinPlan } from '../domain/plan/builtin';
import type { Indicator, Target } from '../domain/plan/plan';
import { consolidatePeriod } from '../app/consolidate-period';
import { periodOf } from '../domain/period/period';
import { reportFacts } from '../domain/written-report/facts';
import type { TextDocument } from '../document/document';
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

describe('read as the one who signs reads it', () => {
  const plan = builtinPlan('vinh-chap-2024')!;
  const report = (period: string): TextDocument => {
    const { context } = consolidatePeriod(plan, [], periodOf(period), {
      acceptIncomplete: false,
      asOf: null,
    });
    return writtenReport(reportFacts(context));
  };

  it('a title names the year once', () => {
    expect(plan.name).toMatch(/ năm 2024$/);
    const about = 'Báo cáo kết quả thực hiện cải cách thủ tục hành chính trọng tâm';
    expect(report('2024-01').title).toBe(`${about} tháng 1 năm 2024`);
    expect(report('2024').title).toBe(`${about} năm 2024`);
  });

  it('a section of the plan has no numeral beside those of the report', () => {
    const said = report('2024-01').blocks.flatMap((block) => {
      if (!('runs' in block)) return [];
      return block.runs.map(({ text }) => text ?? '').join('');
    });
    const numerals = said.flatMap((line) => /^([IVX]+)\. /.exec(line)?.[1] ?? []);
    expect(numerals).toEqual(['I', 'II', 'III', 'IV', 'V', 'VI'].slice(0, numerals.length));
    expect(said).toContain('Những nhiệm vụ trọng tâm');
  });
});
