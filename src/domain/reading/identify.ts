import { knownAt, theOne } from '../../known/known';
import { formatDate, type CivilDate } from '../../text/date';
import { cellName } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import type { Workbook } from '../../workbook/workbook';
import { matchAgency, type AgencyMatch } from '../agency/match-agency';
import { nameKey } from '../agency/name-key';
import { parsePeriod, periodLabel, periodOf, type Period } from '../period/period';
import { lastDay, windowOf, type Window } from '../period/window';
import { isValidOn, type Agency } from '../agency/agency';
import { citedDocument } from '../plan/citation';
import {
  comesWith,
  findAgency,
  isScheduled,
  scheduledPeriods,
  successorName,
  type Plan,
  knownAgency,
} from '../plan/plan';
import { cellText } from '../table/cell-text';
import { finding, type Finding } from '../finding/finding';
import {
  claimsIdentity,
  COMMON_AGENCY,
  formatOn,
  PICKER_LABEL,
  isMarkedSample,
  isMetaSheet,
  readIdentities,
  type FormIdentity,
} from '../template/identity';
import { REASON_SHEET } from './form-tables';
import { alignIndicators, alignTasks, holdsForm, isFormSheet, type AlignedRow } from './align';
import { findHeader, type FindHeader } from './find-header';
import { isSameName, readHead, type FormHead } from './form-head';
import { difference } from './printed-texts';
import type { Claim, Stated } from '../submission/submission';

export interface Identified {
  /** Null when the file cannot be placed. */
  agency: Agency | null;
  period: Period | null;
  /** The version of the template the form was made from; "" when it is not known. */
  template: string;
  findings: Finding[];
  /**
   * Whose and of when the form may be, where it says several things; a person tells which holds.
   */
  claims: Claim[];
}

/** Whose form this is and for when; every reason it cannot be used, each once. */
export function identify(
  workbook: Workbook,
  plan: Plan,
  file: string,
  asked: Period | null,
  stated: Stated | null = null,
  find: FindHeader = findHeader,
): Identified {
  const identities = readIdentities(workbook);
  const heads = workbook.sheets
    .filter((sheet) => !isMetaSheet(sheet) && isFormOf(sheet, find))
    .map((sheet) => readHead(sheet, workbook.date1904));
  const findings: Finding[] = [];
  const restored = identities.length === 0 ? restoredFrom(workbook, heads, plan, find) : null;
  const identity = identities[0] ?? restored;
  if (!identity) {
    const isForm = holdsForm(workbook, find);
    return nobody(finding(isForm ? 'identity-missing' : 'file-no-form', null, {}));
  }
  if (!stated && isContradicted(identities)) return contradicted(identities, plan);
  if (restored) {
    const facts = {
      agency: knownAgency(plan, restored.agency).name,
      period: periodLabel(periodOf(restored.period)),
    };
    findings.push(finding('identity-restored', null, facts));
  }
  if (identity.plan !== plan.id) {
    return nobody(
      finding('other-plan', null, {
        found: identity.plan,
        expected: plan.id,
        document: citedDocument(plan),
      }),
    );
  }
  const period = parsePeriod(identity.period);
  const template = identities.length > 1 ? '' : identity.template;
  const isCommon = identity.agency === COMMON_AGENCY;
  const picked = isCommon ? pickedAgency(workbook) : null;
  if (isCommon && !picked?.code) {
    findings.push(finding('agency-not-picked', picked?.place ?? null, {}));
    return { agency: null, period, template: '', findings, claims: [] };
  }
  if (stated) return asStated(plan, stated, template);
  const agency = picked
    ? agencyPicked(plan, picked, period, findings)
    : (findAgency(plan, identity.agency) ?? null);
  findings.push(...periodFindings(plan, identity, period, asked, heads));
  if (!agency) {
    if (!picked) findings.push(finding('unknown-agency', null, { code: identity.agency }));
    return { agency, period, template, findings, claims: [] };
  }
  findings.push(...agencyFindings(plan, agency, period, file));
  if (!period || isCommon) return { agency, period, template, findings, claims: [] };
  const said = heads.map((head) => headFindings(head, plan, agency, period));
  findings.push(
    ...said
      .flat()
      .filter((one, index, all) => all.findIndex((first) => isSameSaid(first, one)) === index),
  );
  const claims = heads.flatMap((head) => claimsOf(head, plan, agency, period));
  return {
    agency,
    period,
    template,
    findings,
    claims: differentClaims(plan, [{ agency, period }, ...claims]),
  };
}

