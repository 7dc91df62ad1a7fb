import {
  makesSum,
  type Indicator,
  type IndicatorKind,
  type Measure,
  type OverTime,
} from '../plan/plan';
import { wordKey } from '../../text/normal-form';
import { oneLine } from './one-line';
import { isGrowth } from './growth-words';
import { knownDefinition } from './known-definitions';
import { isTimeUnit } from './target-text';

export interface Definition extends Pick<
  Indicator,
  'kind' | 'overTime' | 'numerator' | 'denominator' | 'partOfWhole'
> {
  /** The thing counted could be told from the words. */
  isUnitKnown: boolean;
  isKindKnown: boolean;
}

/** What may be counted, the longer name first; what it is counted in. */
const THINGS: readonly (readonly [RegExp, string])[] = [
  [/dịch vụ công|dvc/, 'dịch vụ công'],
  [/hồ sơ/, 'hồ sơ'],
  [/thủ tục hành chính|tthc/, 'TTHC'],
  [/giao dịch/, 'giao dịch'],
  [/kết quả/, 'kết quả'],
  [/văn bản/, 'văn bản'],
  [/bản sao/, 'bản sao'],
  [/phản ánh|kiến nghị/, 'phản ánh'],
  [/nhiệm vụ/, 'nhiệm vụ'],
  [/cơ sở dữ liệu/, 'cơ sở dữ liệu'],
  [/cán bộ|công chức|viên chức/, 'người'],
  [/doanh nghiệp/, 'doanh nghiệp'],
  [/báo cáo/, 'báo cáo'],
  [/phiếu/, 'phiếu'],
  [/(?<!\p{L})(hộ (nghèo|cận nghèo|gia đình|dân|sử dụng)|số hộ)(?!\p{L})/u, 'hộ'],
  [/(?<!\p{L})học sinh(?!\p{L})/u, 'học sinh'],
  [/(?<!\p{L})(trẻ em|trẻ (dưới|suy))(?!\p{L})/u, 'trẻ'],
  [/(?<!\p{L})(lao động|dân số|người|hội viên|đảng viên)(?!\p{L})/u, 'người'],
  [/(?<!\p{L})trường (học|mầm|tiểu|trung|đạt|thpt|thcs)(?!\p{L})/u, 'trường'],
  [/(?<!\p{L})(chất thải|rác thải|rác)(?!\p{L})/u, 'tấn'],
  [/(?<!\p{L})(diện tích|đất|rừng|cây trồng)(?!\p{L})/u, 'ha'],
  [/(?<!\p{L})(vốn|ngân sách|kinh phí)(?!\p{L})/u, 'triệu đồng'],
  [/(?<!\p{L})xã(?! hội)(?!\p{L})/u, 'xã'],
];
const LONGEST = 1000;
const CASES = 'trường hợp';

/** An indicator that is answered Có or Không. */
export function answered(wording: string): Definition {
  const name = oneLine(wording).slice(0, LONGEST);
  return {
    ...{ kind: 'yes-no', overTime: 'stock', denominator: null, partOfWhole: false },
    numerator: { name, unit: 'Có/Không' },
    isUnitKnown: true,
    isKindKnown: true,
  };
}

/**
 * What is typed is the figure itself, not how much it fell: "Giảm số hồ sơ trễ hạn so với năm 2025"
 * asks for so many dossiers. "%" is the unit of its change.
 */
