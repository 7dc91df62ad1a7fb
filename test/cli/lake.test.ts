import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Submission } from '../../src/domain/submission/submission';
import { Lakes, PLAN, year } from '../lake/lakes';

/**
 * An open lake by the command line: each file once, whole or not at all, nothing cast; more in
 * test/matrix/lake.test.ts.
 */
const { path, run, added, ledger, contents, remove } = new Lakes();
afterAll(remove);

beforeAll(async () => {
  await ledger('year.xlsx', year);
  await ledger(
    'first.xlsx',
    year.filter(({ period }) => period < '2024-03'),
  );
});

it('a ledger goes in once, file by file; adding it again changes nothing', () => {
  const first = added('kho', '--ledger', 'first.xlsx');
  expect(first.plans).toMatchObject([{ plan: PLAN.id, added: first.plans[0].submissions }]);
  const before = contents('kho');
  expect(added('kho', '--ledger', 'first.xlsx').plans[0].added).toBe(0);
  expect(contents('kho')).toEqual(before);
  const both = added('kho', '--ledger', 'first.xlsx', 'year.xlsx');
  expect(both.plans[0]).toMatchObject({
    submissions: year.length,
    added: year.length - first.plans[0].submissions,
  });
  // A figure of a month that was there already is in the same file as before.
  const kept = Object.keys(before).filter(
    (name) => name.startsWith('figures/') && name.endsWith('.parquet'),
  );
  expect(kept.length).toBeGreaterThan(0);
  expect(contents('kho')).toMatchObject(
    Object.fromEntries(kept.map((name) => [name, before[name]])),
  );
});

it('the files are Parquet, and each table’s log names exactly those that are there, with their hashes', () => {
  const now = contents('kho');
  const logs = Object.keys(now).filter((name) => name.includes('_delta_log'));
  expect(logs.length).toBeGreaterThan(15);
  const alive = new Map<string, string>();
  for (const log of logs.sort())
    for (const line of readFileSync(path(`kho/${log}`), 'utf8')
      .trim()
      .split('\n')) {
      const { add, remove } = JSON.parse(line) as Record<
        string,
        { path: string; tags: { sha256: string } } | undefined
      >;
      const file = (one: string) => `${dirname(dirname(log))}/${decodeURIComponent(one)}`;
      if (add) alive.set(file(add.path), add.tags.sha256);
      if (remove) alive.delete(file(remove.path));
    }
  const files = Object.entries(now).filter(([name]) => name.endsWith('.parquet'));
  expect(Object.fromEntries(alive)).toEqual(Object.fromEntries(files));
  for (const [name] of files) {
    const bytes = readFileSync(path(`kho/${name}`));
    expect([bytes.subarray(0, 4).toString(), bytes.subarray(-4).toString()]).toEqual([
      'PAR1',
      'PAR1',
    ]);
  }
});

it('a file that is not as it was written is named, and the lake is not read', () => {
  const file = Object.keys(contents('kho')).find(
    (name) => name.startsWith('figures/') && name.endsWith('.parquet'),
  )!;
  const bytes = readFileSync(path(`kho/${file}`));
  writeFileSync(path(`kho/${file}`), bytes.with(20, bytes[20] ^ 1));
  const { code, err } = run('lake', 'query', 'kho', '--period', '2024', '--lang', 'en');
  writeFileSync(path(`kho/${file}`), bytes);
  expect([code, err]).toEqual([2, expect.stringContaining('is not as it was written')]);
  expect(err).toContain(file);
});

it('a figure with more than ten decimals, or too large, is named where it stands and nothing is written', async () => {
  const at = year.findIndex(({ observations }) =>
    observations.some(({ measure }) => measure === 'denominator'),
  );
  const withFigure = (value: number): Submission[] =>
    year.map((one, index) => {
      if (index !== at) return one;
      const which = one.observations.findIndex(({ measure }) => measure === 'denominator');
      const observations = one.observations.map((each, place) =>
        place === which ? { ...each, value, raw: String(value) } : each,
      );
      return { ...one, observations };
    });
  for (const [value, said] of [
    [0.12345678901, 'more than 10 decimals'],
    [1.5e18, 'more than 18 digits'],
  ] as const) {
    await ledger('sai.xlsx', withFigure(value));
    const { code, err } = run('lake', 'sai', '--ledger', 'sai.xlsx', '--lang', 'en');
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
    expect(err).toContain(`agency ${year[at].agency}, `);
    expect(err).toContain('cell E10');
    expect(
      Object.keys(contents('sai')).filter(
        (name) => name.endsWith('.json') && name.includes('_delta_log'),
      ),
    ).toEqual([]);
  }
});

it('without DuckDB a question says what to install', () => {
  expect(existsSync(join(__dirname, '../../node_modules/@duckdb'))).toBe(false);
  const asked = run('lake', 'query', 'kho', '--period', '2024', '--lang', 'en');
  expect([asked.code, asked.err]).toEqual([
    2,
    expect.stringContaining('npm install @duckdb/node-api'),
  ]);
});
