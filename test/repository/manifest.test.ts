import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { JSDOM } from 'jsdom';

/** Our own manifest rules: the schema of 2019 misses most of these, and Microsoft's validator needs the Internet. */
const root = resolve(__dirname, '../..');
const xml = new JSDOM(readFileSync(resolve(root, 'manifest.xml'), 'utf8'), { contentType: 'text/xml' }).window.document;
const all = (name: string) => [...xml.getElementsByTagName('*')].filter((element) => element.localName === name);
const attribute = (element: Element, name: string) => element.getAttribute(name) ?? '';
const strings = all('String');

describe('the manifest', () => {
  it('is a task pane with a fixed id and a version of at most four parts', () => {
    expect(all('Id')[0].textContent).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(all('Version')[0].textContent).toMatch(/^\d{1,5}(\.\d{1,5}){0,3}$/);
    expect(xml.documentElement.getAttribute('xsi:type')).toBe('TaskPaneApp');
    expect(all('VersionOverrides')).toHaveLength(1);
    expect(attribute(all('VersionOverrides')[0], 'xsi:type')).toBe('VersionOverridesV1_0');
  });

  it('asks for ExcelApi 1.12 and SharedRuntime 1.1, never above 1.14', () => {
    const sets = Object.fromEntries(all('Set').map((set) => [attribute(set, 'Name'), attribute(set, 'MinVersion')]));
    expect(sets).toEqual({ SharedRuntime: '1.1', ExcelApi: '1.12' });
  });

  it('uses https everywhere, in at most 2,048 characters', () => {
    const urls = [...xml.getElementsByTagName('*')]
      .flatMap((element) => [...element.attributes])
      .filter((one) => /:\/\//.test(one.value) && !one.name.startsWith('xmlns'))
      .map((one) => one.value);
    expect(urls.length).toBeGreaterThan(5);
    expect(urls.filter((url) => !url.startsWith('https://') || url.length > 2048)).toEqual([]);
  });

  it('defines every resource it names once, in at most 32 characters', () => {
    const defined = [...all('Image'), ...all('Url'), ...strings].map((one) => attribute(one, 'id')).filter(Boolean);
    const used = [...xml.getElementsByTagName('*')].map((one) => attribute(one, 'resid')).filter(Boolean);
    expect(new Set(defined).size).toBe(defined.length);
    expect(used.filter((id) => !defined.includes(id) || id.length > 32)).toEqual([]);
    expect(defined.filter((id) => !used.includes(id))).toEqual([]);
  });

  it('names the same page for runtime, functions and pane, with a long lifetime and no TaskpaneId', () => {
    const pages = ['Runtime', 'FunctionFile', 'SourceLocation'].map((name) =>
      all(name)
        .map((one) => attribute(one, 'resid'))
        .filter(Boolean),
    );
    expect(new Set(pages.flat())).toEqual(new Set(['Pane.Url']));
    expect(attribute(all('Runtime')[0], 'lifetime')).toBe('long');
    expect(all('TaskpaneId')).toEqual([]);
    const order = [...all('DesktopFormFactor')[0].parentElement!.children].map((one) => one.localName);
    expect(order).toEqual(['Runtimes', 'DesktopFormFactor']);
  });

  it('says everything in Vietnamese and in English, short enough', () => {
    expect(all('DefaultLocale')[0].textContent).toBe('vi-VN');
    for (const text of [
      ...strings,
      ...all('DisplayName'),
      ...all('Description').filter((one) => attribute(one, 'DefaultValue')),
    ]) {
      const english = [...text.children].find((one) => attribute(one, 'Locale') === 'en-US');
      expect(english).toBeDefined();
      const limit = text.parentElement!.localName === 'ShortStrings' || text.localName === 'DisplayName' ? 125 : 250;
      for (const value of [attribute(text, 'DefaultValue'), attribute(english!, 'Value')]) {
        expect(value.length).toBeGreaterThan(0);
        expect(value.length).toBeLessThanOrEqual(limit);
      }
    }
  });

  it('has its icons at their sizes', () => {
    const size = (url: string) => {
      const path = resolve(root, 'assets', url.split('/').pop()!);
      expect(existsSync(path)).toBe(true);
      const png = readFileSync(path);
      return [png.readUInt32BE(16), png.readUInt32BE(20)];
    };
    const icon = (name: string) => size(attribute(all(name)[0], 'DefaultValue'));
    expect(icon('IconUrl')).toEqual([32, 32]);
    expect(icon('HighResolutionIconUrl')).toEqual([64, 64]);
    const byId = Object.fromEntries(
      all('Image')
        .filter((one) => attribute(one, 'id'))
        .map((one) => [attribute(one, 'id'), attribute(one, 'DefaultValue')]),
    );
    for (const image of all('Image').filter((one) => attribute(one, 'size'))) {
      const wanted = Number(attribute(image, 'size'));
      expect(size(byId[attribute(image, 'resid')])).toEqual([wanted, wanted]);
    }
  });
});
