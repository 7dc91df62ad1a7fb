import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { derivedWord } from '../../src/domain/consolidation/quarter-reports';
import { catalogue } from '../../src/domain/rules/catalogue';
import { officialInEnglish } from '../../src/locale/official-en';
import { exampleSentence } from '../../src/locale/sentence';

/**
 * Whoever asks for English is answered in English: sentences stand in src/locale, in both
 * languages, and nowhere else.
 */
const root = resolve(__dirname, '../..');
const VIETNAMESE = /[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵầấẩẫậằắẳẵặềếểễệồốổỗộờớởỡợừứửữự]/iu;

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(join(root, path)).isDirectory()) return filesIn(path);
    return /(?<!\.test)\.tsx?$/.test(name) ? [path] : [];
  });
}

/** Vietnamese literals of a file, each with the calls it is an argument of. */
function literals(path: string): { text: string; calls: string[]; of: string }[] {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(
    path,
    readFileSync(join(root, path), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    kind,
  );
  const found: { text: string; calls: string[]; of: string }[] = [];
  const visit = (node: ts.Node, calls: string[], of: string): void => {
    const isText =
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node);
    if ((isText || ts.isJsxText(node)) && VIETNAMESE.test(node.text))
      found.push({ text: node.text, calls, of });
    const own =
      ts.isCallExpression(node) || ts.isNewExpression(node)
        ? [...calls, node.expression.getText()]
        : calls;
    const name = ts.isVariableDeclaration(node) && of === '' ? node.name.getText() : of;
    ts.forEachChild(node, (child) => visit(child, own, name));
  };
  visit(source, [], '');
  return found;
}

/**
 * `npm start` plays a province for a Vietnamese office and has no language to choose; its forms are
 * filled in Vietnamese.
 */
const PLAYS = /^src\/cli\/(start\.ts|sample\/)/;
/**
 * What is written into workbooks, which are official: the run of a submission, the kind of a
 * report.
 */
const WRITTEN = new Set(['tổng hợp ', 'báo cáo']);

it('neither the command line nor the pane has a Vietnamese sentence of its own', () => {
  const own = [...filesIn('src/cli'), ...filesIn('src/ui'), ...filesIn('src/taskpane')].filter(
    (path) => !PLAYS.test(path),
  );
  const found = own.flatMap((path) => literals(path).map(({ text }) => ({ path, text })));
  expect(found.filter(({ text }) => !WRITTEN.has(text))).toEqual([]);
});

/** What makes a finding or a refusal: their facts are said in the reader's language. */
const SAYS =
  /\.found$|^(finding|report|refuse|refuseWith|DeskRefused|remark|noteSentence|refusalSentence|placedSentence|edit|doubt)$/;

it('no fact of a finding or a refusal is a Vietnamese sentence', () => {
  const found = ['src/app', 'src/domain', 'src/xlsx', 'src/intake', 'src/cli']
    .flatMap(filesIn)
    .flatMap((path) =>
      literals(path)
        .filter(({ calls }) => calls.some((call) => SAYS.test(call)))
        .map(({ text }) => ({ path, text })),
    );
  expect(found.filter(({ text }) => !NAMES.has(text))).toEqual([]);
});

/**
 * Names of sheets, columns and words that stand in workbooks so, whatever the reader's language.
 */
const NAMES = new Set([
  'Người xác nhận',
  'Ngày xác nhận',
  '2024-03, Tháng 3/2024, Quý I/2024',
  'Mã bản nộp',
  'Kỳ',
  'Cơ quan chủ trì',
  'Mức',
  'Cấp',
  'Mã',
  'Định nghĩa tử, mẫu',
  'Nhiệm vụ',
  'Số, ký hiệu',
  'Ngày ban hành',
]);

it('an English sentence has Vietnamese in it only as a name that is quoted, or a step or sheet so called', () => {
  const unquoted = [
    'src/locale/en.ts',
    'src/locale/ui-en.ts',
    'src/locale/cli-texts.ts',
    'src/locale/words-en.ts',
    ...filesIn('src/domain/rules').filter((path) => path.endsWith('.sentences.ts')),
  ].flatMap((path) =>
    literals(path)
      .filter(({ of }) => of !== 'vi' && of !== 'cliVi' && of !== 'WORDS' && of !== 'LISTED')
      .map(({ text }) => text.replace(/“[^”]*”|‘[^’]*’/g, '').replace(CALLED, ''))
      .filter((text) => VIETNAMESE.test(text)),
  );
  expect(unquoted).toEqual([]);
});

