import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { Random } from '../../src/cli/sample/random';

/**
 * A workbook spoiled in some places, the same for the same seed: in its bytes, in its parts, or in
 * the XML of a part.
 */
export function mutate(bytes: Uint8Array, seed: number): Uint8Array {
  const random = new Random(seed);
  if (random.next() < 0.25 || bytes[0] !== 0x50) return spoilBytes(bytes, random);
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes);
  } catch {
    return spoilBytes(bytes, random);
  }
  for (let times = random.whole(1, 4); times > 0; times--) spoilPart(parts, random);
  return zipSync(parts, { level: 1 });
}

function pick<T>(from: readonly T[], random: Random): T {
  return from[random.whole(0, from.length - 1)];
}

function spoilBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const spoiled = bytes.slice();
  if (random.next() < 0.2) return spoiled.slice(0, random.whole(0, spoiled.length));
  for (let times = random.whole(1, 20); times > 0; times--) {
    spoiled[random.whole(0, spoiled.length - 1)] = random.whole(0, 255);
  }
  return spoiled;
}

function spoilPart(parts: Record<string, Uint8Array>, random: Random): void {
  const names = Object.keys(parts);
  if (names.length === 0) return;
  // The parts with cells and texts are the ones that say something.
  const told = names.filter((name) =>
    /sheet\d|sharedStrings|styles|workbook\.xml$|content\.xml/.test(name),
  );
  const name = told.length > 0 && random.next() < 0.8 ? pick(told, random) : pick(names, random);
  const what = random.next();
  if (what < 0.04) delete parts[name];
  else if (what < 0.08) parts[name] = parts[pick(names, random)];
  else if (what < 0.12) parts[name] = spoilBytes(parts[name], random);
  else parts[name] = strToU8(spoilXml(strFromU8(parts[name]), random));
}

const NUMBERS = [
  '0',
  '-1',
  '1',
  '65535',
  '65536',
  '1048576',
  '1048577',
  '4294967296',
  '1e308',
  '1e999',
  'NaN',
  '',
  '007',
];
const TEXTS = [
  '&amp;',
  '&bogus;',
  '&#0;',
  '&#x10FFFF;',
  '&#xD800;',
  '<!-- x -->',
  '<![CDATA[<c r="A1"><v>1</v></c>]]>',
  '<?x?>',
  '<!DOCTYPE x>',
  '\0',
  '\uFFFF',
  'ệ'.normalize('NFD'),
  '1.234.567,89',
  '-'.repeat(2000),
  '1.'.repeat(2000),
  ' '.repeat(5000),
  '9'.repeat(400),
  '((((((((((',
  '=CMD()',
  '1/2/3/4/5/6/7/8/9',
  '12 ha 15 m2 và 3%',
  '_x000D_',
];

function spoilXml(xml: string, random: Random): string {
  const tags = [...xml.matchAll(/<[^>]*>/g)];
  if (tags.length === 0) return pick(TEXTS, random);
  const tag = pick(tags, random);
  const end = tag.index + tag[0].length;
  const cut = (text: string) => xml.slice(0, tag.index) + text + xml.slice(end);
  switch (random.whole(0, 9)) {
    case 0: // a tag goes
      return cut('');
    case 1: // or comes twice
      return cut(tag[0] + tag[0]);
    case 2: // or comes very often
      return cut(tag[0].repeat(random.whole(2, 3000)));
    case 3: // two change places
      return cut(pick(tags, random)[0]);
    case 4: // a number in it becomes another
      return cut(tag[0].replace(/\d+/, pick(NUMBERS, random)));
    case 5: // an attribute goes
      return cut(tag[0].replace(/\s[\w:]+="[^"]*"/, ''));
    case 6: // a quote goes
      return cut(tag[0].replace(/"/, ''));
    case 7: // a prefix comes
      return cut(tag[0].replace(/^<(\/?)/, '<$1x:'));
    case 8: {
      // the text behind it becomes another
      const next = xml.indexOf('<', end);
      return next < 0
        ? xml
        : xml.slice(0, end) + pick([...NUMBERS, ...TEXTS], random) + xml.slice(next);
    }
    default: {
      // a stretch goes
      const from = random.whole(0, xml.length);
      return xml.slice(0, from) + xml.slice(from + random.whole(1, 200));
    }
  }
}
