import { tidy } from '../../text/normal-form';

/** Who answers for a row and who helps, where one cell names both. */
export interface SharedOwners {
  lead: string;
  coordinating: string;
}

const LONGEST = 1000;
const HELPS = '(?:cơ quan |các đơn vị |đơn vị )?phối hợp(?: thực hiện)?';
const LEADS = '(?:cơ quan |đơn vị )?chủ trì(?: thực hiện)?';
/*
 * Each pattern looks for one word and nothing around it, so that a cell of a thousand signs is gone
 * through once; what stands before and behind is cut at the ends.
 */
const LEAD_LABEL = new RegExp(`^[-+•\\s]*${LEADS}\\s{0,3}:`, 'iu');
const HELP_LABEL = new RegExp(`${HELPS}\\s{0,3}:`, 'iu');
const LEAD_BRACKET = new RegExp(`\\(${LEADS}\\)`, 'iu');
const HELP_BRACKET = new RegExp(`\\(${HELPS}\\)`, 'iu');
const HELP_WORD = /[\s,]phối hợp(?:\sthực hiện)?(?:\s(?:(?:cùng )?với\s|cùng\s)?|$)/iu;
const LEAD_WORD = /\schủ trì$/iu;
const LEADS_ALONE = /\schủ trì(?:\sthực hiện)?(?=[\s;,.]|$)/iu;
const HELP_END = /\s(?:cùng\s)?phối hợp(?:\sthực hiện)?(?=\s|$)/iu;
/** Between the one and the other, and at the end. */
const MARKS = ' \n\r\t\u00a0;,.-+•';

/**
 * "Sở A (chủ trì); Sở B (phối hợp)", "Chủ trì: Sở A; phối hợp: Sở B", "Sở A chủ trì, phối hợp với
 * Sở B", "Sở A chủ trì, Sở B phối hợp"; under a heading that names both also "Sở A/Sở B". Null
 * where the cell names only one of them, or where they cannot be told apart.
 */
export function sharedOwners(cell: string, isOfBoth: boolean): SharedOwners | null {
  if (cell.length > LONGEST) return null;
  const text = cell.normalize('NFC').trim();
  const found =
    labelled(text) ?? bracketed(text) ?? eachInWords(text) ?? inWords(text) ?? leadAlone(text);
  if (found) return { lead: named(found[0]), coordinating: named(found[1]) };
  if (!isOfBoth) return null;
  const sides = text.split('/');
  return sides.length === 2 && sides.every((side) => side.trim() !== '')
    ? { lead: named(sides[0]), coordinating: named(sides[1]) }
    : null;
}

type Both = [lead: string, coordinating: string];

/** What stands before and behind the first place of a pattern. */
function around(text: string, pattern: RegExp): [before: string, behind: string] | null {
  const match = pattern.exec(text);
  return match ? [text.slice(0, match.index), text.slice(match.index + match[0].length)] : null;
}

function labelled(text: string): Both | null {
  const lead = LEAD_LABEL.exec(text);
  if (!lead) return null;
  const rest = text.slice(lead[0].length);
  const [before, behind] = around(rest, HELP_LABEL) ?? [rest, ''];
  return isNobody(before) ? null : [before, behind];
}

function bracketed(text: string): Both | null {
  const sides = around(text, LEAD_BRACKET);
  if (!sides || isNobody(sides[0])) return null;
  const [lead, rest] = sides;
  if (isNobody(rest)) return [lead, ''];
  const helpers = around(rest, HELP_BRACKET);
  return helpers && !isNobody(helpers[0]) && isNobody(helpers[1]) ? [lead, helpers[0]] : null;
}

/** "Sở A chủ trì, Sở B phối hợp thực hiện": who helps stands before the word, as who leads does. */
function eachInWords(text: string): Both | null {
  const sides = around(text, LEADS_ALONE);
  if (!sides) return null;
  const helps = around(` ${stripped(sides[1])}`, HELP_END);
  if (!helps || isNobody(helps[0])) return null;
  const lead = withoutEnd(stripped(sides[0]), 'là cơ quan').replace(/^giao\s/iu, '');
  const others = stripped(helps[1]).replace(/^(?:(?:cùng )?với|cùng|và)\s/iu, '');
  const helpers = isNobody(others) ? helps[0] : `${stripped(helps[0])}, ${others}`;
  return isNobody(lead) ? null : [lead, helpers];
}

function inWords(text: string): Both | null {
  const sides = around(text, HELP_WORD);
  if (!sides || isNobody(sides[1])) return null;
  const lead = withoutEnd(withoutEnd(stripped(sides[0]), ' và').trimEnd(), 'chủ trì').trimEnd();
  const bare = withoutEnd(lead, 'là cơ quan');
  return isNobody(bare) ? null : [bare, sides[1]];
}

function leadAlone(text: string): Both | null {
  const bare = stripped(text);
  return LEAD_WORD.test(bare) ? [withoutEnd(bare, 'chủ trì'), ''] : null;
}

function withoutEnd(text: string, end: string): string {
  return text.toLowerCase().endsWith(end) ? text.slice(0, -end.length) : text;
}

function isNobody(text: string): boolean {
  return stripped(text) === '';
}

/** Without the marks at its ends. */
function stripped(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && MARKS.includes(text[from])) from++;
  while (to > from && MARKS.includes(text[to - 1])) to--;
  return text.slice(from, to);
}

function named(text: string): string {
  return text
    .split('\n')
    .map((line) => stripped(tidy(line)))
    .filter(Boolean)
    .join('\n');
}

/** "Cơ quan chủ trì/Cơ quan phối hợp": the cells under it may name both. */
export function isOfBothOwners(heading: string): boolean {
  return /chủ trì.*phối hợp/is.test(heading.normalize('NFC'));
}
