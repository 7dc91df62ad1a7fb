import type { Measure, OverTime } from '../plan/plan';
import { wordKey } from '../../text/normal-form';

/** What a rate is of, where its name says neither part: "Tỷ lệ che phủ rừng". */
export interface KnownDefinition {
  numerator: Measure;
  denominator: Measure;
  overTime: OverTime;
}

/**
 * Common rates of socio-economic plans. Most are a state at the period's end: two quarters of them
 * are never added. They are proposals to confirm, as every definition the appendix does not give.
 */
const KNOWN: readonly (readonly [RegExp, KnownDefinition])[] = [
  rate(/hộ cận nghèo/, 'Số hộ cận nghèo', 'Tổng số hộ dân cư', 'hộ'),
  rate(/hộ nghèo/, 'Số hộ nghèo', 'Tổng số hộ dân cư', 'hộ'),
  rate(/che phủ rừng/, 'Diện tích rừng', 'Tổng diện tích đất tự nhiên', 'ha'),
  rate(
    /(bao phủ|tham gia|dân số có) bảo hiểm y tế|(bao phủ|tham gia) bhyt/,
    'Số người tham gia bảo hiểm y tế',
    'Dân số',
    'người',
  ),
  rate(
    /(bao phủ|tham gia) (bảo hiểm xã hội|bhxh)/,
    'Số người tham gia bảo hiểm xã hội',
    'Lực lượng lao động trong độ tuổi',
    'người',
  ),
  rate(/thất nghiệp/, 'Số người thất nghiệp', 'Lực lượng lao động', 'người'),
  rate(
    /lao động (đã )?qua đào tạo/,
    'Số lao động đã qua đào tạo',
    'Tổng số lao động đang làm việc',
    'người',
  ),
  rate(/đô thị h(óa|oá)/, 'Dân số khu vực đô thị', 'Tổng dân số', 'người'),
  rate(
    /hộ.*nước (sạch|hợp vệ sinh)/,
    'Số hộ được sử dụng nước đạt chuẩn',
    'Tổng số hộ dân cư',
    'hộ',
  ),
  rate(
    /dân.*nước (sạch|hợp vệ sinh)/,
    'Số dân được sử dụng nước đạt chuẩn',
    'Tổng dân số',
    'người',
  ),
  rate(/trường.*chuẩn quốc gia/, 'Số trường đạt chuẩn quốc gia', 'Tổng số trường', 'trường'),
  rate(/xã.*chuẩn nông thôn mới/, 'Số xã đạt chuẩn nông thôn mới', 'Tổng số xã', 'xã'),
  rate(
    /suy dinh dưỡng/,
    'Số trẻ em dưới 5 tuổi suy dinh dưỡng',
    'Số trẻ em dưới 5 tuổi được cân, đo',
    'trẻ',
  ),
  rate(
    /(chất thải|rác thải).*(thu gom|xử lý)/,
    'Khối lượng chất thải được thu gom, xử lý',
    'Tổng khối lượng chất thải phát sinh',
    'tấn',
    'flow',
  ),
  // What is paid out adds up over the year; the plan's capital is the same in every period.
  rate(
    /giải ngân.*(vốn|đầu tư công)/,
    'Số vốn đã giải ngân',
    'Kế hoạch vốn được giao',
    'triệu đồng',
    'flow-of-constant',
  ),
];

function rate(
  words: RegExp,
  numerator: string,
  denominator: string,
  unit: string,
  overTime: OverTime = 'stock',
): readonly [RegExp, KnownDefinition] {
  return [
    words,
    { numerator: { name: numerator, unit }, denominator: { name: denominator, unit }, overTime },
  ];
}

const OF_THESE = /(?<!\p{L})(được|tham gia|thoát|có)(?!\p{L})/u;

/** Of an indicator told in per cent. */
export function knownDefinition(sentence: string): KnownDefinition | undefined {
  const key = wordKey(sentence);
  // "… trên tổng số …", "… trên số xã …" says its parts itself.
  if (/ (tổng|trên) số /.test(key)) return undefined;
  for (const [words, known] of KNOWN) {
    const found = words.exec(key);
    // "Tỷ lệ hộ nghèo được hỗ trợ nhà ở" is one of the poor, and the poor are its whole.
    if (found) return OF_THESE.test(key.slice(found.index + found[0].length)) ? undefined : known;
  }
  return undefined;
}
