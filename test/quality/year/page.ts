import before from './before.json';
import { measureYear, together, type PeriodNoise, type Recall, type YearMeasure } from './measure';

/**
 * What is kept of a measure: warnings of each period in so many forms, and slips found; as
 * `before.json` has it of an earlier commit.
 */
export interface KeptMeasure {
  noise: { period: string; seed: number; forms: number; alone: number; beside: number }[];
  recall: { name: string; planted: number; alone: number; beside: number }[];
}

export const YEAR_HEADING = '## Một năm biểu đúng';
/** None of these was looked at when a rule was set: 1–10 were, and 11–30 once. */
const SEEDS = [31, 32, 33, 34, 35, 36, 37, 38, 39, 40];
const SLIPS = 3;

/** Ten made-up years, as a page. */
export function yearMeasured(seeds: readonly number[] = SEEDS): string {
  const measured = together(
    seeds.map((seed) => {
      const one = measureYear({ base: 'month', seed, slips: SLIPS });
      console.log(`year ${seed}: ${one.noise.map(({ beside }) => beside).join(' ')} warnings`);
      return one;
    }),
  );
  return yearPage(keptOf(measured), codesOf(measured));
}

export function keptOf({ noise, recall }: YearMeasure): KeptMeasure {
  return {
    noise: noise.map(({ period, seed, forms, alone, beside }) => ({
      period,
      seed,
      forms,
      alone,
      beside,
    })),
    recall: [...recall].map(([name, { planted, alone, beside }]) => ({
      name,
      planted,
      alone,
      beside,
    })),
  };
}

function codesOf({ recall }: { recall: ReadonlyMap<string, Recall> }): Map<string, string> {
  return new Map(
    [...recall].map(([name, { codes }]) => [
      name,
      [...codes]
        .sort(([, a], [, b]) => b - a)
        .slice(0, 2)
        .map(([code]) => `\`${code}\``)
        .join(', '),
    ]),
  );
}

export function yearPage(now: KeptMeasure, codes: ReadonlyMap<string, string>): string {
  const then = before as KeptMeasure & { commit: string };
  const months = [...new Set(now.noise.map(({ period }) => period))];
  const years = (some: KeptMeasure) => new Set(some.noise.map(({ seed }) => seed)).size;
  const forms = now.noise.reduce((all, one) => all + one.forms, 0);
  return [
    YEAR_HEADING,
    '',
    `Một tỉnh 132 đơn vị trong 12 tháng, ${years(now)} lần dựng ngẫu nhiên (hạt giống 31–40; các quy tắc chỉ chỉnh theo hạt giống 1–30, nên đây là những năm chưa từng dùng để chỉnh) (\`test/quality/year\`, không dùng chung hằng số nào với các quy tắc): quy mô từ vài hồ sơ đến hàng nghìn, mùa vụ, đợt cao điểm của cả tỉnh hoặc của một đơn vị, tháng không phát sinh, việc làm theo bước, sáp nhập, đơn vị quên nộp. Mỗi biểu 14 chỉ tiêu, hai biểu thống kê, các nhiệm vụ; ${thousands(forms)} biểu, không biểu nào sai. Số trong bảng là số lỗi, cảnh báo trên 20 biểu đúng: trung bình, và ở năm nhiều nhất. “Biểu” là người gửi tự kiểm tra, chỉ có số in trong biểu; “sổ” là nơi tổng hợp, có sổ số liệu. Mục tiêu: không tháng nào của năm nào quá 1, có sổ hay chỉ có biểu. “Trước” là ${then.commit} (${years(then)} năm, hạt giống 1–10).`,
    '',
    '| Tháng | Biểu, trước | Biểu, nay | Sổ, trước | Sổ, nay |',
    '|---|---|---|---|---|',
    ...months.map((period) => {
      const own = (some: KeptMeasure, of: 'alone' | 'beside') =>
        perTwenty(some.noise as PeriodNoise[], period, of);
      return `| ${Number(period.slice(5))} | ${own(then, 'alone')} | ${own(now, 'alone')} | ${own(then, 'beside')} | ${own(now, 'beside')} |`;
    }),
    '',
    'Lỗi gõ gài vào chính các biểu đó, mỗi lần một lỗi, mỗi loại mỗi tháng ba biểu; gài ở cả đơn vị nhỏ, kỳ đầu năm, nơi chưa có gì để so. Tính là tìm thấy khi có lỗi, cảnh báo mới ở dòng bị gài.',
    '',
    '| Lỗi gài | Lần | Biểu, trước | Biểu, nay | Sổ, trước | Sổ, nay | Báo là |',
    '|---|---|---|---|---|---|---|',
    ...now.recall.map((one) => {
      const old = then.recall.find(({ name }) => name === one.name);
      const cells = [
        share(old, 'alone'),
        share(one, 'alone'),
        share(old, 'beside'),
        share(one, 'beside'),
      ];
      return `| ${one.name} | ${one.planted} | ${cells.join(' | ')} | ${codes.get(one.name) ?? ''} |`;
    }),
    '',
  ].join('\n');
}

function perTwenty(noise: readonly PeriodNoise[], period: string, of: 'alone' | 'beside'): string {
  const own = noise.filter((one) => one.period === period);
  const rates = own.map((one) => (20 * one[of]) / one.forms);
  const mean = rates.reduce((all, rate) => all + rate, 0) / rates.length;
  return `${decimal(mean)} (${decimal(Math.max(...rates))})`;
}

function share(
  one: { planted: number; alone: number; beside: number } | undefined,
  of: 'alone' | 'beside',
): string {
  return one && one.planted > 0 ? `${Math.round((100 * one[of]) / one.planted)}%` : '–';
}

const decimal = (value: number) => value.toFixed(2).replace('.', ',');
const thousands = (value: number) => value.toLocaleString('vi');
