import { IS_LONG, long } from '../../long';
import { measureYear, together } from './measure';

/**
 * A made-up year of a small province in which nothing is wrong, and slips put into it. `npm run
 * test:all` takes a whole province, `npm run quality` ten of them (docs/quality.md).
 */
const { noise, recall } = together(
  long([1], [1, 2]).map((seed) =>
    measureYear({
      base: 'month',
      seed,
      slips: 1,
      ...long({ periods: 7, oneIn: 13 }, { periods: 12, oneIn: 2 }),
    }),
  ),
);

it('says no more of sound forms than one thing in twenty forms', () => {
  const forms = noise.reduce((all, one) => all + one.forms, 0);
  const warnings = noise.reduce((all, one) => all + one.beside, 0);
  const alone = noise.reduce((all, one) => all + one.alone, 0);
  expect(forms).toBeGreaterThan(70);
  expect(20 * warnings).toBeLessThanOrEqual(forms);
  expect(20 * alone).toBeLessThanOrEqual(forms);
  const months = noise.filter((one) => IS_LONG && 20 * Math.max(one.alone, one.beside) > one.forms);
  expect(months.map(({ seed, period }) => `${seed} ${period}`)).toEqual([]);
});

/** Of these slips nothing is left to chance: every one is seen. */
const CERTAIN = [
  'Đổi chỗ số phút và số lượt',
  'Hoàn thành, văn bản ghi “Đã ban hành công văn”',
  'Tử, mẫu đổi chỗ (phần của tổng)',
  'Cả biểu là số của kỳ trước',
];

it('sees slips put into them', () => {
  const missed = CERTAIN.filter(
    (name) =>
      recall.get(name)!.planted === 0 || recall.get(name)!.beside < recall.get(name)!.planted,
  );
  expect(missed).toEqual([]);
  const all = [...recall.values()];
  const planted = all.reduce((sum, one) => sum + one.planted, 0);
  const found = all.reduce((sum, one) => sum + one.beside, 0);
  expect(found / planted).toBeGreaterThan(0.6);
});
