import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Every page of the documentation leads where it says: to a page or a picture that is there. */

const ROOT = join(__dirname, '../..');
const PAGES = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'CONTRIBUTING.vi.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

it.each(PAGES)('%s', (page) => {
  const links = [...readFileSync(join(ROOT, page), 'utf8').matchAll(/\]\(([^)\s]+)\)/g)].map(
    ([, link]) => link,
  );
  const own = links
    .filter((link) => !/^(https?:|mailto:|#)/.test(link))
    .map((link) => link.replace(/#.*$/, ''));
  const lost = own.filter(
    (link) => !existsSync(join(ROOT, dirname(page), decodeURIComponent(link))),
  );
  expect(lost).toEqual([]);
});
