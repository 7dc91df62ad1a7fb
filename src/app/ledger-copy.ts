import { decided, readDecisions } from '../domain/ledger/decisions';
import {
  LEDGER_PLAN_PROPERTY,
  readLedger,
  type LedgerRefusalCode,
} from '../domain/ledger/ledger-tables';
import { LEDGER_SHEETS } from '../domain/ledger/ledger-sheets';
import { isUsedWhole } from '../domain/consolidation/whole-periods';
import { isValidOn, type Agency } from '../domain/agency/agency';
import { agencyMatcher, hasName, type AgencyMatcher } from '../domain/agency/match-agency';
import { lastDay } from '../domain/period/window';
import { parsePeriod, periodOf } from '../domain/period/period';
import { findAgency, findIndicator, scheduledPeriods, type Plan } from '../domain/plan/plan';
import { readPlan } from '../domain/plan/read-plan';
import { hasPlan } from '../domain/plan/has-plan';
import { readTable } from '../domain/table/table';
import { accept, type Refusal, type Result } from '../domain/result';
import type { Observation, Submission } from '../domain/submission/submission';
import { matchKey } from '../text/normal-form';
import { findSheet, type Workbook, knownSheet } from '../workbook/workbook';
import { periodActsIn } from './period-acts-in';
import { remark, type Offered, type Place, type ReadSource, type RowRemark } from './import-source';

/**
 * Whether a file holds a ledger: another copy of the workbook, last year's, or a ledger of the
 * command line.
 */
export function isLedgerCopy(workbook: Workbook): boolean {
  return Object.values(LEDGER_SHEETS).every((name) => findSheet(workbook, name));
}

/**
 * The submissions of another ledger, as they were decided there. Those of another year come as they
 * are: they are what "last year" is compared with. Those of this plan's year come only from a
 * ledger of this plan.
 */
export function readLedgerCopy(
  workbook: Workbook,
  plan: Plan,
): Result<ReadSource, Refusal<LedgerRefusalCode>> {
  const read = readLedger(workbook, plan);
  if (!read.ok) return read;
  const theirs = planOf(workbook);
  const owner = theirs?.id ?? workbook.properties.get(LEDGER_PLAN_PROPERTY) ?? plan.id;
  const places = placesOf(workbook, LEDGER_SHEETS.submissions, 'Mã bản nộp');
  const at = (submission: Submission) =>
    places.get(`${submission.agency}/${submission.period}/${submission.version}`) ?? SOMEWHERE;
  const offered: Offered[] = [];
  const refused: RowRemark[] = read.value.interrupted.map((id) =>
    remark(places.get(id) ?? SOMEWHERE, 'import-interrupted', { submission: id }),
  );
  const decisions = readDecisions(workbook);
  const names = namesIn(workbook);
  const match = agencyMatcher(plan.agencies);
  for (const submission of decided(read.value.submissions, decisions)) {
    const place = at(submission);
    const against = reasonAgainst(plan, owner, submission, place);
    const name = owner === plan.id ? '' : (names.get(submission.agency) ?? '');
    const agency = against ?? sameAgency(plan, match, submission, name, place);
    if ('said' in agency) refused.push(agency);
    else offered.push({ submission: { ...submission, agency: agency.code }, place });
  }
  const observations = offered.flatMap(({ submission }) => submission.observations);
  const remarks = [
    ...unknownCodes(workbook, plan, observations),
    ...renamed(workbook, plan, theirs, observations),
  ];
  offered.sort((a, b) => a.submission.version - b.submission.version);
  const acts =
    owner === plan.id
      ? periodActsIn(workbook).filter(({ period }) => periodOf(period).year === plan.year)
      : [];
  const paths = owner === plan.id ? (theirs?.paths ?? []) : [];
  return accept({ offered, decisions, acts, paths, refused, remarks });
}

const SOMEWHERE: Place = { sheet: LEDGER_SHEETS.submissions, cell: 'A1' };

function planOf(workbook: Workbook): Plan | null {
  if (!hasPlan(workbook)) return null;
  const read = readPlan(workbook);
  return read.ok ? read.value : null;
}

function reasonAgainst(
  plan: Plan,
  owner: string,
  submission: Submission,
  place: Place,
): RowRemark | null {
  const id = submission.period;
  const period = parsePeriod(id);
  if (!period) return remark(place, 'unknown-period', { found: id, grammar: '2024-03, 2024-Q1' });
  if (period.year === plan.year) {
    if (owner !== plan.id)
      return remark(place, 'ledger-of-other-plan', { found: owner, expected: plan.id });
    const isWhole = submission.origin === 'opening' && isUsedWhole(plan, period);
    if (!plan.schedule.kinds.includes(period.kind) && !isWhole)
      return remark(place, 'period-not-scheduled', { found: id, allowed: allowedPeriods(plan) });
  }
  return null;
}

