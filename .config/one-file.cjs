const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { Script } = require('node:vm');
const zopfli = require('@gfx/zopfli');
const { withSteps } = require('./code-steps.cjs');
const { noticesOf, packagesOf } = require('./notices.cjs');
const { version } = require('../package.json');

const own = (file) => readFileSync(path.join(__dirname, '..', 'src', 'one-file', file), 'utf8');
const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Zip knows no day before 1980; the same build gives the same bytes. */
const FIXED_DAY = ((2024 - 1980) << 9) | (1 << 5) | 1;

/**
 * Nothing is loaded and nothing is asked for: only the scripts and the styles that stand in the
 * file run, known by their hashes; workers are made of the same text. The empty style is what
 * Fluent makes before it fills it rule by rule.
 */
const policyOf = (scripts, styles) =>
  [
    "default-src 'none'",
    `script-src ${scripts.map(hashOf).join(' ')} 'wasm-unsafe-eval'`,
    `style-src ${styles.map(hashOf).join(' ')}`,
    'img-src data:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/**
 * The text of a script must not look as if another began or ended in it. Such words stand in
 * strings and patterns, where the sign may be written so; anywhere else the script would be none
 * any more, and the build fails.
 */
function inScript(text) {
  const safe = text.replace(/<(?=\/?script)/gi, '\\x3c');
  new Script(safe);
  return safe;
}

/**
 * Packed by LZMA, which takes a quarter less than deflate and some seconds: what does not change is
 * packed once.
 */
async function packed(bytes) {
  const folder = path.join(__dirname, '..', 'node_modules', '.cache', 'one-file');
  const kept = path.join(folder, createHash('sha256').update(bytes).digest('hex'));
  if (!existsSync(kept)) {
    const { compress } = await import('lzma1');
    mkdirSync(folder, { recursive: true });
    writeFileSync(kept, compress(bytes, 9));
  }
  return readFileSync(kept).toString('base64');
}

/** CRC-32 as zip archives hold it. */
function checkOf(bytes) {
  let check = ~0;
  for (const byte of bytes) {
    check ^= byte;
    for (let bit = 0; bit < 8; bit++) check = (check >>> 1) ^ (check & 1 ? 0xedb88320 : 0);
  }
  return ~check >>> 0;
}

/**
 * A zip of one file. Mail takes so much and no more: Zopfli takes some seconds and gives what every
 * program unpacks, a twentieth less of it than deflate as it is usually made.
 */
async function zipOf(name, bytes) {
  const data = Buffer.from(await zopfli.deflateAsync(bytes, { numiterations: 3 }));
  const called = Buffer.from(name);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt16LE(FIXED_DAY, 8);
  fields.writeUInt32LE(checkOf(bytes), 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(bytes.length, 18);
  fields.writeUInt16LE(called.length, 22);
  const before = Buffer.concat([Buffer.from('PK\x03\x04'), fields, called, data]);
  const rest = Buffer.alloc(14);
  const list = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, rest, called]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(before.length, 12);
  return Buffer.concat([before, list, Buffer.from('PK\x05\x06'), end]);
}

/**
 * Puts what was built into one file that asks for nothing, with its .zip (mail takes no .html) and
 * the checksum of that.
 */
class OneFilePlugin {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('OneFile', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE;
      compilation.hooks.processAssets.tapPromise({ name: 'OneFile', stage }, async () => {
        const built = compilation.getAssets().map(({ name, source }) => [name, source.buffer()]);
        const of = (kind) => {
          const found = built.filter(([name]) => name.endsWith(kind));
          if (found.length !== 1)
            throw new Error(`TongHop.html takes one ${kind}, not ${found.map(([name]) => name)}`);
          return found[0][1];
        };
        const app = inScript(of('.js').toString('utf8'));
        const style = of('.css').toString('utf8');
        const old = own('old-browser.js');
        const notices = noticesOf(packagesOf(compilation)).text;
        const national = readFileSync(
          path.join(__dirname, '..', 'src', 'domain', 'agency', 'national.json'),
          'utf8',
        );
        const part = async (name, bytes) =>
          `<script type="text/plain" id="part-${name}">${await packed(bytes)}</script>`;
        const filled = {
          '{policy}': policyOf([app, old], [style, '']),
          '{version}': version,
          '<!-- style -->': `<style>${style}</style>`,
          '<!-- old -->': `<script>${old}</script>`,
          '<!-- parts -->':
            (await part('calculation', of('.wasm'))) +
            (await part('notices', Buffer.from(notices))) +
            (await part('national', Buffer.from(withSteps(national)))),
          '<!-- app -->': `<script id="app">${app}</script>`,
        };
        // All at once: what a part holds is not looked at again.
        const html = Buffer.from(
          own('one-file.html').replace(
            /\{policy\}|\{version\}|<!-- (?:style|old|parts|app) -->/g,
            (place) => filled[place],
          ),
        );
        const zip = await zipOf('TongHop.html', html);
        const sum = createHash('sha256').update(zip).digest('hex');
        for (const [name] of built) compilation.deleteAsset(name);
        const emit = (name, bytes) =>
          compilation.emitAsset(name, new sources.RawSource(bytes), { minimized: true });
        emit('TongHop.html', html);
        emit('TongHop.zip', zip);
        emit('TongHop.zip.sha256', Buffer.from(`${sum}  TongHop.zip\n`));
      });
    });
  }
}

module.exports = { OneFilePlugin };