function nobody(found: Finding): Identified {
  return { agency: null, period: null, template: '', findings: [found], claims: [] };
}

/** Places that differ only in the version of the template still say the same of whose and when. */
function isContradicted(identities: readonly FormIdentity[]): boolean {
  const meant = new Set(
    identities.map(({ plan: of, agency, period }) => [of, agency, period].join('/')),
  );
  return meant.size > 1;
}

function contradicted(identities: readonly FormIdentity[], plan: Plan): Identified {
  const found = finding('identity-conflict', null, {
    found: [...new Set(identities.map((one) => spokenIdentity(plan, one)))].join('; '),
  });
  return { ...nobody(found), claims: claimsIn(identities, plan) };
}

/** A period the plan does not have, or another than the one that is asked for. */
function periodFindings(
  plan: Plan,
  identity: FormIdentity,
  period: Period | null,
  asked: Period | null,
  heads: readonly FormHead[],
): Finding[] {
  if (!period || !isScheduled(plan, period)) {
    const allowed = scheduledPeriods(plan)
      .map((scheduled) => scheduled.id)
      .join(', ');
    return [finding('unscheduled-period', null, { found: identity.period, allowed })];
  }
  const isAsked = !asked || comesWith(plan, period, asked);
  if (isAsked || heads.some((head) => isAnotherPeriod(head, period))) return [];
  const facts = { found: periodLabel(period), expected: periodLabel(asked) };
  return [finding('other-period', null, facts)];
}

/** An agency that is not there at the period's end, or a file called after another. */
function agencyFindings(
  plan: Plan,
  agency: Agency,
  period: Period | null,
  file: string,
): Finding[] {
  const found: Finding[] = [];
  if (period && !isValidOn(agency, lastDay(period)))
    found.push(notValid(plan, agency, lastDay(period), null));
  const other = agencyInFileName(plan, file);
  if (other && other.code !== agency.code)
    found.push(finding('other-agency', null, { agency: agency.name, other: other.name }));
  return found;
}

/** What contradicting codes say, as far as it may be of this plan. */
function claimsIn(identities: readonly FormIdentity[], plan: Plan): Claim[] {
  const own = identities.flatMap((one) => {
    const agency = findAgency(plan, one.agency);
    const period = parsePeriod(one.period);
    return one.plan === plan.id && agency && period ? [{ agency, period }] : [];
  });
  return own.length === 0 ? [] : differentClaims(plan, own);
}

/** Whose form a code is, as far as this plan has a name for it. */
function spokenIdentity(plan: Plan, one: FormIdentity): string {
  const agency = findAgency(plan, one.agency)?.name ?? one.agency;
  const period = parsePeriod(one.period);
  const own = `${agency}, ${period ? periodLabel(period) : one.period}`;
  return one.plan === plan.id ? own : `${own} (${one.plan})`;
}

/** One contradiction repeated on every sheet of a form is said once. */
function isSameSaid(one: Finding, other: Finding): boolean {
  if (one === other) return true;
  const isContradiction =
    one.code === 'other-period-in-head' || one.code === 'other-agency-in-head';
  return (
    isContradiction &&
    one.code === other.code &&
    JSON.stringify(one.facts) === JSON.stringify(other.facts)
  );
}

/**
 * What the head of a form says of whose and when, where it says something else than its code; each
 * of several that have the name it says.
 */
