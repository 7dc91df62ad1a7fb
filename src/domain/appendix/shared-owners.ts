import { tidy } from '../../text/normal-form';

/** Who answers for a row and who helps, where one cell names both. */
export interface SharedOwners {
  lead: string;
  coordinating: string;
}

const LONGEST = 1000;
const HELPS = '(?:cơ quan |đơn vị |các đơn vị )?phối hợp(?: thực hiện)?';
const LEADS = '(?:cơ quan |đơn vị )?chủ trì(?: thực hiện)?';
const LABELLED = new RegExp(
  `^[-+•\\s]*${LEADS}\\s*:\\s*(.+?)[;.,\\s]*[-+•\\s]*${HELPS}\\s*:\\s*(.+)$`,
  'isu',
);
const BRACKETED = new RegExp(
  `^(.+?)\\s*\\(${LEADS}\\)(?:[;,\\s]+(.+?)\\s*\\(${HELPS}\\))?[.\\s]*$`,
  'isu',
);
const IN_WORDS =
  /^(.+?)(?:\s*,)?\s+(?:là cơ quan )?(?:chủ trì(?:\s*,|\s+và)?\s*)?phối hợp\s+(?:với|cùng(?: với)?)?\s*(.+)$/isu;
const LEADS_ALONE = new RegExp(`^(?:${LEADS}\\s*:\\s*(.+)|(.+?)\\s+chủ trì)[.\\s]*$`, 'isu');

/**
 * "Sở A (chủ trì); Sở B (phối hợp)", "Chủ trì: Sở A; phối hợp: Sở B", "Sở A chủ trì, phối hợp với
 * Sở B"; under a heading that names both also "Sở A/Sở B". Null where the cell names only one of
 * them, or where they cannot be told apart.
 */
export function sharedOwners(cell: string, isOfBoth: boolean): SharedOwners | null {
  if (cell.length > LONGEST) return null;
  const text = cell.normalize('NFC').trim();
  for (const pattern of [LABELLED, BRACKETED, IN_WORDS]) {
    const match = pattern.exec(text);
    if (match) return { lead: named(match[1]), coordinating: named(match[2] ?? '') };
  }
  const alone = LEADS_ALONE.exec(text);
  if (alone) return { lead: named(alone[1] ?? alone[2]), coordinating: '' };
  if (!isOfBoth) return null;
  const sides = text.split('/');
  return sides.length === 2 && sides.every((side) => side.trim() !== '')
    ? { lead: named(sides[0]), coordinating: named(sides[1]) }
    : null;
}

function named(text: string): string {
  return text
    .split('\n')
    .map((line) => tidy(line).replace(/^[-+•]\s*|[;,.]+$/g, ''))
    .filter(Boolean)
    .join('\n');
}

/** "Cơ quan chủ trì/Cơ quan phối hợp": the cells under it may name both. */
export function isOfBothOwners(heading: string): boolean {
  return /chủ trì.*phối hợp/is.test(heading.normalize('NFC'));
}
