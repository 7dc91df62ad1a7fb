import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scanXml } from '../../src/xlsx/read/xml';

/**
 * The configuration for IIS, where there is no IIS to ask: held against what the schema of IIS 10
 * (IIS_schema.xml) says of the sections it uses, and against what IIS answers with 500.19: an
 * attribute it does not know, and one key twice. Headers are those of nginx.
 */

const FOLDER = join(__dirname, '../../.config/package');
const config = readFileSync(join(FOLDER, 'web.config'), 'utf8');
const nginx = readFileSync(join(FOLDER, 'nginx.conf'), 'utf8');

interface Element {
  path: string;
  attributes: Record<string, string>;
}

/** Attributes by element; of a collection its key, under which nothing stands twice. */
const SCHEMA: Record<string, { attributes?: string[]; key?: string }> = {
  configuration: {},
  location: { attributes: ['path'] },
  'system.webServer': {},
  'system.webServer/defaultDocument': { attributes: ['enabled'] },
  'system.webServer/defaultDocument/files': {},
  'system.webServer/defaultDocument/files/clear': {},
  'system.webServer/defaultDocument/files/add': { attributes: ['value'], key: 'value' },
  'system.webServer/directoryBrowse': { attributes: ['enabled', 'showFlags'] },
  'system.webServer/staticContent': { attributes: ['defaultDocFooter', 'enableDocFooter'] },
  'system.webServer/staticContent/clientCache': {
    attributes: ['cacheControlMode', 'cacheControlMaxAge', 'cacheControlCustom', 'setEtag'],
  },
  'system.webServer/staticContent/remove': { attributes: ['fileExtension'] },
  'system.webServer/staticContent/mimeMap': {
    attributes: ['fileExtension', 'mimeType'],
    key: 'fileExtension',
  },
  'system.webServer/httpProtocol': { attributes: ['allowKeepAlive'] },
  'system.webServer/httpProtocol/customHeaders': {},
  'system.webServer/httpProtocol/customHeaders/remove': { attributes: ['name'] },
  'system.webServer/httpProtocol/customHeaders/add': { attributes: ['name', 'value'], key: 'name' },
};

/** Every element, by scope: "" is the whole site, any other a location. */
const scopes = new Map<string, Element[]>([['', []]]);
{
  const open: string[] = [];
  let scope = '';
  scanXml(config.replace(/<\?.*?\?>|<!--.*?-->/gs, ''), {
    open(name, attribute) {
      open.push(name);
      const from = open.indexOf('system.webServer');
      const path = from < 0 ? name : open.slice(from).join('/');
      const known = SCHEMA[path]?.attributes ?? [];
      const found = known.flatMap((key) => {
        const value = attribute(key);
        return value === undefined ? [] : [[key, value]];
      });
      const attributes = Object.fromEntries(found) as Record<string, string>;
      if (name === 'location') scopes.set((scope = attributes.path), []);
      scopes.get(scope)!.push({ path, attributes });
    },
    close(name) {
      open.pop();
      if (name === 'location') scope = '';
    },
    text() {},
  });
}
const all = [...scopes.values()].flat();

it('has no element and no attribute the schema does not know', () => {
  expect(all.map(({ path }) => path).filter((path) => !SCHEMA[path])).toEqual([]);
  const written = [...config.replace(/<!--.*?-->/gs, '').matchAll(/\s([a-zA-Z]+)="/g)].length;
  // Of the declaration two more.
  const known = all.reduce((sum, { attributes }) => sum + Object.keys(attributes).length, 0);
  expect(known + 2).toBe(written);
  const modes = all.flatMap(({ attributes }) => attributes.cacheControlMode ?? []);
  expect(['NoControl', 'DisableCache', 'UseMaxAge', 'UseExpires']).toEqual(
    expect.arrayContaining(modes),
  );
});

it('takes away what stands above before it puts the same key, and puts none twice', () => {
  for (const [scope, elements] of scopes) {
    const removed = new Set<string>();
    const put = new Set<string>();
    for (const { path, attributes } of elements) {
      const collection = path.slice(0, path.lastIndexOf('/'));
      const key = SCHEMA[path].key;
      if (path.endsWith('/remove')) removed.add(`${collection} ${Object.values(attributes)[0]}`);
      if (path.endsWith('/clear')) removed.add(collection);
      if (!key) continue;
      const one = `${collection} ${attributes[key]}`;
      expect([scope, one, removed.has(one) || removed.has(collection)]).toEqual([scope, one, true]);
      expect([scope, one, put.has(one)]).toEqual([scope, one, false]);
      put.add(one);
    }
  }
});

it('sends the headers nginx sends', () => {
  const headers = (elements: readonly Element[]) =>
    Object.fromEntries(
      elements
        .filter(({ path }) => path.endsWith('customHeaders/add'))
        .map(({ attributes: { name, value } }) => [name, value]),
    );
  const own = headers(scopes.get('')!);
  const theirs = Object.fromEntries(
    [...nginx.slice(0, nginx.indexOf('location')).matchAll(/add_header (\S+) (.*?) always;/g)].map(
      ([, name, value]) => [name, value.replace(/^"|"$/g, '').replace('$policy', '{policy}')],
    ),
  );
  expect(own).toEqual(theirs);
  expect(headers(scopes.get('chunks')!)).toEqual({
    'Cache-Control': 'public, max-age=31536000, immutable',
  });
});