function claimsOf(
  head: FormHead,
  plan: Plan,
  agency: Agency,
  period: Period,
): { agency: Agency; period: Period }[] {
  const when = isAnotherPeriod(head, period) ? head.period!.period! : period;
  // Nearly always its own name, as it was issued.
  if (!head.agency || isSameName(head.agency.text, agency.name)) return [{ agency, period: when }];
  const { text } = head.agency;
  const day = lastDay(when);
  const match = matchAgency(plan.agencies, text, { day });
  const isOne = match.kind === 'code' || match.kind === 'name';
  const named = isOne ? [match.agency] : calledSo(match, text, day);
  const meant = named.length === 0 || named.includes(agency) ? [agency] : named;
  return meant.map((one) => ({ agency: one, period: when }));
}

function isAnotherPeriod({ period: said }: FormHead, period: Period): boolean {
  return !!said?.period && said.period.id !== period.id;
}

/** The code's own first, then each other thing the heads say; none where they all say the same. */
function differentClaims(plan: Plan, said: readonly { agency: Agency; period: Period }[]): Claim[] {
  const claims = said
    .filter(({ period }) => isScheduled(plan, period))
    .map(({ agency, period }) => ({ agency: agency.code, period: period.id }));
  const different = new Map(claims.map((claim) => [`${claim.agency} ${claim.period}`, claim]));
  return different.size > 1 ? [...different.values()] : [];
}

/**
 * A person said whose and of when it is: what the form itself says of that is not held against it
 * any more.
 */
function asStated(
  plan: Plan,
  { agency: code, period: id, who, reason }: Stated,
  template: string,
): Identified {
  const [agency, period] = [knownAgency(plan, code), periodOf(id)];
  const facts = { agency: agency.name, period: periodLabel(period) };
  const found: Finding = {
    ...finding('identity-stated', null, facts),
    reason: { text: reason, who },
  };
  const findings = isValidOn(agency, lastDay(period))
    ? [found]
    : [found, notValid(plan, agency, lastDay(period), null)];
  return { agency, period, template, findings, claims: [] };
}

function notValid(
  plan: Plan,
  agency: Agency,
  day: CivilDate,
  place: { sheet: string; cell: string } | null,
): Finding {
  const facts = {
    agency: agency.name,
    day: agency.validTo ?? day,
    successor: successorName(plan, agency),
  };
  return finding('agency-not-valid', place, facts);
}

function isFormOf(sheet: Sheet, find: FindHeader): boolean {
  return claimsIdentity(sheet) || isFormSheet(sheet, find);
}

/**
 * The identity of a form that lost it in every place, from what its head says in words: only where
 * agency and period are certain, all sheets agree, and its rows are those of this plan.
 */
function restoredFrom(
  workbook: Workbook,
  heads: readonly FormHead[],
  plan: Plan,
  find: FindHeader,
): FormIdentity | null {
  const said = heads.filter(({ agency, period }) => agency && period);
  const periods = new Set(said.map(({ period }) => period!.period?.id ?? ''));
  const [period] = said.map((head) => head.period!.period);
  if (said.length === 0 || periods.size !== 1 || !period || !isScheduled(plan, period)) return null;
  const named = said.map(({ agency }) => agencyNamed(plan, agency!.text, period));
  const codes = new Set(named.map((one) => one?.code ?? ''));
  if (codes.size !== 1 || !named[0] || !holdsRowsOf(workbook, plan, find)) return null;
  return { plan: plan.id, template: '', agency: named[0].code, period: period.id };
}

/** Whether the codes of a form stand beside the texts this plan has for them. */
function holdsRowsOf(workbook: Workbook, plan: Plan, find: FindHeader): boolean {
  const indicators = plan.indicators.map(({ code, name }) => ({ code, label: name }));
  const tasks = plan.tasks.map(({ code, text }) => ({ code, label: text }));
  const aligned = [
    alignIndicators(workbook, plan, indicators, [], find),
    alignTasks(workbook, plan, tasks, [], find),
  ];
  const rows = aligned.flatMap((one) => one.rows as AlignedRow<string>[]);
  const texts = new Map([...indicators, ...tasks].map(({ code, label }) => [code, label]));
  const own = rows.filter((row) => isSameName(cellText(labelCell(row)), knownAt(texts, row.code)));
  return rows.length > 0 && own.length === rows.length;
}

