const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const ROOT = path.join(__dirname, '..');
const KEPT = path.join(ROOT, 'node_modules', '.cache', 'built');
/** What a build is made of; the packages are known by their lock. */
const SOURCES = ['src', 'assets', '.config'];
const MORE = ['webpack.config.js', 'package.json', 'package-lock.json'];
/** Whatever else a build reads is no part of what is compared, so such a build is never kept. */
const isKnown = (file) =>
  /[\\/]node_modules(?:[\\/]|$)/.test(file) ||
  // Folders above are only looked through for a package.json.
  `${ROOT}${path.sep}`.startsWith(file) ||
  [...SOURCES, ...MORE].some((one) => {
    const inside = path.relative(path.join(ROOT, one), file);
    return !inside.startsWith('..') && !path.isAbsolute(inside);
  });

/** Tests are no part of what is built. */
function* filesOf(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesOf(file);
    else if (!/\.(?:test|cases)\.tsx?$/.test(entry.name)) yield file;
  }
}

function hashOf(files) {
  const hash = createHash('sha256').update(process.version);
  for (const file of files.sort()) {
    hash.update(`\0${path.relative(ROOT, file)}\0`).update(readFileSync(file));
  }
  return hash.update(process.env.OFFICE_JS ?? '').digest('hex');
}

const sources = () =>
  hashOf([
    ...SOURCES.flatMap((folder) => [...filesOf(path.join(ROOT, folder))]),
    ...MORE.map((file) => path.join(ROOT, file)),
  ]);

const noteOf = (name) => path.join(KEPT, `${name}.json`);

/** Whether what lies in dist was built of the sources as they are, and nobody changed it since. */
function isBuilt(name) {
  if (!existsSync(noteOf(name))) return false;
  const { from, made, files } = JSON.parse(readFileSync(noteOf(name), 'utf8'));
  const there = files.map((file) => path.join(ROOT, file));
  return there.every(existsSync) && from === sources() && made === hashOf(there);
}

/**
 * Notes of what a production build was made and what it made, so that `npm test` after `npm ci`
 * builds nothing again: half a minute of one core.
 */
class BuiltPlugin {
  apply(compiler) {
    const { name, mode, output } = compiler.options;
    if (mode !== 'production') return;
    let from;
    compiler.hooks.beforeRun.tap('Built', () => {
      from = sources();
    });
    compiler.hooks.done.tap('Built', ({ compilation }) => {
      // A build into another folder (npm run package) is none of dist.
      const isElsewhere = path.relative(path.join(ROOT, 'dist'), output.path).startsWith('..');
      if (isElsewhere || compilation.errors.length) return;
      const read = [...compilation.fileDependencies, ...compilation.contextDependencies];
      if (!read.every(isKnown)) return;
      const files = compilation
        .getAssets()
        .map((asset) => path.relative(ROOT, path.join(output.path, asset.name.split('?')[0])));
      const made = hashOf(files.map((file) => path.join(ROOT, file)));
      mkdirSync(KEPT, { recursive: true });
      writeFileSync(noteOf(name), JSON.stringify({ from, made, files }));
    });
  }
}

module.exports = { BuiltPlugin, isBuilt };
