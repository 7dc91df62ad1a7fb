import { cleans, drifts, pairs, singles, type Score } from '../defects/measure';
import { libraries, programs } from '../defects/programs';
import { catalogue } from '../../src/domain/rules/catalogue';
import { TRIED_ELSEWHERE } from '../defects/tried-elsewhere';

/**
 * What the check finds of what is labelled, as a page: recall and precision of every code, pairs,
 * drift, and sound forms.
 */
export async function defectsMeasured(): Promise<string> {
  const external = programs();
  const total = new Map<string, Score>();
  for (const [name, saveAll] of [...libraries(), ...external]) {
    const scores = await singles(name, saveAll, name === 'Tổng Hợp' ? 3 : 1);
    for (const [code, score] of scores) total.set(code, added(total.get(code), score, name));
    console.log(
      `${name}: ${[...scores.values()].reduce((sum, { tries }) => sum + tries, 0)} tries`,
    );
  }
  const pair = pairs(2000, 11);
  const drift = drifts(1000, 5);
  const sound: string[] = [];
  for (const [name, saveAll] of [...libraries(), ...external]) {
    const { forms, errors, warnings } = await cleans(saveAll, 12);
    sound.push(`| ${name} | ${forms} | ${errors.length} | ${warnings.length} |`);
    for (const one of [...errors, ...warnings].slice(0, 5)) console.log(`${name}: ${one}`);
  }
  const sum = (pick: (score: Score) => number) =>
    [...total.values()].reduce((all, one) => all + pick(one), 0);
  const misses = [...total].flatMap(([code, { misses: some }]) =>
    some.map((one) => `- \`${code}\`: ${one}`),
  );
  const row = ({ code, defects }: ReturnType<typeof catalogue>[number]) => {
    const one = total.get(code);
    const figures = one
      ? [one.tries, one.found, one.borderlines, one.wrong, one.strays]
      : ['–', '–', '–', '–', '–'];
    const where = one ? '' : `\`${TRIED_ELSEWHERE[code] ?? ''}\``;
    return `| ${[defects.join(', '), code, ...figures, where].join(' | ')} |`;
  };
  return [
    '## Lỗi có nhãn',
    '',
    `Mỗi mã lỗi có các biểu được làm hỏng có chủ ý (\`test/defects\`, \`src/domain/rules/*/*.cases.ts\`), ở nhiều ô, qua ${3 + external.size} chương trình lưu tệp: ${[...libraries().keys(), ...external.keys()].join(', ')}. “Tìm thấy” là đúng mã, đúng ô; “gần giống” là trường hợp không phải lỗi, không được báo; “thừa” là lỗi, cảnh báo khác đi kèm không đúng.`,
    '',
    `Cộng: ${sum(({ tries }) => tries)} lần thử, tìm thấy ${sum(({ found }) => found)} (${percent(
      sum(({ found }) => found),
      sum(({ tries }) => tries),
    )}); ${sum(({ borderlines }) => borderlines)} trường hợp gần giống, báo nhầm ${sum(({ wrong }) => wrong)}; báo thừa ${sum(({ strays }) => strays)}. Không tính những lỗi mà chính chương trình lưu tệp làm mất (LibreOffice tự tính công thức chưa có kết quả, openpyxl bỏ kết quả của mọi công thức…).`,
    '',
    `Hai lỗi trong một biểu: ${pair.pairs} cặp lấy ngẫu nhiên, tìm thấy cả hai ở ${pair.both} (${percent(pair.both, pair.pairs)}).`,
    '',
    `Bố cục bị thay đổi (chèn hàng, cột; dời, xóa cột không đọc; đổi tên, đảo trang; mất thuộc tính), 1–4 thay đổi ngẫu nhiên mỗi biểu: ${drift.forms} biểu, ${drift.same} biểu đọc ra đúng mọi số và không báo lỗi (${percent(drift.same, drift.forms)}).`,
    '',
    'Mã nào của phần mềm cũng ở trong bảng. Mã chỉ thấy ở nhiều tệp, ở tệp không đọc được hoặc khi có sổ số liệu thì không gài vào một biểu được: cột cuối là nơi thử.',
    '',
    '| Số | Mã | Thử | Tìm thấy | Gần giống | Báo nhầm | Thừa | Thử ở |',
    '|---|---|---|---|---|---|---|---|',
    ...[...catalogue()].sort((a, b) => (a.code < b.code ? -1 : 1)).map(row),
    '',
    ...(misses.length + pair.misses.length + drift.misses.length > 0
      ? [
          'Chưa đúng:',
          '',
          ...misses,
          ...pair.misses.map((one) => `- cặp: ${one}`),
          ...drift.misses.map((one) => `- bố cục: ${one}`),
          '',
        ]
      : []),
    '## Biểu đúng',
    '',
    'Biểu của năm kế hoạch, điền số liệu mẫu, do từng chương trình mở và lưu lại.',
    '',
    '| Chương trình | Số biểu | Lỗi | Cảnh báo |',
    '|---|---|---|---|',
    ...sound,
    '',
  ].join('\n');
}

function added(before: Score | undefined, score: Score, producer: string): Score {
  const named = score.misses.map((one) => `${one}, ${producer}`);
  if (!before) return { ...score, misses: named };
  return {
    tries: before.tries + score.tries,
    found: before.found + score.found,
    borderlines: before.borderlines + score.borderlines,
    wrong: before.wrong + score.wrong,
    strays: before.strays + score.strays,
    misses: [...before.misses, ...named].slice(0, 20),
  };
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(2).replace('.', ',')}%`;
}