function labelCell(row: AlignedRow<string>) {
  return (row.cell('name') ?? row.cell('text'))?.value ?? null;
}

function daysOf({ from, to }: { from: CivilDate; to: CivilDate }): string {
  return `${formatDate(from)} – ${formatDate(to)}`;
}

function isWindow(one: Window, { from, to }: Window): boolean {
  return one.from === from && one.to === to;
}

/** What the head of a form says against what the form is. */
function headFindings(head: FormHead, plan: Plan, agency: Agency, period: Period): Finding[] {
  const findings: Finding[] = [];
  if (head.period) {
    const { place, text, isMonthAsDate, period: said } = head.period;
    if (said && isMonthAsDate)
      findings.push(
        finding('month-as-date', place, {
          raw: text,
          year: said.year,
          month: said.firstMonth,
        }),
      );
    if (said && said.id !== period.id) {
      const facts = { coded: periodLabel(period), said: periodLabel(said) };
      findings.push(finding('other-period-in-head', place, facts));
    }
  }
  if (head.window) {
    const { from, to } = windowOf(period, plan.schedule.window);
    // The days of another period that is named beside them are no second thing to say.
    const meant = head.period?.period ?? period;
    if (
      !isWindow(head.window, { from, to }) &&
      !isWindow(head.window, windowOf(meant, plan.schedule.window))
    )
      findings.push(
        finding('other-window', head.window.place, {
          found: daysOf(head.window),
          expected: daysOf({ from, to }),
        }),
      );
  }
  if (head.agency && head.agency.text !== agency.name) {
    findings.push(...nameFindings(head.agency, plan, agency, period));
  }
  return findings;
}

/** A name in the head that is not written as the register writes it. */
function nameFindings(said: Picked, plan: Plan, agency: Agency, period: Period): Finding[] {
  const { place, text } = said;
  const spelling = difference(text, agency.name);
  if (spelling === 'text-tone')
    return [finding(spelling, place, { found: text, text: agency.name, count: 1 })];
  if (spelling) return [finding(spelling, place, { text: agency.name, count: 1 })];
  const day = lastDay(period);
  const match = matchAgency(plan.agencies, text, { day });
  if (match.kind === 'code' || match.kind === 'name') {
    const { agency: other } = match;
    return other === agency
      ? [finding('agency-abbreviated', place, { found: text, agency: agency.name })]
      : [finding('other-agency-in-head', place, { coded: agency.name, said: other.name })];
  }
  // Which of several neighbours is meant nobody can tell, but not the one whose code it carries.
  const called = calledSo(match, text, day);
  if (called.length > 0 && !called.includes(agency))
    return [finding('other-agency-in-head', place, { coded: agency.name, said: text })];
  return [notMatched(plan, text, place, match, day, agency)];
}

/** Agencies of one name, that is nobody's for certain. */
function calledSo(match: AgencyMatch, text: string, day: CivilDate): Agency[] {
  const near = match.kind === 'suggestions' ? match.agencies : [];
  const { bare } = nameKey(text);
  return near.filter((one) => nameKey(one.name).bare === bare && isValidOn(one, day));
}

/** Asks who is meant by a name that is nobody's for certain. */
function notMatched(
  plan: Plan,
  found: string,
  place: Picked['place'],
  match: AgencyMatch,
  day: CivilDate,
  own: Agency | null,
): Finding {
  const near = match.kind === 'suggestions' ? match.agencies : [];
  const ended = near.filter((one) => !isValidOn(one, day) && isSameName(one.name, found));
  if (ended.length === 1 && near.every((one) => one === ended[0] || !isSameName(one.name, found)))
    return notValid(plan, ended[0], day, place);
  const called = calledSo(match, found, day);
  if (called.length > 1) {
    const agencies = called.map(({ name }) => name).join('; ');
    return finding('agency-ambiguous', place, { found, agencies });
  }
  const suggestion = own && near.includes(own) ? own.name : (near[0]?.name ?? '');
  return finding('agency-misspelt', place, { found, suggestion });
}

