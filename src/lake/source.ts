import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';
import type { SignedFigure } from '../domain/consolidation/signed-figures';
import type { Plan } from '../domain/plan/plan';
import type { Submission } from '../domain/submission/submission';
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
 * Without the names of persons: who entered, decided, explained. They leave only where somebody
 * says so.
 */
export function withoutNames({ plan, submissions, signed }: Province): Province {
  return {
    plan: { ...plan, confirmations: plan.confirmations.map((one) => ({ ...one, who: '' })) },
    submissions: submissions.map(({ receivedBy: _, ...one }) => ({
      ...one,
      explanations: one.explanations.map((told) => ({ ...told, who: '' })),
      ...(one.findings
        ? {
            findings: one.findings.map((found) =>
              found.reason ? { ...found, reason: { ...found.reason, who: '' } } : found,
            ),
          }
        : {}),
      ...(one.grounds ? { grounds: { ...one.grounds, who: '' } } : {}),
      ...(one.decision ? { decision: { ...one.decision, who: '' } } : {}),
    })),
    signed,
  };
}

/**
 * What a lake knows of a plan and what is added: each file once, by its hash, as it was last
 * decided. Refused where two say different things of one agency, or of one version.
 */
export function joined(known: Province | null, added: Province): Province {
  if (known) mustAgree(known.plan, added.plan);
  const keyOf = ({ agency, period, hash }: Submission) => `${agency} ${period} ${hash}`;
  const all = new Map<string, Submission>();
  for (const one of [...(known?.submissions ?? []), ...added.submissions]) {
    const before = all.get(keyOf(one));
    if (!before || (before.decision?.at ?? '') <= (one.decision?.at ?? ''))
      all.set(keyOf(one), one);
  }
  const submissions = [...all.values()].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  mustBeOne(added.plan, submissions);
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
function mustAgree(known: Plan, added: Plan): void {
  const before = new Map(known.agencies.map((agency) => [agency.code, agency]));
  for (const agency of added.agencies) {
    const other = before.get(agency.code);
    if (!other || (sameName(other.name, agency.name) && other.level === agency.level)) continue;
    const facts = { plan: added.id, agency: agency.code, before: `${other.name} (${other.level})` };
    throw new LakeRefused({
      code: 'lake-registers-differ',
      facts: { ...facts, now: `${agency.name} (${agency.level})` },
    });
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
