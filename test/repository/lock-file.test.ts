import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const lock = JSON.parse(readFileSync(resolve(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<
    string,
    {
      optionalDependencies?: Record<string, string>;
      resolved?: string;
      license?: string;
      dev?: boolean;
    }
  >;
};

/**
 * npm drops an optional package it cannot see without a word; on that system `npm ci` then fails.
 */
it('the lock file has an entry for every platform’s optional package', () => {
  const missing: string[] = [];
  for (const [path, { optionalDependencies }] of Object.entries(lock.packages)) {
    for (const name of Object.keys(optionalDependencies ?? {})) {
      let folder = path;
      const places: string[] = [];
      for (;;) {
        places.push(`${folder ? `${folder}/` : ''}node_modules/${name}`);
        if (folder === '') break;
        folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')));
        if (!folder.includes('node_modules')) folder = '';
      }
      if (!places.some((place) => place in lock.packages)) missing.push(`${path} → ${name}`);
    }
  }
  expect(missing).toEqual([]);
});

it('nothing we ship is under GPL or AGPL', () => {
  const shipped = Object.entries(lock.packages).filter(
    ([path, entry]) => path !== '' && !entry.dev,
  );
  expect(
    shipped
      .filter(
        ([, entry]) => /\bA?GPL\b/.test(entry.license ?? '') && !/ OR /.test(entry.license ?? ''),
      )
      .map(([path]) => path),
  ).toEqual([]);
});
