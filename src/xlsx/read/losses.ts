import type { Loss, LossKind } from '../../workbook/loss';
import type { Sheet } from '../../workbook/sheet';
import type { Package } from './package';

/** Parts of the package that our writer has nothing for. */
const PARTS: [LossKind, RegExp][] = [
  ['macros', /^xl\/vbaproject\.bin$/],
  ['pivot-tables', /^xl\/pivottables\/[^/]+\.xml$/],
  ['pictures', /^xl\/media\//],
  ['external-links', /^xl\/externallinks\/[^/]+\.xml$/],
  ['threaded-comments', /^xl\/threadedcomments\//],
  ['form-controls', /^xl\/(ctrlprops|activex)\/[^/]+\.xml$/],
  ['embedded-objects', /^xl\/embeddings\//],
  ['slicers', /^xl\/slicers\//],
  ['queries', /^xl\/(connections\.xml|querytables\/)/],
  ['custom-xml', /^customxml\/item\d+\.xml$/],
];

/** Marks in a worksheet part of what our sheets do not hold. */
const MARKS: [LossKind, RegExp][] = [
  ['sparklines', /<(?:\w+:)?sparkline>/g],
  ['hyperlinks', /<(?:\w+:)?hyperlink /g],
  ['rich-text', /<is><r>/g],
  [
    'conditional-formats',
    /<(?:\w+:)?cfRule [^>]*type="(?!expression"|cellIs"|containsText")[^"]*"/g,
  ],
  ['filters', /<(?:\w+:)?filterColumn /g],
  ['outlines', /outlineLevel="[1-7]"/g],
  ['sheet-passwords', /<sheetProtection [^>]*(?:password|hashValue)="/g],
];

export function lossesOf(
  source: Package,
  parts: ReadonlyMap<Sheet, string>,
  kept: { charts: number; links: ReadonlyMap<Sheet, number> },
): Loss[] {
  const losses: Loss[] = [];
  const add = (kind: LossKind, count: number, sheets: string[] = []) => {
    if (count > 0) losses.push({ kind, count, sheets });
  };
  const names = [...source.names];
  for (const [kind, pattern] of PARTS) add(kind, names.filter((name) => pattern.test(name)).length);
  add(
    'charts',
    names.filter((name) => /^xl\/charts\/chart[^/]*\.xml$/.test(name)).length - kept.charts,
  );
  add(
    'shapes',
    countAll(
      source,
      names.filter((name) => /^xl\/drawings\/drawing[^/]*\.xml$/.test(name)),
      /<(?:\w+:)?sp[ >]/g,
    ),
  );
  for (const [kind, pattern] of MARKS) {
    const found = [...parts].map(([sheet, part]) => ({
      name: sheet.name,
      count:
        count(source.part(part) ?? '', pattern) -
        (kind === 'hyperlinks' ? kept.links.get(sheet)! : 0),
    }));
    const on = found.filter((one) => one.count > 0);
    add(
      kind,
      on.reduce((sum, one) => sum + one.count, 0),
      on.map((one) => one.name),
    );
  }
  add('rich-text', count(source.part('xl/sharedStrings.xml') ?? '', /<si>\s*<r>/g));
  add('theme-colours', count(source.part('xl/styles.xml') ?? '', /<fgColor theme=/g));
  add('workbook-protection', count(source.part('xl/workbook.xml') ?? '', /<workbookProtection /g));
  return losses;
}

function countAll(source: Package, names: readonly string[], pattern: RegExp): number {
  return names.reduce((sum, name) => sum + count(source.part(name) ?? '', pattern), 0);
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}
