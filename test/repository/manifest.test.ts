import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { JSDOM } from 'jsdom';
import { buttonOf, FUNCTIONS, GROUPS, TAB } from '../../src/commands/ribbon';
import type { Command } from '../../src/ui/commands';

/**
 * Our own manifest rules: the schema of 2019 misses most of these, and Microsoft's validator needs
 * the Internet.
 */
const root = resolve(__dirname, '../..');
const xml = new JSDOM(readFileSync(resolve(root, 'manifest.xml'), 'utf8'), {
  contentType: 'text/xml',
}).window.document;
const all = (name: string) =>
  [...xml.getElementsByTagName('*')].filter((element) => element.localName === name);
const attribute = (element: Element, name: string) => element.getAttribute(name) ?? '';
const strings = all('String');
const controls = all('Control');

describe('the manifest', () => {
  it('is a task pane with a fixed id and a version of at most four parts', () => {
    expect(all('Id')[0].textContent).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(all('Version')[0].textContent).toMatch(/^\d{1,5}(\.\d{1,5}){0,3}$/);
    expect(xml.documentElement.getAttribute('xsi:type')).toBe('TaskPaneApp');
    expect(all('VersionOverrides')).toHaveLength(1);
    expect(attribute(all('VersionOverrides')[0], 'xsi:type')).toBe('VersionOverridesV1_0');
  });

  it('asks for ExcelApi 1.12 and SharedRuntime 1.1, never above 1.14', () => {
    const sets = Object.fromEntries(
      all('Set').map((set) => [attribute(set, 'Name'), attribute(set, 'MinVersion')]),
    );
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
    const defined = [...all('Image'), ...all('Url'), ...strings]
      .map((one) => attribute(one, 'id'))
      .filter(Boolean);
    const used = [...xml.getElementsByTagName('*')]
      .map((one) => attribute(one, 'resid'))
      .filter(Boolean);
    expect(new Set(defined).size).toBe(defined.length);
    expect(used.filter((id) => !defined.includes(id) || id.length > 32)).toEqual([]);
    expect(defined.filter((id) => !used.includes(id))).toEqual([]);
  });

  it('names the same page for runtime, functions and pane, with a long lifetime and no TaskpaneId', () => {
    const pages = ['Runtime', 'FunctionFile', 'SourceLocation'].map((name) =>
      all(name)
        // A script and a description of the functions are no pages.
        .filter((one) => !['Script', 'Metadata'].includes(one.parentElement!.localName))
        .map((one) => attribute(one, 'resid'))
        .filter(Boolean),
    );
    expect(new Set(pages.flat())).toEqual(new Set(['Pane.Url']));
    expect(attribute(all('Runtime')[0], 'lifetime')).toBe('long');
    expect(all('TaskpaneId')).toEqual([]);
    const order = [...all('DesktopFormFactor')[0].parentElement!.children].map(
      (one) => one.localName,
    );
    expect(order).toEqual(['Runtimes', 'AllFormFactors', 'DesktopFormFactor']);
  });

  it('has a tab of its own whose every button runs a command there is, one of them in the menu of a cell', () => {
    expect(all('OfficeTab')).toEqual([]);
    const [tab] = all('CustomTab');
    expect(attribute(tab, 'id')).toBe(TAB);
    // As the schema wants them.
    expect([...tab.children].map((one) => one.localName)).toEqual(
      [...tab.children].map(() => 'Group').with(-1, 'Label'),
    );
    const groups = [...tab.children].filter((one) => one.localName === 'Group');
    const buttons = groups.map((group) => [
      attribute(group, 'id'),
      controls.filter((one) => group.contains(one)).map((one) => attribute(one, 'id')),
    ]);
    const expected = Object.entries(GROUPS).map(([id, commands]) => [id, commands.map(buttonOf)]);
    expected.at(-1)![1] = ['TongHop.Open', ...(expected.at(-1)![1] as string[])];
    expect(buttons).toEqual(expected);
    const ofButton = Object.fromEntries(
      (Object.keys(FUNCTIONS) as Command[]).map((one) => [buttonOf(one), FUNCTIONS[one]]),
    );
    for (const control of controls) {
      const name = [...control.getElementsByTagName('FunctionName')].at(0)?.textContent;
      const id = attribute(control, 'id');
      expect([id, name]).toEqual([
        id,
        { ...ofButton, 'TongHop.CellSources': FUNCTIONS.sources, 'TongHop.Open': undefined }[id],
      ]);
    }
    const menu = all('OfficeMenu')[0];
    expect(attribute(menu, 'id')).toBe('ContextMenuCell');
    expect(controls.filter((one) => menu.contains(one)).map((one) => attribute(one, 'id'))).toEqual(
      ['TongHop.CellSources'],
    );
    // Until the add-in has run in a workbook, every button can be pressed and answers in words.
    expect(all('Enabled')).toEqual([]);
    expect(new Set(controls.map((one) => attribute(one, 'id'))).size).toBe(controls.length);
  });

  it('describes the custom functions it runs, in both languages, and asks no host for them', () => {
    const [vi, en] = ['functions', 'functions-en'].map((name) => {
      const { functions } = JSON.parse(
        readFileSync(resolve(root, `assets/${name}.json`), 'utf8'),
      ) as {
        functions: { id: string; parameters: { optional?: boolean }[]; options: object }[];
      };
      return functions.map(({ id, parameters, options }) => [
        id,
        parameters.map((one) => one.optional ?? false),
        options,
      ]);
    });
    const figure = [false, false, false];
    // Told again after each of our acts, never volatile.
    const options = { stream: true, cancelable: true };
    expect(vi).toEqual([
      ['GIATRI', [...figure, true], options],
      ['TYLE', figure, options],
      ['DATCHITIEU', figure, options],
    ]);
    expect(en).toEqual(vi);
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
      const limit =
        text.parentElement!.localName === 'ShortStrings' || text.localName === 'DisplayName'
          ? 125
          : 250;
      for (const value of [attribute(text, 'DefaultValue'), attribute(english!, 'Value')]) {
        expect(value.length).toBeGreaterThan(0);
        expect(value.length).toBeLessThanOrEqual(limit);
      }
    }
  });

  it('has its icons at their sizes', () => {
    const size = (url: string) => {
      const path = resolve(root, 'assets', url.split('/pane/assets/')[1]);
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
