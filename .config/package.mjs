import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { zipSync } from 'fflate';

/**
 * `npm run package -- --base https://tonghop.tinh.gov.vn/`: one zip an office installs from, with
 * everything of its own address. The same commit gives the same bytes.
 */
const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('..', import.meta.url));
const webpack = require('webpack');
const office = require('./office-files.cjs');
const { noticesOf, packagesOf } = require('./notices.cjs');
const { version } = require('../package.json');

/** Where Microsoft serves office.js; only with --office-js cdn. */
const CDN = 'https://appsforoffice.microsoft.com';

/** Zip knows no day before 1980, and tells local time. */
const FIXED_DAY = new Date(2024, 0, 1);

function refuse(line) {
  process.stderr.write(`${line}\n`);
  process.exit(2);
}

function readOptions() {
  const options = {
    base: { type: 'string' },
    out: { type: 'string' },
    'office-js': { type: 'string' },
  };
  const { values } = parseArgs({ options });
  let base;
  try {
    base = new URL(values.base ?? '');
  } catch {
    refuse(
      'Vui lòng ghi địa chỉ nơi sẽ đặt: npm run package -- --base https://tonghop.tinh.gov.vn/',
    );
  }
  if (base.protocol !== 'https:' || base.search || base.hash || base.username)
    refuse(`Office chỉ nạp phần bổ trợ từ https: “${values.base}” chưa dùng được.`);
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  const from = values['office-js'] ?? 'own';
  if (from !== 'own' && from !== 'cdn')
    refuse('--office-js nhận own (kèm trong gói) hoặc cdn (của Microsoft).');
  return {
    base,
    isCdn: from === 'cdn',
    out: values.out ?? join(root, 'dist', `tong-hop-${version}.zip`),
  };
}

/** Builds one of webpack.config.js' parts into a folder and tells which packages it took in. */
async function built(name, folder, change = (config) => config) {
  const configs = require('../webpack.config.js')({}, { mode: 'production' });
  const config = change(configs.find((one) => one.name === name));
  const compiler = webpack({ ...config, output: { ...config.output, path: folder, clean: false } });
  let packages = [];
  compiler.hooks.afterCompile.tap('package', (compilation) => {
    // Pages are templates compiled by themselves; what ships is in the main compilation.
    if (!compilation.compiler.parentCompilation) packages = packagesOf(compilation);
  });
  const stats = await new Promise((done, failed) =>
    compiler.run((error, result) => (error ? failed(error) : done(result))),
  );
  await new Promise((done) => compiler.close(done));
  if (stats.hasErrors()) throw new Error(stats.toString('errors-only'));
  return packages;
}

/**
 * The pane without our page around it: that one is for development and hosts office.js, which only
 * add-ins may.
 */
function paneOnly(config) {
  const { workbench: _workbench, ...entry } = config.entry;
  const plugins = config.plugins.filter(
    ({ userOptions }) => userOptions?.filename !== 'index.html',
  );
  return { ...config, entry, plugins, cache: { ...config.cache, name: 'package-pages' } };
}

/** Everything in one file, which runs itself where it checks. */
function oneScript(config) {
  const parser = { javascript: { dynamicImportMode: 'eager' } };
  return {
    ...config,
    entry: { tonghop: './src/cli/packaged.ts' },
    module: { ...config.module, parser },
    cache: { ...config.cache, name: 'package-cli' },
  };
}

function filesIn(folder) {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesIn(path) : [path];
    });
}

function filled(template, parts) {
  return readFileSync(join(root, '.config', 'package', template), 'utf8').replace(
    /\{([a-z]+)\}/g,
    (place, name) => (name in parts ? parts[name] : place),
  );
}

/**
 * The list of what the product stands on by CycloneDX' own tool; without clock and dice, so that
 * two lists of one commit are equal.
 */
