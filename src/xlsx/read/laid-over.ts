import type { LaidKind } from '../../app/refusals';
import type { Result } from '../../domain/result';
import type { Sheet } from '../../workbook/sheet';
import type { Workbook } from '../../workbook/workbook';
import { givenLooks, isGiven, type Given } from './given-looks';
import { readNotes } from './for-editing';
import type { Package, ReadRefusal } from './package';
import { readBytes, readRelations } from './workbook';

/** Of a sheet, or of the whole workbook; of a name what it is. */
export interface Laid {
  kind: LaidKind;
  sheet: string | null;
  name: string | null;
}

export interface LaidOver {
  workbook: Workbook;
  laid: Laid[];
}

/** Parts of the package. */
const PARTS: [LaidKind, RegExp][] = [
  ['macros', /^xl\/vbaproject\.bin$/],
  ['pivot-tables', /^xl\/pivottables\//],
  ['controls', /^xl\/(ctrlprops|activex)\//],
  ['objects', /^xl\/embeddings\//],
  ['slicers', /^xl\/slicers\//],
  ['queries', /^xl\/(connections\.xml|querytables\/)/],
  ['external-links', /^xl\/externallinks\//],
];

/** Marks of a worksheet part, behind its rows. */
const MARKS: [LaidKind, RegExp][] = [
  ['conditional-formats', /<(?:\w+:)?cfRule[ >]/],
  ['validations', /<(?:\w+:)?dataValidation[ >]/],
  ['hyperlinks', /<(?:\w+:)?hyperlink[ >]/],
  ['protection', /<(?:\w+:)?sheetProtection [^<>]*\bsheet="(?:1|true)"/],
];

/**
 * A row, or a column before the rows. A tag holds no other: each is looked through once, however
 * many a hostile file begins.
 */
const HIDDEN = /<(?:\w+:)?(?:row|col) [^<>]*\bhidden="(?:1|true)"/;

/** A program that saves writes how high each row is; this one says that somebody set it. */
const HIGH = /<(?:\w+:)?row [^<>]*\bcustomHeight="(?:1|true)"/;

const GIVEN: readonly Given[] = ['colours', 'letters', 'borders'];

const WORKBOOK_PROTECTION = /<(?:\w+:)?workbookProtection [^<>]*="(?:1|true)"/;

/** Excel's own names: what is printed, what a filter covers. */
const BUILT_IN = /^_xlnm\./i;

/**
 * A workbook with its notes, and all that lies over its cells and beside its sheets: what a write
 * of the cells alone would lose.
 */
export function readLaidOver(bytes: Uint8Array): Result<LaidOver, ReadRefusal> {
  return readBytes(bytes, (source, { workbook, parts }) => {
    const looks = givenLooks(source.part('xl/styles.xml') ?? '');
    return {
      workbook,
      laid: [
        ...namesOf(workbook),
        ...[...parts].flatMap(([sheet, part]) => laidOn(sheet, source, part, looks)),
        ...(WORKBOOK_PROTECTION.test(source.part('xl/workbook.xml') ?? '')
          ? [{ kind: 'protection' as const, sheet: null, name: null }]
          : []),
        ...PARTS.filter(([, pattern]) => [...source.names].some((name) => pattern.test(name))).map(
          ([kind]): Laid => ({ kind, sheet: null, name: null }),
        ),
      ],
    };
  });
}

function namesOf({ names, sheets }: Workbook): Laid[] {
  const all = [...names.keys(), ...sheets.flatMap((sheet) => [...sheet.names.keys()])];
  return all
    .filter((name) => !BUILT_IN.test(name))
    .map((name) => ({ kind: 'names', sheet: null, name }));
}

function laidOn(
  sheet: Sheet,
  source: Package,
  part: string,
  looks: ReturnType<typeof givenLooks>,
): Laid[] {
  const on = (kind: LaidKind): Laid => ({ kind, sheet: sheet.name, name: null });
  const xml = source.part(part) ?? '';
  const behind = xml.slice(xml.lastIndexOf('sheetData>'));
  const marked = MARKS.filter(([, pattern]) => pattern.test(behind)).map(([kind]) => on(kind));
  if (HIDDEN.test(xml)) marked.push(on('hidden'));
  if (HIGH.test(xml)) marked.push(on('heights'));
  for (const given of GIVEN) if (isGiven(xml, looks[given])) marked.push(on(given));
  const related = [...readRelations(source, part).values()].flatMap(({ type, target }): Laid[] => {
    if (type.endsWith('/drawing')) return [on('drawings')];
    if (type.endsWith('/table')) return [on('tables')];
    const notes = type.endsWith('/comments') ? source.part(target) : null;
    if (notes !== null) readNotes(sheet, notes);
    return [];
  });
  return [...marked, ...related];
}
