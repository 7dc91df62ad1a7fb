import { periodOf } from '../period/period';
import type { Span } from './figure-source';
import { headingKey, namesOtherPeriod } from './period-named';

describe('a heading and the period that is filled', () => {
  it.each<[string, Span, string, boolean]>([
    ['Trong tháng › Tử', 'period', '2024-03', false],
    ['Tháng 3/2024', 'period', '2024-03', false],
    ['Tháng 03 năm 2024', 'period', '2024-03', false],
    ['Tháng 02/2024', 'period', '2024-03', true],
    ['Tháng 3/2023', 'period', '2024-03', true],
    ['Tháng 3', 'period', '2024-Q1', true],
    ['Quý I/2024', 'period', '2024-Q1', false],
    ['Quí 1', 'period', '2024-Q1', false],
    ['Quý II', 'period', '2024-Q1', true],
    ['Quý I', 'period', '2024-03', true],
    ['Lũy kế đến tháng 3', 'cumulative', '2024-03', false],
    ['Lũy kế từ tháng 1 đến tháng 3', 'cumulative', '2024-Q1', false],
    ['Lũy kế 3 tháng', 'cumulative', '2024-03', false],
    ['Lũy kế 2 tháng', 'cumulative', '2024-03', true],
    ['Lũy kế đến hết Quý I/2024', 'cumulative', '2024-Q1', false],
    ['6 tháng đầu năm 2024', 'period', '2024-H1', false],
    ['6 tháng trước', 'previous', '2024-H2', false],
    ['6 tháng cuối năm', 'period', '2024-H2', false],
    ['6 tháng cuối năm 2024', 'period', '2024-H1', true],
    ['6 tháng cuối năm', 'period', '2024-12', true],
    ['Tháng trước (tháng 2)', 'previous', '2024-03', false],
    ['Tháng 12/2023', 'previous', '2024-01', false],
    ['Tháng 12/2024', 'previous', '2024-01', true],
    ['Cùng kỳ năm 2023', 'same-period-last-year', '2024-03', false],
    ['Cùng kỳ năm 2024', 'same-period-last-year', '2024-03', true],
  ])('%s (%s) in %s: another one is %s', (heading, span, period, isOther) => {
    expect(namesOtherPeriod(heading, span, periodOf(period))).toBe(isOther);
  });

  it.each([
    ['Tháng 02/2024', 'Tháng 3/2024'],
    ['Lũy kế 2 tháng › Tử', 'LŨY KẾ 11 THÁNG › Tử'],
    ['Quý I/2024', 'QUÝ IV/2024'],
  ])('“%s” and “%s” are one column', (a, b) => {
    expect(headingKey(a)).toBe(headingKey(b));
  });

  it.each([
    ['Tháng trước', 'Tháng 2'],
    ['Trong tháng', 'Lũy kế'],
    ['Tháng 2', 'Quý 2'],
  ])('“%s” and “%s” are two', (a, b) => {
    expect(headingKey(a)).not.toBe(headingKey(b));
  });
});