function sbom(folder) {
  const tool = join(root, '.config', 'package');
  const script = join(
    tool,
    'node_modules',
    '@cyclonedx',
    'cyclonedx-npm',
    'bin',
    'cyclonedx-npm-cli.js',
  );
  if (!existsSync(script)) {
    const quietly = [
      '--omit=optional',
      '--ignore-scripts',
      '--no-package-lock',
      '--no-audit',
      '--no-fund',
    ];
    // A shell finds npm on Windows, where it is a script.
    const shell = process.platform === 'win32';
    execFileSync('npm', ['install', '--prefix', tool, ...quietly], { stdio: 'ignore', shell });
  }
  const out = join(folder, 'sbom.json');
  const what = [
    '--package-lock-only',
    '--omit',
    'dev',
    '--output-reproducible',
    '--no-validate',
    '--output-file',
    out,
  ];
  execFileSync(process.execPath, [script, ...what], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const { metadata, ...rest } = JSON.parse(readFileSync(out, 'utf8'));
  rmSync(out);
  // Which npm it was made with is no part of what ships.
  const { tools: _tools, ...kept } = metadata;
  return `${JSON.stringify({ ...rest, metadata: kept }, null, 2)}\n`;
}

function manifestFor(base) {
  const manifest = readFileSync(join(root, 'manifest.xml'), 'utf8');
  return manifest
    .replaceAll('https://localhost:3000/', base.href)
    .replace(/<Version>[^<]*<\/Version>/, `<Version>${version}.0</Version>`)
    .replace(
      /<SupportUrl DefaultValue="[^"]*"/,
      `<SupportUrl DefaultValue="${base.href}index.html"`,
    );
}

async function main() {
  const { base, isCdn, out } = readOptions();
  const work = mkdtempSync(join(tmpdir(), 'tonghop-package-'));
  try {
    // An address with a path has its folder in the web root, so that servers need no rule for it.
    const inner = `web${base.pathname}`;
    const web = join(work, inner);
    if (isCdn) process.env.OFFICE_JS = `${CDN}/lib/1/hosted`;
    const packages = [
      ...(await built('pages', web, paneOnly)),
      ...(await built('one-file', web)),
      ...(await built('cli', join(work, 'cli'), oneScript)),
    ];
    if (isCdn) rmSync(join(web, 'pane', 'office'), { recursive: true });
    const notices = noticesOf(packages);
    const policy = /set \$policy "([^"]*)"/.exec(
      filled('nginx.conf', { cdn: isCdn ? ` ${CDN}` : '' }),
    )[1];
    const parts = {
      version,
      policy,
      host: base.hostname,
      cdn: isCdn ? ` ${CDN}` : '',
      prefix: base.pathname,
    };
    const put = (path, text) => {
      mkdirSync(join(work, path, '..'), { recursive: true });
      writeFileSync(join(work, path), text);
    };
    const own = readFileSync(join(office.dist, '..', 'LICENSE.md'), 'utf8');
    put(`${inner}index.html`, filled('index.html', parts));
    put(`${inner}manifest.xml`, manifestFor(base));
    put(`${inner}web.config`, filled('web.config', parts));
    put('nginx.conf', filled('nginx.conf', parts));
    put('LICENSE.txt', readFileSync(join(root, 'LICENSE'), 'utf8'));
    put(
      'THIRD-PARTY-NOTICES.txt',
      notices.text +
        (isCdn ? '' : `\n${'-'.repeat(78)}\n\noffice.js (${inner}pane/office)\n\n${own}`),
    );
    if (!isCdn) put(`${inner}pane/office/LICENSE.md`, own);
    put('sbom.cdx.json', sbom(work));
    const inside = filesIn(work).map((path) => [
      relative(work, path).split(sep).join('/'),
      readFileSync(path),
    ]);
    const sums = inside.map(
      ([path, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`,
    );
    const entries = [...inside, ['SHA256SUMS', Buffer.from(sums.join(''))]];
    const name = `tong-hop-${version}`;
    const zip = zipSync(
      Object.fromEntries(
        entries.map(([path, bytes]) => [`${name}/${path}`, [bytes, { mtime: FIXED_DAY }]]),
      ),
      { level: 9 },
    );
    if (!existsSync(join(out, '..'))) mkdirSync(join(out, '..'), { recursive: true });
    writeFileSync(out, zip);
    const sum = createHash('sha256').update(zip).digest('hex');
    writeFileSync(`${out}.sha256`, `${sum}  ${name}.zip\n`);
    process.stdout.write(
      `${out}: ${(zip.length / 1e6).toFixed(1)} MB, ${entries.length} tệp\nSHA-256 ${sum}\n`,
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

await main();
