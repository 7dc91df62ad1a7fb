const { CSSStyleDeclaration } = require('cssstyle');
const cssom = require('rrweb-cssom');
const defaultSheet = require('jsdom/lib/jsdom/browser/default-stylesheet');
const styleRules = require('jsdom/lib/jsdom/living/helpers/style-rules');
const { matchesDontThrow } = require('jsdom/lib/jsdom/living/helpers/selectors');

// Asked for an element's style, jsdom holds it against every rule of every sheet. Fluent UI writes
// a rule for each thing it styles, and testing-library asks of every element on the way to a role
// or a name: a third of a suite of the pane. Nearly every rule names a class or a tag without which
// it cannot match; only those of the element's own class and tag are held against it here. What is
// answered is the same (test/repository/styles.dom.test.tsx).

const COMPOUND = /^(?:[a-z][a-z0-9-]*|\*)?(?:\.[\w-]+)*/i;
/** One compound, whatever stands in the brackets of its pseudo-classes. */
const ONE_COMPOUND = /^(\.[\w-]+):[^,\s>+~]*$/;
const ANY = '';

/** What an element must have for the selector to match it: ".class", "tag" or ANY. */
function keyOf(selector) {
  const last = selector
    .trim()
    .split(/[\s>+~]+/)
    .at(-1);
  const [plain] = COMPOUND.exec(last);
  const dot = plain.indexOf('.');
  if (dot >= 0) return `.${plain.slice(dot + 1).split('.')[0]}`;
  return plain === '*' ? ANY : plain.toLowerCase();
}

/** Of every alternative one; where brackets or escapes make it hard to tell, ANY. */
function keysOf(selectorText) {
  const one = ONE_COMPOUND.exec(selectorText);
  if (one) return [one[1]];
  return /[[\]()\\"'|]/.test(selectorText) ? [ANY] : selectorText.split(',').map(keyOf);
}

/** The rules jsdom itself looks at: the sheet's, and those for a screen. */
function* rulesOf(sheet) {
  for (const rule of sheet.cssRules) {
    if (!rule.media) yield rule;
    else if (Array.prototype.includes.call(rule.media, 'screen')) yield* rule.cssRules;
  }
}

/** Sheet → its rules, and by key which of them; made again when rules were added. */
const indexes = new WeakMap();
function indexOf(sheet) {
  const { cssRules } = sheet;
  const known = indexes.get(sheet);
  const last = cssRules[cssRules.length - 1];
  if (known?.count === cssRules.length && known.last === last) return known;
  const rules = [...rulesOf(sheet)].filter(({ selectorText }) => selectorText !== undefined);
  const byKey = new Map();
  for (const [place, { selectorText }] of rules.entries()) {
    for (const key of keysOf(selectorText)) {
      const places = byKey.get(key);
      if (places) places.push(place);
      else byKey.set(key, [place]);
    }
  }
  const index = { count: cssRules.length, last, rules, byKey };
  indexes.set(sheet, index);
  return index;
}

function matchingRules(sheet, element) {
  const { rules, byKey } = indexOf(sheet);
  const classes = element.getAttributeNS(null, 'class')?.split(/\s+/) ?? [];
  const keys = [ANY, element._localName.toLowerCase(), ...classes.map((name) => `.${name}`)];
  const places = new Set(keys.flatMap((key) => byKey.get(key) ?? []));
  return [...places]
    .sort((a, b) => a - b)
    .map((place) => rules[place])
    .filter(({ selectorText }) => matchesDontThrow(element, selectorText));
}

let parsedDefault;
function declarationFor(element) {
  const document = element._ownerDocument;
  const cache = (document._styleCache ??= new WeakMap());
  const known = cache.get(element);
  if (known) return known;
  const declaration = new CSSStyleDeclaration();
  const take = (style) => {
    for (const property of Array.from(style)) {
      const value = style.getPropertyValue(property);
      if (value === 'unset') declaration.removeProperty(property);
      else declaration.setProperty(property, value, style.getPropertyPriority(property));
    }
  };
  parsedDefault ??= cssom.parse(defaultSheet);
  for (const sheet of [parsedDefault, ...document.styleSheets._list]) {
    for (const { style } of matchingRules(sheet, element)) if (style) take(style);
  }
  take(element.style);
  cache.set(element, declaration);
  return declaration;
}

const asJsdomAnswers = styleRules.getDeclarationForElement;
styleRules.getDeclarationForElement = declarationFor;

const { TestEnvironment } = require('jest-environment-jsdom');
const { implForWrapper } = require('jsdom/lib/jsdom/living/generated/utils');

module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    /** What jsdom itself would answer, for the test that holds the two together. */
    this.global.styleAsJsdomAnswers = (element) => {
      const inside = implForWrapper(element);
      inside._ownerDocument._styleCache = null;
      const { cssText } = asJsdomAnswers(inside);
      inside._ownerDocument._styleCache = null;
      return [cssText, declarationFor(inside).cssText];
    };
  }
};
