import { LEVELS, type Agency, type Level } from '../agency/agency';
import type { Filler } from '../plan/plan';
import { matchKey } from '../../text/normal-form';
import type { TargetScope } from './header';
import { oneLine } from './one-line';
import type { CommuneKind } from './unit-kinds';

export interface FillerReading {
  fillers: Filler[];
  /** Names the register does not have, verbatim. */
  unknown: string[];
  /**
   * A collective name that does not say whom in full ("… có liên quan"): taken for all and shown.
   */
  loose: string[];
}

/** What a table leaves out before the names of its units. */
const BARE_KINDS = ['Xã', 'Phường', 'Đặc khu', 'Thị trấn', 'Huyện', 'Thành phố', 'Thị xã', 'Sở'];

/** No name of an agency has more parts between commas and "và". */
const MOST_PARTS = 8;
const LONGEST = 2000;

/**
 * Finds who is meant in the cells of an appendix. Names are those of the register; nothing is
 * guessed.
 */
export class FillerReader {
  /** Null where two agencies share a name. */
  private readonly codes = new Map<string, string | null>();
  /** "sở khcn": departments by the first letters of their names; null where two share them. */
  private readonly initials = new Map<string, string | null>();
  private readonly communes = new Map<string, Agency[]>();
  private readonly levels: Level[];
  private readonly read = new Map<string, FillerReading>();

  constructor(agencies: readonly Agency[], year: number | null) {
    const standing = agencies.filter((agency) => year === null || existsIn(agency, year));
    for (const agency of standing) {
      for (const name of [agency.code, agency.name, agency.shortName, ...agency.aliases])
        nameOne(this.codes, nameKey(name), agency.code);
      nameOne(this.initials, initialsOf(agency.name) ?? '', agency.code);
    }
    const called = /^(?:ubnd )?(xã|phường|đặc khu|thị trấn) /;
    for (const agency of standing) {
      const { name, level, reports } = agency;
      const kind = level === 'xa' && reports ? called.exec(nameKey(name))?.[1] : undefined;
      if (kind) this.communes.set(kind, [...(this.communes.get(kind) ?? []), agency]);
    }
    this.levels = LEVELS.filter((level) =>
      standing.some((agency) => agency.level === level && agency.reports),
    );
  }

  readFillers(text: string): FillerReading {
    let reading = this.read.get(text);
    if (!reading) {
      if (this.read.size > 4096) this.read.clear();
      this.read.set(text, (reading = this.readAll(text)));
    }
    return reading;
  }

  /**
   * The one agency or level a heading or a row of a table of targets names; by its bare name only
   * where just one has it.
   */
  scopeOf(name: string): { scope: TargetScope; isPlain: boolean } | null {
    const of = (text: string): TargetScope | null => {
      const { fillers, unknown, loose } = this.readFillers(text);
      if (fillers.length !== 1 || unknown.length > 0 || loose.length > 0) return null;
      const [one] = fillers;
      if ('agency' in one) return { kind: 'agency', agency: one.agency };
      return 'level' in one ? { kind: 'level', level: one.level } : null;
    };
    const text = oneLine(name);
    if (text === '' || text.length > 80 || !/\p{L}{2}/u.test(text)) return null;
    const own = of(text);
    if (own) return { scope: own, isPlain: true };
    if (/^(xã|phường|đặc khu|thị trấn|huyện|thành phố|thị xã|sở|ban|ubnd)(\s|$)/i.test(text))
      return null;
    const likely = BARE_KINDS.map((kind) => of(`${kind} ${text}`)).filter(
      (one) => one?.kind === 'agency',
    );
    return likely.length === 1 ? { scope: likely[0]!, isPlain: false } : null;
  }

  /** The agencies that are called communes of that kind: "Xã …", "UBND phường …". */
  communesOf(kind: CommuneKind): readonly Agency[] {
    return this.communes.get(kind) ?? [];
  }

