import type { Sheet } from '../../workbook/sheet';
import type { Workbook } from '../../workbook/workbook';
import { parsePeriod, type Period, periodLabel } from '../period/period';
import { lastDay } from '../period/window';
import { findAgency, isScheduled, isValidOn, scheduledPeriods, type Agency, type Plan } from '../plan/plan';
import { matchAgency } from '../agency/match-agency';
import { finding, type Finding } from '../rules/finding';
import { cellName } from '../../workbook/address';
import { cellText } from '../plan/table';
import {
  claimsIdentity,
  COMMON_AGENCY,
  identityText,
  PICKER_LABEL,
  isMarkedSample,
  META_SHEET,
  readIdentities,
} from '../template/identity';
import { holdsForm, isFormSheet } from './align';

export interface Identified {
  /** Null when the file cannot be placed. */
  agency: Agency | null;
  period: Period | null;
  /** The version of the template the form was made from; "" when it is not known. */
  template: string;
  findings: Finding[];
}

/** Whose form this is and for when; every reason it cannot be used, each once. */
export function identify(workbook: Workbook, plan: Plan, file: string, asked: Period | null): Identified {
  const identities = readIdentities(workbook);
  const nobody = (found: Finding): Identified => ({ agency: null, period: null, template: '', findings: [found] });
  if (identities.length === 0) {
    return nobody(
      holdsForm(workbook) ? finding('identity-missing', 'error', null, {}) : finding('file-no-form', 'error', null, {}),
    );
  }
  if (identities.length > 1) {
    return nobody(finding('identity-conflict', 'error', null, { found: identities.map(identityText).join('; ') }));
  }
  const [identity] = identities;
  if (identity.plan !== plan.id) {
    return nobody(finding('other-plan', 'error', null, { found: identity.plan, expected: plan.id }));
  }
  const findings: Finding[] = [];
  const period = parsePeriod(identity.period);
  const isCommon = identity.agency === COMMON_AGENCY;
  const picked = isCommon ? pickedAgency(workbook) : null;
  if (isCommon && !picked?.code) {
    findings.push(finding('agency-not-picked', 'error', picked?.place ?? null, {}));
    return { agency: null, period, template: '', findings };
  }
  const code = picked ? picked.code : identity.agency;
  const agency = findAgency(plan, code) ?? (picked ? agencyNamed(plan, picked.code, period) : null);
  if (!period || !isScheduled(plan, period)) {
    const allowed = scheduledPeriods(plan)
      .map((scheduled) => scheduled.id)
      .join(', ');
    findings.push(finding('unscheduled-period', 'error', null, { found: identity.period, allowed }));
  } else if (asked && asked.id !== period.id) {
    findings.push(finding('other-period', 'error', null, { found: periodLabel(period), expected: periodLabel(asked) }));
  }
  if (!agency) findings.push(finding('unknown-agency', 'error', picked?.place ?? null, { code }));
  else {
    if (period && !isValidOn(agency, lastDay(period))) {
      const facts = { agency: agency.name, day: agency.validTo ?? lastDay(period), successor: agency.successor ?? '' };
      findings.push(finding('agency-not-valid', 'error', null, facts));
    }
    const other = agencyInFileName(plan, file);
    if (other && other.code !== agency.code) {
      findings.push(finding('other-agency', 'error', null, { agency: agency.name, other: other.name }));
    }
  }
  return { agency, period, template: identity.template, findings };
}

/** Whether a sheet has to do with a form, by its first rows: its headings, its identity, or the mark of a sample. */
export function concernsForm(head: Sheet): boolean {
  return head.name === META_SHEET || isFormSheet(head) || claimsIdentity(head) || isMarkedSample(head);
}

/** A sender who typed a name instead of picking it is understood where only one agency has it. */
function agencyNamed(plan: Plan, text: string, period: Period | null): Agency | null {
  const match = matchAgency(plan.agencies, text, period ? { day: lastDay(period) } : {});
  return match.kind === 'code' || match.kind === 'name' ? match.agency : null;
}

/** What the sender of a common form picked: the code before the name, and where it stands. */
function pickedAgency(workbook: Workbook): { code: string; place: { sheet: string; cell: string } } | null {
  for (const sheet of workbook.sheets) {
    for (const [row, cells] of sheet.rows) {
      if (row > 20 || ![...cells.values()].some(({ value }) => value === PICKER_LABEL)) continue;
      const label = [...cells].find(([, { value }]) => value === PICKER_LABEL)![0];
      // Two columns on; where a column was put in between, the next cell that holds the code of an agency before its name.
      const beside = [...cells].filter(([column]) => column > label).sort(([a], [b]) => a - b);
      const listed = beside.find(([, { value }]) => /^\S+ – /.test(cellText(value)));
      const column = listed?.[0] ?? label + 2;
      const text = cellText(sheet.value(row, column));
      const code = /^(\S+) – /.exec(text)?.[1] ?? text;
      return { code, place: { sheet: sheet.name, cell: cellName(row, column) } };
    }
  }
  return null;
}

/** The agency our own file names carry: `2024-03_29461_….xlsx`; null for a renamed file. */
function agencyInFileName(plan: Plan, file: string): Agency | null {
  const name = file.split('/').pop() ?? '';
  const match = /^\d{4}(?:-[0-9A-Z]+)?_([^_]+)_/.exec(name);
  return match ? (findAgency(plan, match[1]) ?? null) : null;
}