export function againstLastYear(wording: string): Definition {
  const whole = oneLine(wording).slice(0, LONGEST);
  const bare = whole
    .replace(/^(mức )?(tăng|giảm)( tỷ lệ)?\s+/i, '')
    .replace(/[,(]?\s*so với (cùng kỳ|năm)(?!\p{L}).*$/iu, '');
  const name = upperFirst(bare === '' ? whole : bare);
  const thing = thingIn(name);
  return {
    ...{ kind: 'against-last-year', overTime: 'flow', denominator: null, partOfWhole: false },
    numerator: { name, unit: thing ?? CASES },
    isUnitKnown: thing !== undefined,
    isKindKnown: false,
  };
}

/**
 * How an indicator is computed, as far as its words tell: names are proposals for the owner to
 * confirm.
 */
export function defineIndicator(wording: string, unit: string, isIncrease: boolean): Definition {
  const sentence = oneLine(wording)
    .slice(0, LONGEST)
    .replace(/[.;,]+$/, '');
  const key = wordKey(sentence);
  const kind = kindOf(key, unit, isIncrease);
  const overTime = overTimeOf(key, kind, unit);
  const isKindKnown = kind !== 'count' || isPlainCount(key, unit);
  const common = { kind, overTime, isKindKnown };
  if (kind === 'satisfaction') {
    return {
      ...common,
      numerator: { name: 'Số phiếu/lượt đánh giá hài lòng', unit: 'phiếu' },
      denominator: { name: 'Tổng số phiếu/lượt đánh giá', unit: 'phiếu' },
      partOfWhole: true,
      isUnitKnown: true,
    };
  }
  if (kind === 'count') {
    return {
      ...common,
      numerator: { name: sentence, unit: unit || CASES },
      denominator: null,
      partOfWhole: false,
      isUnitKnown: unit !== '',
    };
  }
  const known = kind === 'ratio' ? knownDefinition(sentence) : undefined;
  if (known) return { ...common, ...known, partOfWhole: true, isUnitKnown: true };
  const [numerator, denominator] = measures(sentence);
  const thing = thingIn(denominator) ?? thingIn(sentence);
  if (kind === 'duration') {
    const one = thingIn(sentence) ?? 'lượt';
    const measured: Measure = {
      name: `Tổng ${lowerFirst(ofAll(sentence.replace(/^giảm\s+/i, ''), one))}`,
      unit: unit.split('/')[0].trim(),
    };
    return {
      ...common,
      numerator: measured,
      denominator: { name: `Tổng số ${one}`, unit: one },
      partOfWhole: false,
      isUnitKnown: true,
    };
  }
  const counted = thing ?? CASES;
  return {
    ...common,
    numerator: { name: numerator, unit: counted },
    denominator: { name: denominator, unit: counted },
    partOfWhole: true,
    isUnitKnown: thing !== undefined,
  };
}

/** A number of things or an amount, which one adds up: nobody need be asked. */
function isPlainCount(key: string, unit: string): boolean {
  if (isGrowth(key)) return true;
  if (isPerPeople(key) || !isAmount(unit)) return false;
  return /^(tổng )?số /.test(key) || !isStateUnit(unit);
}

/** "Thời gian chờ trung bình của một hồ sơ": what is added up is that of all of them. */
function ofAll(sentence: string, thing: string): string {
  const whole = sentence.replace(/\s+(trung bình|bình quân)(?!\p{L})/iu, '');
  const each = new RegExp(`\\s*(?:\\/|(?:của|cho|trên)\\s+)(?:một|mỗi|0?1)\\s+${thing}`, 'iu');
  return each.test(whole) ? whole.replace(each, ` của các ${thing}`) : whole;
}

function kindOf(key: string, unit: string, isIncrease: boolean): IndicatorKind {
  if (isIncrease) return 'increase';
  // Told in points it is a figure of its own.
  if (/hài lòng/.test(key) && (unit === '' || unit === '%')) return 'satisfaction';
  if (isTimeUnit(unit) && /thời gian/.test(key)) return 'duration';
  // "Số hóa hồ sơ" is work that is done, "Số mô hình" a number of them.
  const isNumber = unit === '' && /^(tổng )?số (?!h(?:óa|oá)(?!\p{L}))/u.test(key);
  if ((unit !== '' && unit !== '%') || isNumber) return 'count';
  if (/cắt giảm|tỷ lệ giảm|^giảm/.test(key)) return 'reduction';
  return isGrowth(key) ? 'count' : 'ratio';
}

/**
 * Services offered are a state at the period's end, what was cut adds up to the year's; work done
 * is a flow.
 */
function overTimeOf(key: string, kind: IndicatorKind, unit: string): OverTime {
  // A rank, an index, a yield or a rate of growth is one figure: those of two quarters are never
  // added.
  if (kind === 'count' && (isStateUnit(unit) || !isAmount(unit) || isState(key))) return 'stock';
  if (kind === 'reduction') return 'cumulative';
  return kind === 'ratio' && isShareThatStands(key) ? 'stock' : 'flow';
}

/**
 * How much is covered, who has something: households with a line in March and those in June are
 * the same households.
 */
function isShareThatStands(key: string): boolean {
  if (/cung cấp (dịch vụ công|dvc)|phủ sóng|bao phủ|che phủ|phổ cập/.test(key)) return true;
  return key.split(/[,;]/).some((part) => {
    const at = part.search(HOLDERS);
    return at >= 0 && / (có|sử dụng) /.test(part.slice(at));
  });
}

/** Who or what has something, and has it still in the next quarter. */
const HOLDERS =
  /(?<!\p{L})(hộ|người|dân số|dân cư|thôn|bản|ấp|xã|phường|trường|cơ sở|doanh nghiệp)(?!\p{L})/u;

/** What is measured in points and places. */
function isStateUnit(unit: string): boolean {
  return /^(điểm|(thứ |xếp )?(hạng|bậc)|vị trí|vị thứ|thứ tự|lần|‰)/.test(wordKey(unit));
}

/** "Tạ/ha", "% KH": so many for each of another, of which nobody makes a sum. */
function isAmount(unit: string): boolean {
  return unit === '' || makesSum(unit);
}

function isState(key: string): boolean {
  const isNamed =
    /^(chỉ số|xếp hạng|thứ hạng|vị trí|mật độ|dân số|tuổi thọ|diện tích)|bình quân/.test(key);
  return isNamed || isPerPeople(key);
}

/** "Số giường bệnh/vạn dân", "trên 1.000 dân": so many for so many people, which nobody adds. */
function isPerPeople(key: string): boolean {
  return /(\/|trên|tính trên)\s*(1|một|10|100)?(\s*vạn|[.\s]?000|\s*nghìn|\s*ngàn)\s*(dân|người|trẻ)/.test(
    key,
  );
}

const VERBS =
  'số hóa|số hoá|xử lý|giải quyết|công bố, công khai|công bố|công khai|khai thác, sử dụng lại|cung cấp|cấp|tiếp nhận|đồng bộ|rà soát|cập nhật|ký số|gửi, nhận';
const MANNER = 'đúng hạn|trước hạn|trực tuyến|điện tử|toàn trình|trên môi trường|qua |bằng ';

/**
 * Names of numerator and denominator out of "Tỷ lệ A trên tổng số B", "Tỷ lệ A được …" or "Tỷ lệ xử
 * lý A đúng hạn".
 */
function measures(sentence: string): [string, string] {
  const measured = sentence.replace(/^(?:tăng |nâng )?(?:tỷ lệ|tỉ lệ|phần trăm|tỷ trọng)\s+/i, '');
  const whole = /^(.+)\s(?:trên|so với|trong|\/)\s*(tổng số .+)$/i.exec(measured);
  const part = whole ? whole[1] : measured;
  const done = new RegExp(`^(${VERBS}) (.+?)((?: (?:${MANNER}).*)?)$`, 'i').exec(part);
  if (done && startsWithThing(done[2])) {
    const [, verb, things, manner] = done;
    const how = manner === '' ? `đã ${lowerFirst(verb)}` : lowerFirst(verb) + manner;
    return [
      `Số ${lowerFirst(things)} ${how}`,
      whole ? upperFirst(whole[2]) : `Tổng số ${lowerFirst(things)} phải ${lowerFirst(verb)}`,
    ];
  }
  if (whole) return [counted(part, thingIn(whole[2]) ?? CASES), upperFirst(whole[2])];
  const passive = /^(.+?)\s+(?:được|đã được|đã|có)\s.+$/i.exec(measured);
  if (passive && startsWithThing(passive[1]))
    return [counted(measured, CASES), `Tổng số ${lowerFirst(passive[1])}`];
  const bare = measured.replace(new RegExp(` (?:${MANNER}).*$`, 'i'), '');
  return [
    counted(measured, CASES),
    startsWithThing(bare)
      ? `Tổng số ${lowerFirst(bare)}`
      : `Tổng số trường hợp phải ${lowerFirst(bare)}`,
  ];
}

function counted(measured: string, thing: string): string {
  if (/^(số|tổng số)\s(?!h(?:óa|oá))/i.test(measured)) return upperFirst(measured);
  return startsWithThing(measured)
    ? `Số ${lowerFirst(measured)}`
    : `Số ${thing} ${lowerFirst(measured)}`;
}

function startsWithThing(text: string): boolean {
  const key = wordKey(text);
  return (
    THINGS.some(([pattern]) => key.search(pattern) === 0) ||
    /^(cơ quan|đơn vị|người|tổ chức|cá nhân|phòng|bộ phận|xã|huyện|sở)\s/.test(key)
  );
}

/** "Số người tham gia", "Dân số": what a number of things is told in, where its name says it. */
export function countedIn(name: string): string | undefined {
  return /^((tổng )?số |dân số)/.test(wordKey(name)) ? thingIn(name) : undefined;
}

/** The thing that is named first. */
function thingIn(text: string): string | undefined {
  const key = wordKey(text);
  let found: { at: number; unit: string } | undefined;
  for (const [pattern, unit] of THINGS) {
    const at = key.search(pattern);
    if (at >= 0 && (!found || at < found.at)) found = { at, unit };
  }
  return found?.unit;
}

/** Abbreviations stay as they are ("TTHC"). */
function lowerFirst(text: string): string {
  return /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