  private readAll(text: string): FillerReading {
    const reading: FillerReading = { fillers: [], unknown: [], loose: [] };
    if (text.length > LONGEST) return { ...reading, unknown: [oneLine(text)] };
    for (const segment of text.split(';')) {
      if (oneLine(segment) !== '') this.readSegment(segment, reading);
    }
    const seen = new Set<string>();
    reading.fillers = reading.fillers.filter((filler) => {
      const key = JSON.stringify(filler);
      return !seen.has(key) && seen.add(key);
    });
    return reading;
  }

  /**
   * Commas and line breaks stand between names and inside them: the longest run that is a name
   * wins.
   */
  private readSegment(segment: string, reading: FillerReading): void {
    const parts = segment.split(/(,|\n)/);
    const atoms = parts.filter((_, index) => index % 2 === 0);
    const separators = parts.filter((_, index) => index % 2 === 1);
    const join = (from: number, to: number): string =>
      atoms
        .slice(from, to)
        .reduce((all, atom, i) => all + (i === 0 ? atom : separators[from + i - 1] + atom), '');
    const found: { name: string; read: Found | null }[] = [];
    for (let from = 0; from < atoms.length;) {
      let to = Math.min(atoms.length, from + MOST_PARTS);
      let read: Found | null = null;
      while (to > from && !(read = this.readName(join(from, to)))) to--;
      const before = found.at(-1);
      const name = join(from, Math.max(to, from + 1));
      if (read || !before || before.read) found.push({ name, read });
      else before.name += separators[from - 1] + name;
      from = Math.max(to, from + 1);
    }
    found.forEach(({ name, read }, index) => {
      const next = found[index + 1];
      // "Các cơ quan, đơn vị" before "trực thuộc Sở Y tế": small letters go on with the name, so it
      // is another one.
      if (read?.isCollective && next && !next.read && /^\s*\p{Ll}/u.test(next.name)) {
        next.name = `${name}, ${next.name}`;
      } else if (read) {
        reading.fillers.push(...read.fillers);
        if (read.isLoose) reading.loose.push(bareName(name));
      } else if (nameKey(name) !== '') reading.unknown.push(bareName(name));
    });
  }

  /** One name, a collective one, or several joined by "và" of which every one is known. */
  private readName(text: string): Found | null {
    const key = nameKey(text);
    if (key === '') return null;
    const code = this.codes.get(key);
    if (code) return { fillers: [{ agency: code }], isLoose: false, isCollective: false };
    const short = /^sở [a-zđ][a-zđ&.,\s-]{0,12}$/.test(key)
      ? this.initials.get(`sở ${key.slice(3).replace(/[^a-zđ]/g, '')}`)
      : null;
    if (short) return { fillers: [{ agency: short }], isLoose: false, isCollective: false };
    const collective = this.readCollective(key);
    if (collective) return collective;
    const pieces = key.split(' và ');
    if (pieces.length < 2 || pieces.length > MOST_PARTS) return null;
    return this.readJoined(pieces);
  }

  /** "A và B và C": the longest run of pieces that is a name wins; all must be known. */
  private readJoined(pieces: readonly string[]): Found | null {
    const fillers: Filler[] = [];
    let isLoose = false;
    for (let from = 0; from < pieces.length;) {
      let to = pieces.length - (from === 0 ? 1 : 0);
      let found: Found | null = null;
      for (; to > from && !found; to--) {
        const name = pieces.slice(from, to).join(' và ');
        const known = this.codes.get(name);
        found = known
          ? { fillers: [{ agency: known }], isLoose: false, isCollective: false }
          : this.readCollective(name);
        if (found) break;
      }
      if (!found) return null;
      fillers.push(...found.fillers);
      isLoose ||= found.isLoose;
      from = to;
    }
    return { fillers, isLoose, isCollective: false };
  }

