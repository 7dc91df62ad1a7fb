import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';
import type { SignedFigure } from '../domain/consolidation/signed-figures';
import type { Agency } from '../domain/agency/agency';
import type { Plan } from '../domain/plan/plan';
import { AGENCIES } from '../domain/plan/plan-tables';
import type { Submission } from '../domain/submission/submission';
import { matchKey } from '../text/normal-form';
import type { Province } from './province-tables';
import { LakeRefused } from './refused';

const SOURCE_FORMAT = 1;

/**
 * A plan and all that was handed in for it, as the lake keeps it to add more to; the same bytes for
 * the same content.
 */
export function packSource({ plan, submissions, signed }: Province): Uint8Array {
  return gzipSync(strToU8(JSON.stringify({ format: SOURCE_FORMAT, plan, signed, submissions })), {
    mtime: 0,
  });
}

/** For bytes whose hash is the lake's own. */
export function unpackSource(bytes: Uint8Array): Province {
  const { plan, signed, submissions } = JSON.parse(strFromU8(gunzipSync(bytes))) as Province;
  return { plan, signed, submissions };
}

/**
 * Without the names of persons: who entered, decided, explained, chose, whom to ask. They leave
 * only where somebody says so.
 */
export function withoutNames({ plan, submissions, signed }: Province): Province {
  return { plan: nameless(plan), submissions: submissions.map(nameless), signed };
}

/** However deep a name stands; figures have none. */
function nameless<T>(value: T): T {
  if (Array.isArray(value)) return value.map(nameless) as T;
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value as Record<string, unknown>).flatMap(
    ([key, one]): [string, unknown][] => {
      if (key === 'contact' || key === 'receivedBy') return [];
      if (key === 'who') return [[key, '']];
      return [[key, key === 'observations' ? one : nameless(one)]];
    },
  );
  return Object.fromEntries(kept) as T;
}

/**
 * What a lake knows of a plan and what is added: each file once, by its hash, as it was last
 * decided. Refused where two say different things of one agency, or of one version. `isMeant`: the
 * plan was given by itself, to say what holds.
 */
export function joined(known: Province | null, added: Province, isMeant = false): Province {
  if (known) mustAgree(known.plan, added.plan, isMeant);
  const keyOf = ({ agency, period, hash }: Submission) => `${agency} ${period} ${hash}`;
  const all = new Map<string, Submission>();
  for (const one of [...(known?.submissions ?? []), ...added.submissions]) {
    const before = all.get(keyOf(one));
    if (!before || (before.decision?.at ?? '') <= (one.decision?.at ?? ''))
      all.set(keyOf(one), one);
  }
  const submissions = [...all.values()].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  mustBeOne(added.plan, submissions);
  if (known) mustBeThere(known.plan, added.plan, submissions);
  return {
    plan: added.plan,
    submissions,
    signed: signedOf([...(known?.signed ?? []), ...added.signed]),
  };
}

function orderOf({ agency, period, version, part = 0, hash }: Submission): string {
  return [
    agency,
    period,
    String(version).padStart(9, '0'),
    String(part).padStart(4, '0'),
    hash,
  ].join('\u0000');
}

/**
 * A code is one agency: a plan that is called the same and says another name or level is another
 * province's.
 */
function mustAgree(known: Plan, added: Plan, isMeant: boolean): void {
  const plan = added.id;
  const isSameIssuer = isMeant || matchKey(known.issuer) === matchKey(added.issuer);
  if (known.year !== added.year || !isSameIssuer) {
    const shown = ({ issuer, year }: Plan) => `${issuer}, ${year}`;
    const facts = { plan, before: shown(known), now: shown(added) };
    throw new LakeRefused({ code: 'lake-plans-differ', facts });
  }
  const before = new Map(known.agencies.map((agency) => [agency.code, agency]));
  for (const agency of added.agencies) {
    const other = before.get(agency.code);
    if (!other) continue;
    if (!sameName(other.name, agency.name) || other.level !== agency.level) {
      const shown = ({ name, level }: Agency) => `${name} (${level})`;
      const facts = { plan, agency: agency.code, before: shown(other), now: shown(agency) };
      throw new LakeRefused({ code: 'lake-registers-differ', facts });
    }
    if (!isMeant) mustNotContradict(plan, other, agency);
  }
}

const TOLD = ['parent', 'validFrom', 'validTo', 'successor'] as const;

/** What one register leaves open another may tell; where both tell, they tell the same. */
function mustNotContradict(plan: string, known: Agency, added: Agency): void {
  for (const key of TOLD) {
    const [before, now] = [known[key], added[key]];
    if (before === null || now === null || before === now) continue;
    const facts = { plan, agency: added.code, column: AGENCIES.fields[key].heading, before, now };
    throw new LakeRefused({ code: 'lake-registers-contradict', facts });
  }
}

/** An agency that ended keeps its row; without it what it handed in is nobody's. */
function mustBeThere(known: Plan, added: Plan, submissions: readonly Submission[]): void {
  const now = new Set(added.agencies.map(({ code }) => code));
  for (const { code } of known.agencies) {
    const own = now.has(code) ? [] : submissions.filter(({ agency }) => agency === code);
    if (own.length === 0) continue;
    const facts = { plan: added.id, agency: code, submissions: own.length };
    throw new LakeRefused({ code: 'lake-agency-gone', facts });
  }
}

function sameName(a: string, b: string): boolean {
  return a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();
}

function mustBeOne(plan: Plan, submissions: readonly Submission[]): void {
  const seen = new Map<string, Submission>();
  for (const one of submissions) {
    const { agency, period, version, part = 0, file } = one;
    const key = `${agency} ${period} ${version} ${part}`;
    const other = seen.get(key);
    if (other) {
      const facts = { plan: plan.id, agency, period, version, first: other.file, second: file };
      throw new LakeRefused({ code: 'lake-versions-differ', facts });
    }
    seen.set(key, one);
  }
}

function signedOf(all: readonly SignedFigure[]): SignedFigure[] {
  const keyOf = ({ period, lock, of, code, column }: SignedFigure) =>
    [period, lock, of, code, column].join('\u0000');
  const byKey = new Map(all.map((one) => [keyOf(one), one]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}