/** Steps, sheets and columns; official, so called in any language. */
const CALLED = new RegExp(
  [
    ...[
      'Tiếp nhận',
      'Tổng hợp',
      'Tổng Hợp',
      'Tiếng Việt',
      'Ghi chú',
      'Mã đơn vị',
      'Đơn vị',
      'Mã chỉ tiêu',
      'Chỉ tiêu',
    ],
    ...[
      'So sánh',
      'Mức giao',
      'Mức',
      'Xác nhận',
      'Biểu thống kê',
      'Nhật ký sửa',
      'Giải trình',
      'Số liệu điều chỉnh',
      'Liên kết biểu',
    ],
    ...['Kỳ', 'Tử số', 'Mẫu số', 'Kết quả'],
  ].join('|'),
  'g',
);

it.each(['vi', 'en'] as const)('no sentence (%s) says a day as machines write it', (language) => {
  const said = catalogue().map((entry) => exampleSentence(entry, language));
  expect(said.filter((one) => /\d{4}-\d{2}-\d{2}/.test(one))).toEqual([]);
});

it('no English sentence has a word that only its writer knows, nor one for several of one', () => {
  const said = ['src/locale', 'src/domain/rules']
    .flatMap(filesIn)
    .filter((path) => /(en|texts|sentences)\.ts$/.test(path))
    .flatMap((path) =>
      readFileSync(join(root, path), 'utf8')
        .split('\n')
        .filter((line) => !/^\s*(\/?\*|\/\/|import )/.test(line))
        .filter((line) => QUAINT.test(line) || ONE_AS_MANY.test(line.replace(MANY, '')))
        .map((line) => `${path}: ${line.trim()}`),
    );
  expect(said).toEqual([]);
});

/** Words of English that were said of sheets and figures and that nobody says so. */
const QUAINT =
  /\b(mends?|mended|hand-in board|are others now|waits? for no|taken back|rows less)\b|\bsound (part|original)|'[^']*: sound'|\bstands? (in|over|beside|twice|as|there|so)\b/;
/** "1 errors": a count with a word for many, which may count one. */
const ONE_AS_MANY =
  /\$\{(count|n|cells|errors|warnings|files|agencies|rows|days|submissions|indicators|tasks|remarks)\} (?!of )(errors|warnings|cells|files|agencies|rows|days|submissions|indicators|tasks|points|places|forms|targets|figures|findings|originals|versions|sheets|codes|things|remarks)\b|\((s|es)\)/;

/** Always more than one, or after a slash. */
const MANY =
  /\$\{count\} (different files|files of one agency|forms of several|figures are those|places of the template|rows entered)/;

/** Of a table of figures, an act and a binding: what official sheets say and a screen shows. */
const SHOWN_IN_ENGLISH = [
  ['src/domain/report/figures-sheet.ts', /^(KIND_WORD)$/],
  ['src/domain/report/form-figures.ts', /^$/],
  ['src/domain/own-layout/figure-source.ts', /_WORDS$|^PROVINCE$/],
  ['src/domain/ledger/period-states.ts', /^REBUILT$/],
] as const;

it.each(SHOWN_IN_ENGLISH)('what %s says is said in English where a screen shows it', (path, of) => {
  const said = literals(path)
    .filter((one) => of.test(one.of))
    .map(({ text }) => text)
    .filter(
      (text) => !/^(Chỉ tiêu|Nhiệm vụ|Mã|Mã đơn vị|Đơn vị|Mã dòng|Trạng thái|Các ô)$/.test(text),
    )
    .filter((text) => !text.endsWith(' '));
  expect(said.length).toBeGreaterThan(0);
  expect(said.filter((text) => VIETNAMESE.test(officialInEnglish(text)))).toEqual([]);
});

it('a month made from a quarter’s report is called so in English', () => {
  for (const counts of [true, false])
    expect(officialInEnglish(derivedWord(counts))).not.toMatch(VIETNAMESE);
});