/**
 * Whether a sheet has to do with a form, by its first rows: its headings, its identity, or the mark
 * of a sample.
 */
export function concernsForm(head: Sheet): boolean {
  const isOurs = isMetaSheet(head) || head.name === REASON_SHEET;
  return isOurs || isFormSheet(head) || claimsIdentity(head) || isMarkedSample(head);
}

/**
 * Whether a check needs more of a sheet than its first rows. Of the sheet that says which form it
 * is they are all it needs: below them lies the sender's part of the plan, and the province checks
 * by its own.
 */
export function isReadWhole(head: Sheet): boolean {
  return concernsForm(head) && !(isMetaSheet(head) && !isFormSheet(head));
}

/** The agency of a name that is one agency's only. */
export function agencyNamed(plan: Plan, text: string, period: Period | null): Agency | null {
  const match = matchAgency(plan.agencies, text, period ? { day: lastDay(period) } : {});
  return match.kind === 'code' || match.kind === 'name' ? match.agency : null;
}

interface Picked {
  text: string;
  place: { sheet: string; cell: string };
}

/**
 * A sender who typed a name instead of picking it is understood where only one agency has it, else
 * asked.
 */
function agencyPicked(
  plan: Plan,
  { code, place }: { code: string; place: Picked['place'] },
  period: Period | null,
  findings: Finding[],
): Agency | null {
  const listed = findAgency(plan, code);
  if (listed) return listed;
  const day = period ? lastDay(period) : undefined;
  const match = matchAgency(plan.agencies, code, day ? { day } : {});
  if (match.kind === 'code' || match.kind === 'name') {
    if (match.agency.name !== code)
      findings.push(
        finding('agency-abbreviated', place, { found: code, agency: match.agency.name }),
      );
    return match.agency;
  }
  findings.push(
    match.kind === 'unknown' || !day
      ? finding('unknown-agency', place, { code })
      : notMatched(plan, code, place, match, day, null),
  );
  return null;
}

type PickedAgency = { code: string; place: { sheet: string; cell: string } };

/**
 * What was picked on one sheet of a common form; "" where nothing was, or where nothing is picked
 * on it.
 */
export function pickedOn(sheet: Sheet): string {
  return pickedAgencyOn(sheet)?.code ?? '';
}

/** What the sender of a common form picked: the code before the name, and where it stands. */
function pickedAgency(workbook: Workbook): PickedAgency | null {
  for (const sheet of workbook.sheets) {
    const picked = pickedAgencyOn(sheet);
    if (picked) return picked;
  }
  return null;
}

function pickedAgencyOn(sheet: Sheet): PickedAgency | null {
  for (const [row, cells] of sheet.rows) {
    if (row > 20 || ![...cells.values()].some(({ value }) => value === PICKER_LABEL)) continue;
    const label = theOne([...cells], ([, { value }]) => value === PICKER_LABEL)[0];
    // Right beside it, in forms of format 1 two columns on; where a column was put in between, the
    // next cell that holds the code of an agency before its name.
    const beside = [...cells].filter(([column]) => column > label).sort(([a], [b]) => a - b);
    const listed = beside.find(([, { value }]) => /^\S+ – /.test(cellText(value)));
    const column = listed?.[0] ?? label + (formatOn(sheet) === 1 ? 2 : 1);
    const text = cellText(sheet.value(row, column));
    const code = /^(\S+) – /.exec(text)?.[1] ?? text;
    return { code, place: { sheet: sheet.name, cell: cellName(row, column) } };
  }
  return null;
}

/** The agency our own file names carry: `2024-03_29461_….xlsx`; null for a renamed file. */
function agencyInFileName(plan: Plan, file: string): Agency | null {
  const name = file.split('/').pop() ?? '';
  const match = /^\d{4}(?:-[0-9A-Z]+)?_([^_]+)_/.exec(name);
  return match ? (findAgency(plan, match[1]) ?? null) : null;
}
