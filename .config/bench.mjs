/**
 * npm run bench [-- NAME…]                      measures now: reading, cold, checking, issuing,
 *                                               core, consolidating, acts, usual-way, office-host
 *                                               (all, or those named)
 * npm run bench -- --against COMMIT [NAME…]     takes that commit too, measures both turn by
 *                                               turn, and prints now : then, figure by figure
 *
 * A measurement prints tables of Markdown; what two commits have in common is found by the table's
 * heading, the row's label and the column, so that a commit can be compared that knows nothing of
 * this program.
 */
import { spawnSync } from 'node:child_process';
import { besideCommit, buildIn, HERE } from './beside-commit.mjs';

const ALL = [
  'reading',
  'cold',
  'checking',
  'issuing',
  'core',
  'consolidating',
  'acts',
  'usual-way',
  'office-host',
];
/** These run in plain Node, as the command line does. */
const PLAIN = ['reading', 'cold', 'core', 'usual-way'];
/** Each is measured so often on either side, in turns. */
const ROUNDS = 3;
/** What is slower or larger by more than this is said at the end. */
const NOTABLE = 1.15;

const args = process.argv.slice(2);
const at = args.indexOf('--against');
const commit = at < 0 ? null : args[at + 1];
const named = args.filter((_, index) => at < 0 || (index !== at && index !== at + 1));
const unknown = named.filter((name) => !ALL.includes(name));
if (unknown.length > 0 || (at >= 0 && !commit)) {
  console.error(`npm run bench [-- [--against COMMIT] NAME…]: a NAME is one of ${ALL.join(', ')}.`);
  process.exit(2);
}
if (commit === null) {
  for (const name of named.length > 0 ? named : ALL) console.log(measure(HERE, name));
} else {
  // What reading and checking a form costs is what a province waits for; the others when asked.
  compare(commit, named.length > 0 ? named : ['reading', 'checking']);
}

/** The output of a measurement, run in a folder with the project. */
function measure(folder, name) {
  // Of all that is measured only these run what is built: the command line as it is written.
  if (['cold', 'usual-way'].includes(name)) buildIn(folder, 'cli');
  const command = PLAIN.includes(name)
    ? ['.config/run.mjs', `test/bench/${name}.ts`]
    : [
        'node_modules/jest/bin/jest.js',
        '-c',
        '.config/jest.bench.mjs',
        '--runInBand',
        '--testPathPatterns',
        `/${name}\\.bench`,
      ];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(commit === null ? {} : { BENCH_AGAINST: commit }) },
  });
  if (status !== 0)
    throw new Error(`${name} in ${folder} ended with ${status}:\n${stderr.slice(-4000)}`);
  return PLAIN.includes(name) ? stdout : stderr.replace(/^\s+at .*$/gm, '') + stdout;
}

function compare(commit, names) {
  besideCommit(commit, (there, hash) => {
    const sides = [HERE, there].map((folder) => ({ folder, runs: new Map() }));
    const rows = [];
    for (const name of names) {
      const taken = sides.map(() => []);
      for (let round = 0; round < ROUNDS; round++) {
        // Who comes first changes, so that neither always meets the warmer machine.
        for (const side of round % 2 === 0 ? [0, 1] : [1, 0]) {
          console.error(`${name}, round ${round + 1} of ${ROUNDS}, ${side === 0 ? 'now' : hash} …`);
          taken[side].push(figures(measure(sides[side].folder, name)));
        }
      }
      const [now, then] = taken.map(medians);
      for (const [key, value] of now) {
        if (then.has(key))
          rows.push({ name, key, now: value, then: then.get(key), ratio: value / then.get(key) });
      }
      if (now.size === 0 || rows.length === 0)
        throw new Error(`${name}: the two have no figure in common`);
    }
    show(rows, hash);
  });
}

/** Every number of the tables in a text: "heading › row › column" → the number. */
function figures(text) {
  const found = new Map();
  let title = '';
  let columns = null;
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line.startsWith('#')) title = line.replace(/^#+\s*/, '').replace(/[\d,.]+ ?KB.*/, '');
    if (!line.startsWith('|')) {
      columns = null;
      continue;
    }
    const cells = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim());
    if (cells.every((cell) => /^:?-+:?$/.test(cell))) continue;
    if (columns === null) {
      columns = cells;
      continue;
    }
    cells.slice(1).forEach((cell, index) => {
      const number = /^-?[\d,]*\.?\d+/.exec(cell)?.[0];
      if (number !== undefined)
        found.set(
          `${title} › ${cells[0]} › ${columns[index + 1]}`,
          Number(number.replace(/,/g, '')),
        );
    });
  }
  return found;
}

function medians(runs) {
  const keys = [...runs[0].keys()].filter((key) => runs.every((run) => run.has(key)));
  return new Map(
    keys.map((key) => [
      key,
      runs.map((run) => run.get(key)).sort((a, b) => a - b)[runs.length >> 1],
    ]),
  );
}

function show(rows, hash) {
  console.log(`\n| Measured | Figure | now | ${hash} | now : then |\n|---|---|---|---|---|`);
  for (const { name, key, now, then, ratio } of rows) {
    console.log(
      `| ${name} | ${key} | ${now} | ${then} | ${Number.isFinite(ratio) ? `${ratio.toFixed(2)}×` : '–'} |`,
    );
  }
  const notable = rows.filter(({ ratio }) => ratio > NOTABLE || ratio < 1 / NOTABLE);
  console.log(
    notable.length === 0
      ? `\nNothing differs by more than ${Math.round((NOTABLE - 1) * 100)} %.`
      : `\n${notable.length} of ${rows.length} figures differ by more than ${Math.round((NOTABLE - 1) * 100)} % (times and sizes: more is worse; files and cells a second: more is better).`,
  );
}
