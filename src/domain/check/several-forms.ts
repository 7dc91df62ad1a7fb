import { Sheet } from '../../workbook/sheet';
import type { Workbook } from '../../workbook/workbook';
import { parsePeriod, periodLabel } from '../period/period';
import { findAgency, type Plan } from '../plan/plan';
import { REASON_SHEET } from '../reading/form-tables';
import {
  COMMON_AGENCY,
  IDENTITY_NAME,
  IDENTITY_PROPERTY,
  identitiesOn,
  isMetaSheet,
  type FormIdentity,
} from '../template/identity';
import { META_SHEET } from '../template/meta-sheet';
import { kindOfSheet } from '../reading/align';
import { findHeader, type FindHeader } from '../reading/find-header';
import { readHead } from '../reading/form-head';
import { agencyNamed, pickedOn } from '../reading/identify';

/**
 * Of a workbook that holds the forms of several agencies or periods: each as a workbook of its own,
 * or that they cannot be told apart.
 */
export type SeveralForms = { parts: Workbook[] } | { unclear: string[] };

/**
 * Whether a workbook holds several forms: two sheets of one kind that say different agencies or
 * periods. Each part is the sheets that carry one code; where a sheet of a form carries none, or
 * several, nobody can tell whose it is, and none is taken apart. Null for the workbook of one form,
 * however its places may contradict each other.
 */
export function severalForms(
  workbook: Workbook,
  plan: Plan,
  find: FindHeader = findHeader,
): SeveralForms | null {
  const own = workbook.sheets.flatMap((sheet) => {
    const kind = isMetaSheet(sheet) ? null : kindOfSheet(sheet, find);
    return kind === null ? [] : [{ sheet, kind, ...saidOn(sheet, plan, workbook.date1904) }];
  });
  const byKind = new Map<string, Set<string>>();
  for (const { kind, said } of own) {
    if (said !== '') byKind.set(kind, new Set([...(byKind.get(kind) ?? []), said]));
  }
  if (![...byKind.values()].some(({ size }) => size > 1)) return null;
  if (own.some(({ isCertain }) => !isCertain)) {
    return { unclear: [...new Set(own.map(({ name }) => name))] };
  }
  return { parts: [...new Set(own.map(({ said }) => said))].map((said) => partOf(workbook, said)) };
}

interface Said {
  /** Plan, agency and period; "" where the sheet says nothing. */
  said: string;
  /** The same for people. */
  name: string;
  isCertain: boolean;
}

function saidOn(sheet: Sheet, plan: Plan, date1904: boolean): Said {
  const codes = new Map(identitiesOn(sheet).map((one) => [keyOf(one), one]));
  if (codes.size === 1) {
    const [[said, identity]] = codes;
    // A form for all says in each copy who picked it; one code of two agencies cannot be taken
    // apart by it.
    const picked = identity.agency === COMMON_AGENCY ? pickedOn(sheet) : null;
    if (picked)
      return {
        said: `${said} ${picked}`,
        name: nameOf(plan, picked, identity.period),
        isCertain: false,
      };
    return { said, name: nameOf(plan, identity.agency, identity.period), isCertain: true };
  }
  const { agency, period } = readHead(sheet, date1904);
  const name = `${agency?.text || sheet.name} (${period?.text ?? ''})`;
  const said = codes.size > 1 ? [...codes.keys()].join(' ') : saidByHead(plan, agency, period);
  return { said, name, isCertain: false };
}

/** "" where the head names no agency, or no period. */
function saidByHead(plan: Plan, agency: Head['agency'], period: Head['period']): string {
  if (!agency || agency.text === '' || !period) return '';
  const code = agencyNamed(plan, agency.text, period.period)?.code ?? agency.text;
  return `${plan.id}/${code}/${period.period?.id ?? period.text}`;
}

type Head = ReturnType<typeof readHead>;

function keyOf({ plan, agency, period }: FormIdentity): string {
  return `${plan}/${agency}/${period}`;
}

function nameOf(plan: Plan, agency: string, id: string): string {
  const period = parsePeriod(id);
  return `${findAgency(plan, agency)?.name ?? agency} (${period ? periodLabel(period) : id})`;
}

/**
 * The sheets that carry one code, with what the workbook says of itself left out: it is of
 * whichever form was there first.
 */
function partOf(workbook: Workbook, said: string): Workbook {
  const isOwn = (sheet: Sheet) => identitiesOn(sheet).some((one) => keyOf(one) === said);
  const sheets = workbook.sheets.filter((sheet) => !isMetaSheet(sheet) && isOwn(sheet));
  const meta = workbook.sheets.find((sheet) => isMetaSheet(sheet) && isOwn(sheet));
  // Reasons name sheets by the names they had in their own workbook: only the first form still has
  // those.
  const reasons =
    meta?.name === META_SHEET ? workbook.sheets.filter(({ name }) => name === REASON_SHEET) : [];
  const without = (map: ReadonlyMap<string, string>, key: string) =>
    new Map([...map].filter(([one]) => one !== key));
  return {
    ...workbook,
    sheets: [...sheets, ...(meta ? [renamed(meta)] : []), ...reasons],
    names: without(workbook.names, IDENTITY_NAME),
    properties: without(workbook.properties, IDENTITY_PROPERTY),
  };
}

function renamed(meta: Sheet): Sheet {
  const copy = new Sheet(META_SHEET);
  for (const [row, cells] of meta.rows) copy.rows.set(row, cells);
  return copy;
}
