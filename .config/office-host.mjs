/**
 * What Office.js offers and what our host answers: reads the typings of Excel and the classes of
 * src/workbench/host, and writes src/workbench/host/api-sets.json (members with their requirement
 * sets) and docs/office-host-coverage.md.
 * With --check it only says whether they are up to date.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { formatted } from './formatted.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const typings = join(root, 'node_modules/@types/office-js/index.d.ts');
const hostRoom = join(root, 'src/workbench/host');
const setsFile = join(hostRoom, 'api-sets.json');
const formulasFile = join(root, 'docs/office-host-formulas.md');
const coverageFile = join(root, 'docs/office-host-coverage.md');

/** Members of the client itself; a host never sees them. */
const CLIENT_ONLY = new Set([
  'context',
  'isNullObject',
  'load',
  'set',
  'toJSON',
  'track',
  'untrack',
  'update',
  'items',
  'constructor',
]);

/**
 * "ExcelApi 1.9" → "1.9"; other sets keep their name. The first set of a note counts (what follows
 * is about one parameter).
 */
function setOf(node, text) {
  const notes = [
    ...text.slice(node.getFullStart(), node.getStart()).matchAll(/\[Api set: ([^\],]*)/g),
  ];
  const last = notes.at(-1)?.[1].trim();
  return (
    last &&
    (/^ExcelApi (1\.\d+)/.exec(last)?.[1] ?? (last.startsWith('ExcelApi BETA') ? 'preview' : last))
  );
}

/**
 * Class → member → "<kind><set>"; kinds: s scalar, n navigation to another class, m method, e
 * event.
 */
function readTypings() {
  const text = readFileSync(typings, 'utf8');
  const source = ts.createSourceFile(typings, text, ts.ScriptTarget.Latest, true);
  const excel = source.statements.filter(
    (one) => ts.isModuleDeclaration(one) && one.name.text === 'Excel',
  );
  const classes = excel.flatMap((one) => one.body.statements.filter(ts.isClassDeclaration));
  const names = new Set(classes.map((one) => one.name.text));
  const api = {};
  for (const declaration of classes) {
    const members = {};
    const own = setOf(declaration, text);
    for (const member of declaration.members) {
      const name = member.name?.getText(source);
      if (!name || CLIENT_ONLY.has(name)) continue;
      const type = member.type?.getText(source) ?? '';
      const kind = ts.isMethodDeclaration(member)
        ? 'm'
        : type.includes('EventHandlers<')
          ? 'e'
          : names.has(type.replace('Excel.', ''))
            ? 'n'
            : 's';
      const set = setOf(member, text) ?? own ?? 'preview';
      // Of several overloads the oldest decides.
      const before = members[name]?.slice(1);
      if (before === undefined || olderThan(set, before)) members[name] = kind + set;
    }
    api[declaration.name.text] = members;
  }
  return api;
}

function olderThan(set, other) {
  if (!/^1\./.test(set)) return false;
  return !/^1\./.test(other) || Number(set.slice(2)) < Number(other.slice(2));
}

/** The host's classes: className → public member names, own and inherited within the room. */
function readHost() {
  const found = new Map();
  for (const file of readdirSync(hostRoom).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  )) {
    const text = readFileSync(join(hostRoom, file), 'utf8');
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    for (const declaration of source.statements.filter(ts.isClassDeclaration)) {
      const className = declaration.members.find(
        (one) => one.name?.getText(source) === 'className',
      );
      const excelName = className?.initializer?.text ?? className?.initializer?.expression?.text;
      const parent = declaration.heritageClauses
        ?.find((one) => one.token === ts.SyntaxKind.ExtendsKeyword)
        ?.types[0].expression.getText(source);
      const members = new Set();
      for (const member of declaration.members) {
        const modifiers = ts.getModifiers(member)?.map((one) => one.kind) ?? [];
        if (
          modifiers.includes(ts.SyntaxKind.PrivateKeyword) ||
          modifiers.includes(ts.SyntaxKind.ProtectedKeyword)
        )
          continue;
        if (ts.isConstructorDeclaration(member)) {
          // `constructor(readonly name: string)` makes a member too.
          for (const parameter of member.parameters) {
            const kinds = ts.getModifiers(parameter)?.map((one) => one.kind) ?? [];
            const isPublic =
              kinds.includes(ts.SyntaxKind.ReadonlyKeyword) &&
              !kinds.includes(ts.SyntaxKind.PrivateKeyword) &&
              !kinds.includes(ts.SyntaxKind.ProtectedKeyword);
            if (isPublic) members.add(parameter.name.getText(source));
          }
          continue;
        }
        const name = member.name?.getText(source);
        if (name) members.add(name);
      }
      found.set(declaration.name.text, { excelName, parent, members });
    }
  }
  return found;
}

/**
 * Members that the installed library has: "Class.member". Newer ones of the typings cannot be
 * reached through it.
 */
