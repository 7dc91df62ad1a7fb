const { existsSync, readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');

/** What may be shipped (docs/decisions/016): a build that takes in anything else fails. */
const ALLOWED = [
  'MIT',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  '0BSD',
  'Zlib',
  'BlueOak-1.0.0',
];

/**
 * Of "MIT/Apache-2.0" or "(MIT OR GPL-3.0)" the first that may be shipped, of "MIT AND Zlib" all of
 * them; null where none may.
 */
function licenceOf(said) {
  const all = String(said)
    .replace(/[()]/g, '')
    .split(' AND ')
    .map((one) => one.split(/\/| OR /).find((choice) => ALLOWED.includes(choice)));
  return all.every(Boolean) ? all.join(' AND ') : null;
}

/** The folders of the packages whose code a compilation took in, each once, in one order. */
function packagesOf(compilation) {
  const folders = new Set();
  const visit = (modules) => {
    for (const one of modules) {
      if (one.modules) visit(one.modules);
      const folder = one.resource && packageFolder(one.resource);
      if (folder) folders.add(folder);
      if (folder) for (const inner of carriedBy(one.resource)) folders.add(inner);
    }
  };
  visit(compilation.modules);
  return [...folders].sort();
}

/** A library that was bundled before it was published says in its file what it took in. */
const TAKEN_IN = /^\/\/#region .*?node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\/\S*$/gm;

/** What Node's streams stand on, which .config/docx-lean.cjs leaves out; nothing else asks it. */
const LEFT_OUT = new Set(
  [
    'available-typed-arrays call-bind call-bind-apply-helpers call-bound define-data-property',
    'dunder-proto es-define-property es-errors es-object-atoms events for-each function-bind',
    'get-intrinsic get-proto gopd has-property-descriptors has-symbols has-tostringtag hasown',
    'is-arguments is-callable is-generator-function is-typed-array math-intrinsics',
    'possible-typed-array-names readable-stream set-function-length stream-browserify util',
    'util-deprecate which-typed-array',
  ].flatMap((names) => names.split(' ')),
);

/** The folders of the packages within a file of a library, with those they stand on. */
function carriedBy(file) {
  if (!existsSync(file) || !/\.m?js$/.test(file)) return [];
  const folders = new Set();
  const add = (name, from, isNamed) => {
    if (LEFT_OUT.has(name)) return;
    const kept = path.join(__dirname, 'licences', name);
    const folder = installedFor(name, from) ?? (existsSync(kept) ? kept : null);
    if (!folder && isNamed)
      throw new Error(`${file} holds ${name}, of which no licence is at hand`);
    if (!folder || folders.has(folder)) return;
    folders.add(folder);
    // What it may hold in turn without saying so: one of them is minified.
    const { dependencies } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    for (const inner of Object.keys(dependencies ?? {})) add(inner, folder, false);
  };
  for (const [, name] of readFileSync(file, 'utf8').matchAll(TAKEN_IN)) add(name, file, true);
  return folders;
}

/** As Node looks for it: from a file upwards. */
function installedFor(name, from) {
  for (let at = path.dirname(from); at !== path.dirname(at); at = path.dirname(at)) {
    const folder = path.join(at, 'node_modules', name);
    if (existsSync(path.join(folder, 'package.json'))) return folder;
  }
  return null;
}

/** ".../node_modules/@scope/name" of a file in it; null for what is our own. */
function packageFolder(file) {
  const parts = file.split(/[\\/]/);
  const at = parts.lastIndexOf('node_modules');
  if (at < 0) return null;
  return parts.slice(0, at + (parts[at + 1].startsWith('@') ? 3 : 2)).join(path.sep);
}

function about(folder) {
  const { name, version, license, author, collaborators, repository } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  const licence = licenceOf(license);
  const files = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .sort();
  const texts = files.map((file) =>
    chosen(readFileSync(path.join(folder, file), 'utf8').replace(/\r\n/g, '\n'), licence).trim(),
  );
  const who =
    typeof author === 'string' ? author : (author?.name ?? collaborators?.join(', ') ?? '');
  const source = typeof repository === 'string' ? repository : (repository?.url ?? '');
  if (texts.length === 0) texts.push(spoken(licence, who));
  return { name, version, licence, source, texts };
}

/** Of a choice between MIT and the GPL the terms that were taken. */
function chosen(text, licence) {
  return licence === 'MIT' ? text.split(/^GPL version 3$/m)[0] : text;
}

/** The licence of a package that names it and encloses no text of it. */
function spoken(licence, who) {
  const kept = path.join(__dirname, 'licences', `${licence}.txt`);
  if (!existsSync(kept)) return `Licence: ${licence}`;
  return readFileSync(kept, 'utf8')
    .replace('<holders>', who || 'the authors')
    .trim();
}

/** The notices of some packages as one text: each once, with its licence in full. */
function noticesOf(folders) {
  const known = new Map(folders.map(about).map((one) => [`${one.name} ${one.version}`, one]));
  const packages = [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  const blocks = packages.map(({ name, version, licence, source, texts }) =>
    [`${name} ${version} – ${licence}`, source, '', ...texts]
      .filter((line, at) => at !== 1 || line)
      .join('\n'),
  );
  const head =
    'Phần mềm của bên thứ ba có trong bản này (Third-party software in this distribution)';
  return { packages, text: `${[head, ...blocks].join(`\n\n${'-'.repeat(78)}\n\n`)}\n` };
}

module.exports = { ALLOWED, licenceOf, noticesOf, packagesOf };