/**
 * The agency of this register that a submission is of. One of another register is the same only
 * where code, name and time agree, or where its code is unknown here and its name is one agency's
 * alone: codes of other provinces and of before a merger are other agencies'. Without a name it is
 * of this register.
 */
function sameAgency(
  plan: Plan,
  match: AgencyMatcher,
  { agency: code, period: id }: Submission,
  name: string,
  place: Place,
): Agency | RowRemark {
  const day = lastDay(periodOf(id));
  // A code that was given again is of whoever had it then.
  if (name === '')
    return findAgency(plan, code) ?? remark(place, 'import-agency-unknown', { found: `${code}` });
  const then = match(code, { day });
  const byCode = then.kind === 'code' ? then.agency : findAgency(plan, code);
  const named = match(name, { day });
  const byName = named.kind === 'code' || named.kind === 'name' ? named.agency : null;
  const agency = byCode ?? byName;
  if (!agency) return remark(place, 'import-agency-unknown', { found: `${code} ${name}` });
  if (byCode && byName !== byCode && !mayBeNamed(byCode, named, name))
    return remark(place, 'import-agency-contradicts', { found: code, other: name });
  return isValidOn(agency, day)
    ? agency
    : remark(place, 'agency-not-reporting', { code: agency.code, period: id });
}

/** Its own name, which others have as well. */
function mayBeNamed(agency: Agency, named: ReturnType<AgencyMatcher>, name: string): boolean {
  return named.kind === 'suggestions' && named.agencies.includes(agency) && hasName(agency, name);
}

/** What the other ledger calls its agencies. */
function namesIn(workbook: Workbook): Map<string, string> {
  const sheet = knownSheet(workbook, LEDGER_SHEETS.submissions);
  const { rows } = readTable(sheet, ['Mã đơn vị', 'Đơn vị']);
  return new Map(rows.map((row) => [row.get('Mã đơn vị').text, row.get('Đơn vị').text]));
}

export function allowedPeriods(plan: Plan): string {
  return scheduledPeriods(plan)
    .map(({ id }) => id)
    .join(', ');
}

/** The first cell under a heading for each text that stands there. */
function placesOf(workbook: Workbook, name: string, heading: string): Map<string, Place> {
  const sheet = knownSheet(workbook, name);
  const places = new Map<string, Place>();
  for (const row of readTable(sheet, [heading]).rows) {
    const { text, cell } = row.get(heading);
    if (!places.has(text)) places.set(text, { sheet: sheet.name, cell });
  }
  return places;
}

/** More are counted, not named. */
const NAMED_CODES = 20;

/** Codes the plan lacks, one remark for each kind: a plan of another year has its own tasks. */
function unknownCodes(
  workbook: Workbook,
  plan: Plan,
  observations: readonly Observation[],
): RowRemark[] {
  const known: Record<Observation['of'], ReadonlySet<string>> = {
    indicator: new Set(plan.indicators.map(({ code }) => code)),
    task: new Set(plan.tasks.map(({ code }) => code)),
    form: new Set(plan.forms.map(({ code }) => code)),
  };
  const places = placesOf(workbook, LEDGER_SHEETS.figures, 'Mã');
  return (Object.keys(known) as Observation['of'][]).flatMap((kind) => {
    const used = new Set(observations.filter(({ of }) => of === kind).map(({ code }) => code));
    const codes = [...used].filter((code) => !known[kind].has(code));
    if (codes.length === 0) return [];
    const named = codes.slice(0, NAMED_CODES).join(', ') + (codes.length > NAMED_CODES ? '…' : '');
    const facts = { codes: named, count: codes.length };
    return [remark(places.get(codes[0]) ?? SOMEWHERE, 'import-codes-unknown', facts)];
  });
}

/** One code for two things would compare what cannot be compared. */
function renamed(
  workbook: Workbook,
  plan: Plan,
  theirs: Plan | null,
  observations: readonly Observation[],
): RowRemark[] {
  if (!theirs || theirs.id === plan.id) return [];
  const places = placesOf(workbook, LEDGER_SHEETS.figures, 'Mã');
  const used = new Set(observations.filter(({ of }) => of === 'indicator').map(({ code }) => code));
  return [...used].flatMap((code) => {
    const [before, now] = [findIndicator(theirs, code)?.name, findIndicator(plan, code)?.name];
    if (before === undefined || now === undefined || matchKey(before) === matchKey(now)) return [];
    return [remark(places.get(code) ?? SOMEWHERE, 'import-code-renamed', { code, before, now })];
  });
}
