import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * The threat model says of each line which test holds it; here it is held that the test is there.
 */
const root = resolve(__dirname, '../..');

const lines = readFileSync(resolve(root, 'SECURITY.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| Mối nguy'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

it.each(lines.map(([, threat, , test]) => [threat, test]))('%s', (_threat, test) => {
  const [, path, title] = /^`([^`]+)` – (.+)$/.exec(test)!;
  expect(existsSync(resolve(root, path))).toBe(true);
  expect(readFileSync(resolve(root, path), 'utf8')).toContain(title);
});

it('the model has its lines', () => {
  expect(lines.length).toBeGreaterThan(15);
});
