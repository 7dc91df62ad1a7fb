import { matchKey } from '../../text/normal-form';
import type { Level } from '../agency/agency';
import type { IndicatorMeasure, Span, TaskMeasure } from './figure-source';

/**
 * The words of the headings over figures. A heading is understood when every word of it is of these
 * phrases: "Kế hoạch quý II (%)" holds "quý II" and "%", and is still no figure of ours.
 */

/** What a phrase says. */
export interface PhraseSays {
  measure?: IndicatorMeasure;
  taskMeasure?: TaskMeasure;
  span?: Span;
  /** A scope said beside other words, as in "Kết quả toàn tỉnh". */
  level?: Level | 'province';
  /** It stands over figures in per cent. */
  isRatio?: true;
  /** "điểm %": the unit of a difference of figures in per cent. */
  isPoints?: true;
  /** "Kết quả" over "Tử" groups, it does not contradict. */
  groups?: true;
  /** Compares with what follows. */
  compares?: true;
  /** Says until when, and nothing without "lũy kế". */
  needsCumulative?: true;
  /** "năm 2024": of a span that stands beside it, or the year itself. */
  isYear?: true;
  /** "(hồ sơ)": what the parts of a ratio count. */
  counts?: true;
  /** "tháng 3": the period by its number, as it is written; two of them are no one period. */
  named?: string;
}

