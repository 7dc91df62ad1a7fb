import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What `npm test` takes one of each kind of must be taken whole somewhere. */

const ROOT = resolve(__dirname, '../..');
const matrix = readFileSync(join(ROOT, '.ci/matrix.sh'), 'utf8');
const inAllWays = matrix
  .split('\n')
  .filter((line) => /\bALL_WAYS=1\b/.test(line))
  .flatMap((line) => /--testPathPatterns '([^']+)'/.exec(line)?.slice(1) ?? [])
  .map((pattern) => new RegExp(pattern));

const suites = ['src', 'test'].flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .map((path) => `${room}/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.test\.tsx?$/.test(path) && path !== 'test/repository/long.test.ts'),
);
const short = suites.filter((path) =>
  /\/long';|ALL_WAYS/.test(readFileSync(join(ROOT, path), 'utf8')),
);

it('every suite that is shorter in npm test is run whole by test:all', () => {
  expect(short.length).toBeGreaterThan(10);
  expect(short.filter((path) => !inAllWays.some((pattern) => pattern.test(path)))).toEqual([]);
});
