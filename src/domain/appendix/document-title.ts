import { civilDate, isCivilDate, readDate, type CivilDate } from '../../text/date';
import { oneLine } from './one-line';

export interface DocumentTitle {
  year: number | null;
  name: string;
  number: string;
  date: CivilDate | null;
  issuer: string;
}

/** What the lines above the first table say of the document the appendix belongs to. */
export function readDocumentTitle(
  lines: readonly string[],
  headingYear: number | null,
): DocumentTitle {
  const tidied = lines.map(oneLine).filter(Boolean);
  const reference = tidied.find((line) => REFERENCE.test(line)) ?? '';
  // Of a whole decision the lines of its text stand above too: the appendix begins where it says
  // so.
  const appendix = tidied.findLastIndex(
    (line) => /^phụ lục(\s|$)/i.test(line.normalize('NFC')) && line.length < 40,
  );
  const own = appendix >= 0 ? tidied.slice(appendix) : tidied;
  const names = own
    .filter((line) => line.length <= LONGEST_NAME && isName(line, reference))
    .slice(-MOST_NAMES);
  const name = names.length > 0 ? names.join(' ') : nameInHeading(own);
  const open = readReference(reference);
  const year = /năm\s+(\d{4})/i.exec(name)?.[1];
  return {
    ...open,
    // "năm" of the reference is the year of signing, which may be the one before.
    year: year ? Number(year) : (headingYear ?? openYear(reference)),
    name,
  };
}

/** "(Kèm theo Quyết định số …)", "Ban hành kèm theo …". */
const REFERENCE = /^\(?\s*(ban hành )?kèm theo/i;

/** A name is broken into a few lines, none of them a paragraph. */
const LONGEST_NAME = 250;
const MOST_NAMES = 4;

/**
 * Where the appendix leaves number or day of its decision open, the head of the decision says them:
 * "Số: 258/QĐ-UBND", "…, ngày 04 tháng 3 năm 2024".
 */
export function completeTitle(said: DocumentTitle, head: readonly string[]): DocumentTitle {
  const lines = head
    .flatMap((text) => text.split('\n'))
    .map(oneLine)
    .filter(Boolean);
  const own = ownReference(said, lines);
  const title = {
    ...own,
    name: nameOfDocument(lines) ?? own.name,
    issuer: own.issuer || committeeIn(lines),
  };
  if (title.date !== null && /^\d/.test(title.number)) return title;
  const number = lines
    .flatMap(
      (line) => /^số\s*:?\s*(\d+\s*\/[^\s,;)]{1,40})/i.exec(line.normalize('NFC'))?.[1] ?? [],
    )[0]
    ?.replace(/\s/g, '');
  const day = lines.find(isPlaceAndDay);
  if (number === undefined) return title;
  // Another document's head is not this one's.
  const isOther = title.number !== '' && !number.endsWith(title.number.replace(/^\d*/, ''));
  if (isOther) return title;
  return {
    ...title,
    number: /^\d/.test(title.number) ? title.number : number,
    date: title.date ?? (day ? readReference(day).date : null),
  };
}

/**
 * "KẾ HOẠCH" alone in its line and what it is called below; of "QUYẾT ĐỊNH" the plan that it
 * issues. What an appendix is called is the name of a part.
 */
function nameOfDocument(lines: readonly string[]): string | null {
  const at = lines.findIndex((line) => DOCUMENT.test(line.normalize('NFC')));
  if (at < 0) return null;
  const below = lines.slice(at + 1, at + 1 + MOST_NAMES);
  const end = below.findIndex((line) => !isName(line, '') || NO_NAME.test(line.normalize('NFC')));
  const called = (end < 0 ? below : below.slice(0, end)).join(' ').normalize('NFC');
  if (called === '' || called.length > LONGEST_NAME) return null;
  const kind = lines[at].normalize('NFC').toLowerCase();
  if (kind !== 'quyết định') return `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${called}`;
  return ISSUES.exec(called)?.[1] ?? null;
}

const DOCUMENT = /^(kế hoạch|chương trình|đề án|quyết định)$/i;
const ISSUES =
  /^(?:về việc |v\/v )?(?:ban hành|phê duyệt|giao) ((?:kế hoạch|chương trình|đề án) .*)$/i;