/** Words and signs; brackets, commas and what else only divides is none: "Tăng (+), giảm (-)". */
const WORD =
  /(?:<[^>]+>|[\p{L}\d]+)(?: ?\/ ?(?:(?:19|20)\d\d(?!\d)|<[^>]+>))?|[^\s()[\]:;,.+*"'“”›/-]/gu;

function wordsOf(text: string): string[] {
  return (matchKey(text).match(WORD) ?? []).map((word) => word.replaceAll(' ', ''));
}

interface Phrase {
  words: readonly string[];
  says: PhraseSays | null;
}

const KINDS = ['tháng', 'quý', 'năm', 'kỳ'];
const NUMBERED = ['tháng <số>', 'tháng <số>/<năm>', 'quý <quý>', 'quý <quý>/<năm>'];
const NAMED = [...NUMBERED, ...NUMBERED.map((one) => `${one} năm <năm>`)];
const each = (make: (kind: string) => string[]) => KINDS.flatMap(make);

/** The longest phrase that stands at a word counts; null is a phrase that we have no figure for. */
const PHRASES: readonly Phrase[] = (
  [
    [{ measure: 'numerator' }, ['tử', 'tử số']],
    [{ measure: 'denominator' }, ['mẫu', 'mẫu số']],
    [
      { measure: 'value', groups: true },
      [
        'kết quả',
        'kết quả thực hiện',
        'kết quả thực hiện chỉ tiêu',
        'kết quả đạt được',
        'kết quả chung',
        'giá trị',
        'giá trị thực hiện',
        'giá trị đạt được',
        'số liệu',
        'số liệu thực hiện',
        'thực hiện',
        'đã thực hiện',
        'thực hiện được',
        'số thực hiện',
        'đạt được',
      ],
    ],
    [
      { measure: 'value', isRatio: true },
      ['%', 'tỷ lệ', 'tỷ lệ %', 'tỷ lệ phần trăm', 'phần trăm', 'tỷ lệ đạt được', 'kết quả tỷ lệ'],
    ],
    // How much of the target was reached is another figure than what was reached.
    [
      null,
      [
        'tỷ lệ thực hiện',
        'tỷ lệ % thực hiện',
        'tỷ lệ đạt',
        'tỷ lệ % đạt',
        '% thực hiện',
        '% đạt',
        '% đạt được',
        'tỷ lệ % đạt được',
      ],
    ],
    [
      { measure: 'change' },
      [
        'tăng giảm',
        'tăng hoặc giảm',
        'tăng và giảm',
        'mức tăng giảm',
        'số tăng giảm',
        'chênh lệch',
      ],
    ],
    [{ compares: true }, ['so với', 'so']],
    [{ isPoints: true }, ['điểm %', 'điểm phần trăm']],
    [
      { measure: 'status', taskMeasure: 'status' },
      ['đánh giá', 'kết quả đánh giá', 'đánh giá kết quả', 'đánh giá kết quả thực hiện'],
    ],
    [
      { measure: 'status' },
      ['đạt không đạt', 'đạt chưa đạt', 'đạt hay không đạt', 'đạt hoặc không đạt'],
    ],
    [
      { taskMeasure: 'assigned' },
      [
        'được giao',
        'số được giao',
        'tổng số được giao',
        'số lượt được giao',
        'tổng số lượt được giao',
        'số lượt giao',
        'số nhiệm vụ được giao',
        'tổng số nhiệm vụ được giao',
      ],
    ],
    [
      { taskMeasure: 'done' },
      [
        'hoàn thành',
        'đã hoàn thành',
        'số hoàn thành',
        'số đã hoàn thành',
        'số lượt hoàn thành',
        'số lượt đã hoàn thành',
        'số nhiệm vụ hoàn thành',
        'số nhiệm vụ đã hoàn thành',
      ],
    ],
    [
      { taskMeasure: 'status' },
      ['tình trạng', 'tình trạng thực hiện', 'trạng thái', 'tiến độ', 'tiến độ thực hiện'],
    ],
    [
      { span: 'period' },
      [
        ...each((kind) => [
          `trong ${kind}`,
          `trong ${kind} báo cáo`,
          `trong ${kind} này`,
          `${kind} này`,
          `${kind} báo cáo`,
          `${kind} hiện tại`,
        ]),
        ...NAMED,
        ...NAMED.map((one) => `trong ${one}`),
        'năm nay',
        'cả năm',
        'trong năm <năm>',
        'cả năm <năm>',
        '6 tháng cuối năm',
        '6 tháng cuối năm <năm>',
      ],
    ],
    [{ isYear: true }, ['năm <năm>', '<năm>']],
    [
      { span: 'previous' },
      each((kind) => [
        `${kind} trước`,
        `${kind} trước đó`,
        `${kind} liền trước`,
        `${kind} trước liền kề`,
        `${kind} liền kề trước`,
        `${kind} báo cáo trước`,
      ]),
    ],
    [
      { span: 'same-period-last-year' },
      [
        'cùng kỳ',
        'cùng kỳ năm trước',
        'cùng kỳ năm trước liền kề',
        'cùng kỳ năm liền trước',
        'cùng kỳ năm ngoái',
        'cùng kỳ năm <năm>',
        'cùng kỳ <năm>',
        'cùng tháng năm trước',
        'cùng quý năm trước',
      ],
    ],
    [
      { span: 'cumulative' },
      [
        'lũy kế',
        'số lũy kế',
        'cộng dồn',
        'từ đầu năm',
        'tính từ đầu năm',
        'kể từ đầu năm',
        'từ đầu năm <năm>',
        '<số> tháng',
        '<số> tháng năm <năm>',
        '<số> tháng/<năm>',
        '<số> tháng đầu năm',
        '<số> tháng đầu năm <năm>',
        ...['đến', 'đến hết', 'đến cuối', 'tính đến', 'tính đến hết'].flatMap((until) =>
          NAMED.map((one) => `${until} ${one}`),
        ),
        ...['đến', 'đến hết'].flatMap((until) => [
          `từ tháng 1 ${until} tháng <số>`,
          `từ tháng 01 ${until} tháng <số>`,
          `từ tháng 1 ${until} tháng <số>/<năm>`,
          `từ tháng 01 ${until} tháng <số>/<năm>`,
          `từ tháng 1 ${until} tháng <số> năm <năm>`,
          `từ tháng 01 ${until} tháng <số> năm <năm>`,
        ]),
      ],
    ],
    [
      { needsCumulative: true },
      [
        'đến nay',
        'đến thời điểm báo cáo',
        ...each((kind) => [
          `đến ${kind} báo cáo`,
          `đến ${kind} này`,
          `đến hết ${kind}`,
          `đến hết ${kind} báo cáo`,
          `đến cuối ${kind}`,
          `đến cuối ${kind} báo cáo`,
        ]),
      ],
    ],
    [{ level: 'province' }, ['toàn tỉnh', 'của toàn tỉnh', 'chung toàn tỉnh']],
    [{ level: 'tinh' }, ['cấp tỉnh', 'của cấp tỉnh']],
    [{ level: 'huyen' }, ['cấp huyện', 'của cấp huyện']],
    [{ level: 'xa' }, ['cấp xã', 'của cấp xã']],
  ] as [PhraseSays | null, string[]][]
)
  .flatMap(([says, texts]) => texts.map((text) => ({ words: wordsOf(text), says })))
  .sort((a, b) => b.words.length - a.words.length);

const PLACES = new Map(
  Object.entries({
    '<số>': /^(?:0?[1-9]|1[0-2])$/u,
    '<năm>': /^(?:19|20)\d\d$/u,
    '<quý>': /^(?:iv|iii|ii|i|0?[1-4])$/u,
    '<số>/<năm>': /^(?:0?[1-9]|1[0-2])\/(?:19|20)\d\d$/u,
    '<quý>/<năm>': /^(?:iv|iii|ii|i|0?[1-4])\/(?:19|20)\d\d$/u,
    'tháng/<năm>': /^tháng\/(?:19|20)\d\d$/u,
  }).map(([text, pattern]) => [matchKey(text), pattern]),
);

/**
 * What the phrases of a heading say, in their order; null where a word of it is of none, or of one
 * that we have no figure for.
 */
export function phrasesIn(heading: string): PhraseSays[] | null {
  const key = matchKey(heading);
  const found: PhraseSays[] = COUNTED.test(key) ? [{ counts: true }] : [];
  const words = wordsOf(key.replace(COUNTED, ''));
  for (let at = 0; at < words.length;) {
    const phrase = PHRASES.find((one) =>
      one.words.every((word, index) => stands(word, words[at + index])),
    );
    if (!phrase?.says) return null;
    const { says } = phrase;
    const written = words.slice(at, at + phrase.words.length);
    const isNumbered = says.span === 'period' && phrase.words.some((word) => PLACES.has(word));
    found.push(isNumbered ? { ...says, named: written.join(' ') } : says);
    at += phrase.words.length;
  }
  return found;
}

function stands(word: string, there: string | undefined): boolean {
  if (there === undefined) return false;
  return PLACES.get(word)?.test(there) ?? word === there;
}

/** What parts of ratios count, in brackets behind: "Tử số (hồ sơ)". */
const COUNTED = new RegExp(
  ` ?\\((?:${['hồ sơ', 'lượt', 'người', 'đơn vị', 'văn bản', 'nhiệm vụ', 'cuộc', 'cơ quan']
    .map(matchKey)
    .join('|')})\\)$`,
  'u',
);