function readClient() {
  const text = readFileSync(
    join(root, 'node_modules/@microsoft/office-js/dist/excel-web-16.00.debug.js'),
    'utf8',
  );
  const found = new Set();
  for (const pattern of [
    /Object\.defineProperty\((\w+)\.prototype, "(\w+)"/g,
    /\b(\w+)\.prototype\.(\w+) = function/g,
  ]) {
    for (const [, name, member] of text.matchAll(pattern)) found.add(`${name}.${member}`);
  }
  return found;
}

/** The call by which the client registers for an event (excel-web, the registerFunc of each). */
function registrationOf(className, event) {
  const name = event.slice(2);
  // The selection of the workbook is an event of the older API, answered by the channel.
  if (className === 'Workbook' && name === 'SelectionChanged') return 'getSelectedRange';
  if (name === 'Changed') return '_RegisterDataChangedEvent';
  if (name === 'NameChanged' || name === 'VisibilityChanged' || name === 'Moved')
    return `_RegisterEvent${name}`;
  return `_Register${name}Event`;
}

function coverage(api, host, client) {
  const rows = [];
  const unknown = [];
  let done = 0;
  let all = 0;
  for (const [name, { excelName, parent, members }] of [...host].sort((a, b) =>
    (a[1].excelName ?? '').localeCompare(b[1].excelName ?? ''),
  )) {
    if (!excelName || !api[excelName]) continue;
    const own = new Set(members);
    for (let up = parent; host.has(up); up = host.get(up).parent)
      for (const one of host.get(up).members) own.add(one);
    const known = Object.entries(api[excelName]);
    const answered = known.filter(([member, code]) =>
      own.has(code[0] === 'e' ? registrationOf(excelName, member) : member),
    );
    done += answered.length;
    all += known.length;
    const bySet = known.map(([member, code]) => ({
      member,
      set: code.slice(1),
      isInClient: client.has(`${excelName}.${member}`),
      isAnswered: answered.some(([one]) => one === member),
    }));
    rows.push({ excelName, bySet });
    if (!host.get(name)) unknown.push(name);
  }
  const others = Object.keys(api).filter((name) => !rows.some((row) => row.excelName === name));
  const lines = [
    '# What the Office host answers',
    '',
    'Written by `npm run office-host` from the typings of Office.js (@types/office-js) and the classes of src/workbench/host; a test fails when it is out of date.',
    'Some members of the typings are not in the installed library (@microsoft/office-js) yet: no add-in can reach them through it.',
    'A member that is not answered is refused with `NotImplemented` and its name; one above the chosen requirement set with `ApiNotFound`, as by Excel.',
    '',
    `**${rows.length} classes, ${done} of their ${all} members answered.** ${others.length} classes of Excel are not there at all (listed at the end).`,
    '',
  ];
  for (const { excelName, bySet } of rows) {
    const yes = bySet.filter((one) => one.isAnswered).length;
    lines.push(
      `## Excel.${excelName} (${yes} of ${bySet.length})`,
      '',
      '| Member | Requirement set | Answered |',
      '|---|---|---|',
    );
    for (const { member, set, isInClient, isAnswered } of bySet) {
      const since = /^1\./.test(set) ? `ExcelApi ${set}` : set;
      lines.push(
        `| ${member} | ${since} | ${isInClient ? 'yes' : '–'} | ${isAnswered ? 'yes' : '–'} |`,
      );
    }
    lines.push('');
  }
  lines.push('## Classes that are not there', '', others.join(', '), '');
  return lines.join('\n');
}

/**
 * Where the calculation of our page, and LibreOffice, differ from Excel: from the table of
 * test/formulas.
 */
function formulas() {
  const read = (name) => JSON.parse(readFileSync(join(root, 'test/formulas', name), 'utf8'));
  const { cases } = read('table.json');
  const ours = read('differences.json');
  const libreOffice = read('libreoffice.json');
  const certain = cases.filter((one) => one.excel !== undefined);
  const cell = (value) => String(value).replace(/\|/g, '\\|').replace(/\n/g, ' ');
  const rows = certain
    .filter(({ id }) => id in ours || id in libreOffice)
    .map(({ id, formula, excel }) => {
      const value = excel?.error ?? (typeof excel === 'string' ? `"${excel}"` : excel);
      return `| ${id} | \`=${cell(formula)}\` | ${cell(value)} | ${cell(ours[id] ?? 'as Excel')} | ${cell(libreOffice[id] ?? 'as Excel')} |`;
    });
  return [
    '# Formulas: our page, LibreOffice and Excel',
    '',
    'Written by `npm run office-host` from test/formulas: formulas of the kinds office staff write, with what Excel gives by its documentation.',
    'No Excel was at hand: "Excel" is what its documentation says. `npm test` holds our page to this list, `npm run test:all` LibreOffice 7.4.',
    '',
    `**${certain.length} formulas: our page (IronCalc behind a seam) differs in ${Object.keys(ours).length}, LibreOffice in ${Object.keys(libreOffice).length}.** Nothing this product writes into a sheet is among ours; its own reports are recalculated by LibreOffice in \`npm run test:all\`.`,
    '',
    '| No. | Formula | Excel | Our page | LibreOffice 7.4 |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

const api = readTypings();
const host = readHost();
const inHost = new Set([...host.values()].map((one) => one.excelName));
const sets = Object.fromEntries(
  Object.entries(api)
    .filter(([name]) => inHost.has(name))
    .sort(([a], [b]) => a.localeCompare(b)),
);
const written = [
  [setsFile, formatted(setsFile, JSON.stringify(sets))],
  [coverageFile, coverage(api, host, readClient())],
  [formulasFile, formulas()],
];
const stale = written.filter(([file, text]) => {
  try {
    return readFileSync(file, 'utf8') !== text;
  } catch {
    return true;
  }
});
if (process.argv.includes('--check')) {
  for (const [file] of stale) console.error(`${file} is out of date: run npm run office-host`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [file, text] of stale) writeFileSync(file, text);
}