  private readCollective(key: string): Found | null {
    const name = key
      .replace(/^(tất cả |toàn thể )/, '')
      .replace(/^(thủ trưởng|giám đốc|lãnh đạo|chủ tịch) (?=các |ubnd )/, '');
    const level = COLLECTIVES.find(([, pattern]) => pattern.test(name))?.[0];
    if (level) return { fillers: [{ level }], isLoose: false, isCollective: true };
    const all =
      /^các (cơ quan|đơn vị|cơ quan, đơn vị|cơ quan và đơn vị)(,? (và )?(các )?địa phương)?(?<related> (có )?liên quan)?$/.exec(
        name,
      );
    if (!all || this.levels.length === 0) return null;
    // In a plan of three levels "các cơ quan, đơn vị" does not say whether the communes are meant.
    const isLoose =
      all.groups?.related !== undefined ||
      !name.includes('đơn vị') ||
      this.levels.length === LEVELS.length;
    return { fillers: this.levels.map((one) => ({ level: one })), isLoose, isCollective: true };
  }
}

/** A name two agencies share is nobody's. */
function nameOne(codes: Map<string, string | null>, key: string, code: string): void {
  if (key === '') return;
  const other = codes.get(key);
  codes.set(key, other === undefined || other === code ? code : null);
}

interface Found {
  fillers: Filler[];
  isLoose: boolean;
  isCollective: boolean;
}

/** Over keys, in which the tone of "của" stands on its last letter. */
const COLLECTIVES: readonly (readonly [Level, RegExp])[] = [
  [
    'tinh',
    /^(các )?(sở|sở, ban|sở và ban), ?(ban, )?(ban )?ngành( (cấp )?tỉnh| (trực )?thuộc (ubnd )?tỉnh| cuả tỉnh)?$/,
  ],
  [
    'tinh',
    /^(các )?(sở,? ban,? ngành|sở, ngành|sở ngành|cơ quan chuyên môn)( (cấp )?tỉnh| (trực )?thuộc (ubnd )?tỉnh)$/,
  ],
  ['tinh', /^các sở( (cấp )?tỉnh| thuộc (ubnd )?tỉnh)?$/],
  ['tinh', /^các (sở ngành|sở, ban ngành)$/],
  ['huyen', /^(các )?ubnd cấp huyện$/],
  ['huyen', /^((các )?ubnd )?(các )?huyện(, (thị xã|tx))?(,| và) (thành phố|tp)$/],
  ['huyen', /^(các )?ubnd (các )?huyện$|^các ubnd huyện$/],
  ['huyen', /^các phòng,? ban,? ngành( cấp)? huyện$/],
  ['xa', /^(các )?ubnd cấp xã$|^(tất cả )?(các )?đơn vị cấp xã$/],
  [
    'xa',
    /^((các )?ubnd )?(các )?xã(, phường)?(,| và) (phường|thị trấn|đặc khu)( (trên địa bàn|thuộc|trực thuộc)( tỉnh)?)?$/,
  ],
  ['xa', /^(các )?ubnd các xã$/],
];

function bareName(text: string): string {
  return oneLine(text).replace(/^[,\s-]+|[,\s]+$/g, '');
}

/** "Sở Khoa học và Công nghệ" is "sở khcn". */
function initialsOf(name: string): string | null {
  const words = /^Sở (.+)$/
    .exec(name.normalize('NFC'))?.[1]
    .toLowerCase()
    .split(/[\s,]+/);
  if (!words) return null;
  return `sở ${words
    .filter((word) => word !== 'và')
    .map((word) => word.charAt(0))
    .join('')}`;
}

const COMMITTEE = matchKey('ủy ban nhân dân');
const COUNCIL = matchKey('hội đồng nhân dân');

/**
 * The key of a name; UBND and HĐND are one with their long forms, a full stop behind it is no part
 * of it.
 */
function nameKey(text: string): string {
  return matchKey(text)
    .replaceAll(COMMITTEE, 'ubnd')
    .replaceAll(COUNCIL, 'hđnd')
    .replace(/^[-+•*\s]+|[.,:\s]+$/g, '');
}

function existsIn(agency: Agency, year: number): boolean {
  return (
    (agency.validFrom ?? '') <= `${year}-12-31` &&
    `${year}-01-01` <= (agency.validTo ?? '9999-12-31')
  );
}