/** Where a title ends: the grounds of a decision, its signer, a rule. */
const NO_NAME =
  /^([-_*\s]+$|\(|(căn cứ|theo đề nghị|chủ tịch|ủy ban|uỷ ban|thực hiện|i\.|phụ lục)(?!\p{L}))/iu;

/** An appendix that names no document is of the one that is named above all of them. */
function ownReference(said: DocumentTitle, lines: readonly string[]): DocumentTitle {
  if (said.number !== '' || said.date !== null) return said;
  const reference = lines.find((line) => REFERENCE.test(line));
  if (reference === undefined) return said;
  const { number, date, issuer } = readReference(reference);
  return { ...said, number, date, issuer: said.issuer || issuer };
}

/**
 * Whose committee it is, in one line or two of the head: "ỦY BAN NHÂN DÂN", "TỈNH LÀO CAI". ""
 * where an office of it signs below, whose plan it is then.
 */
function committeeIn(lines: readonly string[]): string {
  const at = lines.findIndex((line) => COMMITTEE.test(line.normalize('NFC')));
  if (at < 0) return '';
  const rest = lines[at].normalize('NFC').replace(COMMITTEE, '').replace(NATION, '').trim();
  // Beside the committee stands the name of the nation, with its words.
  const below = lines.slice(at + 1, at + 5).filter((line) => !NATION.test(line.normalize('NFC')));
  const place = rest === '' ? (below.shift() ?? '') : rest;
  const named = PLACE.exec(place.normalize('NFC').replace(/[\s*_–-]+$/, ''));
  if (!named || below.some((line) => OFFICE.test(line.normalize('NFC')))) return '';
  return `Ủy ban nhân dân ${named[1].toLowerCase()} ${capitalised(named[2])}`;
}

const PLACE = /^(tỉnh|thành phố|huyện|thị xã|xã|phường|thị trấn|đặc khu)\s+(\p{L}.{0,40})$/iu;
const COMMITTEE = /^(ủy ban nhân dân|uỷ ban nhân dân|ubnd)(?!\p{L})\s*/iu;
const NATION = /\s*(cộng h[oò][aà] xã hội|độc lập\s*[-–]).*$/iu;
const OFFICE =
  /^(sở|ban (quản lý|dân tộc|tổ chức)|văn phòng|phòng|chi cục|thanh tra|trung tâm)\s/iu;

/** "BÀ RỊA - VŨNG TÀU" as a name is written; one that is written so stays. */
function capitalised(name: string): string {
  if (/\p{Ll}/u.test(name)) return name;
  return name.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}

/** "PHỤ LỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2023": the heading itself may be the name. */
function nameInHeading(lines: readonly string[]): string {
  const heading = lines.find((line) => /^phụ lục\s/i.test(line.normalize('NFC')));
  if (heading === undefined || heading.length > LONGEST_NAME) return '';
  const rest = heading.normalize('NFC').replace(HEADING, '');
  return /\p{L}\s+\p{L}/u.test(rest) ? rest : '';
}

/** "Phụ lục", "Phụ lục 02:", "PHỤ LỤC số II –". */
const HEADING = /^phụ lục(\s+(số\s*)?(\d{1,2}|[IVX]{1,5})(?=[\s.:–-]|$))?[\s.:–-]*/i;

/** "Trà Vinh, ngày 04 tháng 3 năm 2024", the day often left open. */
function isPlaceAndDay(line: string): boolean {
  return line.length < 80 && /^\p{L}[^,]{1,40}, ngày\s*[….\d]*\s*tháng/iu.test(line);
}

function isName(line: string, reference: string): boolean {
  if (line === reference || line.startsWith('(')) return false;
  if (/^(phụ lục|biểu mẫu|mẫu số|đvt|đơn vị tính|số\s*:)/i.test(line)) return false;
  if (/^(cộng h[oò][aà] xã hội|độc lập|ủy ban nhân dân|uỷ ban nhân dân|[-_*\s]+$)/i.test(line))
    return false;
  if (/^(ubnd|hđnd)\s/i.test(line) || isPlaceAndDay(line)) return false;
  // The second line of the head of the page: whose committee it is.
  if (line.length < 40 && /^(tỉnh|thành phố|huyện|thị xã|xã|phường|thị trấn)\s/i.test(line))
    return false;
  return !/^(\d{1,2}|[IVX]{1,5})[.)]\s/.test(line);
}

/**
 * "(Kèm theo Quyết định số 2621/QĐ-UBND ngày 13 tháng 12 năm 2022 của Chủ tịch UBND tỉnh Vĩnh
 * Long)".
 */
function readReference(line: string): Pick<DocumentTitle, 'number' | 'date' | 'issuer'> {
  const number = /số\s*:?\s*(\d*\s*\/[^\s,;)]+)/i.exec(line)?.[1].replace(/\s/g, '') ?? '';
  const words = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/i.exec(line);
  const digits = /ngày\s+(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})/i.exec(line)?.[1];
  const inWords = words ? civilDate(Number(words[3]), Number(words[2]), Number(words[1])) : '';
  const date = digits ? readDate(digits) : isCivilDate(inWords) ? inWords : null;
  const issuer = /\scủa\s+([^()]+?)\s*\)?\s*$/i.exec(line)?.[1] ?? '';
  return {
    number,
    date,
    issuer: issuer
      .normalize('NFC')
      .replace(/\s+(?:về|thực hiện|ban hành|triển khai|giao|phê duyệt)\s.*$/iu, '')
      .replace(/\bUBND(?!\p{L})/gu, 'Ủy ban nhân dân')
      .replace(/\bHĐND(?!\p{L})/gu, 'Hội đồng nhân dân'),
  };
}

/**
 * A reference that was left open ("ngày tháng năm 2024") names no day, but the year it is drafted
 * for.
 */
function openYear(reference: string): number | null {
  const year = /ngày\s*[….]*\s*tháng\s*[….\d]*\s*năm\s+(\d{4})/i.exec(reference)?.[1];
  return year ? Number(year) : null;
}
