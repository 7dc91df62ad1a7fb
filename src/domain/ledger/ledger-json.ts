import { accept, refuse, type Refusal, type Result } from '../result';
import type {
  Decision,
  Explanation,
  Grounds,
  Observation,
  Submission,
} from '../submission/submission';
import type { Finding } from '../finding/finding';
import { keptFinding } from './kept-findings';
import {
  ACCEPTANCES,
  AWAITED,
  KINDS,
  ORIGINS,
  STATES,
  VERDICTS,
  type LedgerRefusalCode,
} from './ledger-tables';

/**
 * The ledger whole, to the letter, for other programs and for the archive
 * (docs/schemas/ledger.schema.json).
 */
export interface LedgerJson {
  plan: string;
  submissions: Submission[];
}

export const LEDGER_JSON_VERSION = 1;

/** One line for each submission, so that a text of a whole year can still be looked into. */
export function writeLedgerJson({ plan, submissions }: LedgerJson): string {
  const head = `{"version":${LEDGER_JSON_VERSION},"plan":${JSON.stringify(plan)},"submissions":[`;
  const lines = submissions.map(
    ({ observations, isBlank: _seen, ...rest }) =>
      `\n${JSON.stringify({ ...rest, edited: undefined, observations: observations.map(toJson) })}`,
  );
  return `${head}${lines.join(',')}\n]}\n`;
}

/**
 * As the outside contract writes an observation: its kind names its code. What the sheet of the
 * ledger keeps for itself stays there.
 */
function toJson({ of, code, ...rest }: Observation): object {
  return { [of]: code, ...rest, edited: undefined };
}

class Bad extends Error {}

/**
 * Reads what {@link writeLedgerJson} wrote; anything else is refused with the place where it
 * departs from it.
 */
export function readLedgerJson(text: string): Result<LedgerJson, Refusal<LedgerRefusalCode>> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return refuse('ledger-json-bad', { place: '–' });
  }
  try {
    const whole = new Fields(parsed, '');
    const version = whole.integer('version');
    if (version > LEDGER_JSON_VERSION)
      return refuse('ledger-newer-format', { found: version, known: LEDGER_JSON_VERSION });
    return accept({
      plan: whole.text('plan'),
      submissions: whole.list('submissions', submissionOf),
    });
  } catch (error) {
    if (error instanceof Bad) return refuse('ledger-json-bad', { place: error.message });
    throw error;
  }
}

function submissionOf(one: Fields): Submission {
  return {
    hash: one.text('hash'),
    file: one.text('file'),
    agency: one.text('agency'),
    period: one.text('period'),
    version: one.integer('version'),
    ...one.where('part', () => ({ part: one.integer('part') })),
    received: one.orNull('received', () => one.text('received')),
    late: one.orNull('late', () => one.integer('late')),
    verdict: one.word('verdict', VERDICTS),
    accepted: one.word('accepted', ACCEPTANCES),
    sample: one.truth('sample'),
    errors: one.integer('errors'),
    warnings: one.integer('warnings'),
    run: one.text('run'),
    ...one.where('receivedBy', () => ({ receivedBy: one.text('receivedBy') })),
    observations: one.list('observations', observationOf),
    explanations: one.list('explanations', explanationOf),
    ...one.where('findings', () => ({ findings: one.list('findings', findingOf) })),
    ...one.where('origin', () => ({ origin: one.word('origin', ORIGINS) })),
    ...one.where('grounds', () => ({ grounds: groundsOf(one.inner('grounds')) })),
    ...one.where('awaits', () => ({ awaits: one.word('awaits', AWAITED) })),
    ...one.where('decision', () => ({ decision: decisionOf(one.inner('decision')) })),
    ...one.where('entered', () => ({ entered: acceptanceOf(one.inner('entered')) })),
  };
}

function acceptanceOf(one: Fields): Pick<Submission, 'accepted' | 'awaits'> {
  return {
    accepted: one.word('accepted', ACCEPTANCES),
    ...one.where('awaits', () => ({ awaits: one.word('awaits', AWAITED) })),
  };
}

function observationOf(one: Fields): Observation {
  const of = (Object.keys(KINDS) as Observation['of'][]).find((kind) => one.has(kind));
  if (!of) throw one.bad('indicator');
  return {
    of,
    code: one.text(of),
    ...one.where('row', () => ({ row: one.text('row') })),
    measure: one.text('measure'),
    value: one.figure('value'),
    raw: one.text('raw'),
    sheet: one.text('sheet'),
    cell: one.text('cell'),
    state: one.word('state', STATES),
  };
}

function explanationOf(one: Fields): Explanation {
  const [sheet, cell, label, code, text, who] = [
    'sheet',
    'cell',
    'label',
    'code',
    'text',
    'who',
  ].map((key) => one.text(key));
  return { sheet, cell, label, code, text, who };
}

function findingOf(one: Fields): Finding {
  const kept = keptFinding({
    code: one.text('code'),
    severity: one.word('severity', { error: '', warning: '', fixed: '' }),
    sheet: one.orNull('sheet', () => one.text('sheet')),
    cell: one.orNull('cell', () => one.text('cell')),
    label: one.orNull('label', () => one.text('label')),
    facts: one.any('facts'),
    cause: one.orNull('cause', () => one.integer('cause')),
    reason: one.orNull('reason', () => reasonOf(one.inner('reason'))),
  });
  if (!kept) throw one.bad('facts');
  return kept;
}

function reasonOf(one: Fields): NonNullable<Finding['reason']> {
  return { text: one.text('text'), who: one.text('who') };
}

function groundsOf(one: Fields): Grounds {
  return { reason: one.text('reason'), document: one.text('document'), who: one.text('who') };
}

function decisionOf(one: Fields): Decision {
  const kind = one.word('kind', { accepted: '', returned: '' });
  const hash = one.has('hash') ? one.text('hash') : '';
  return { kind, submission: one.text('submission'), hash, ...groundsOf(one), at: one.text('at') };
}

/**
 * The fields of an object somebody else may have written; whatever is not as expected is named by
 * its place.
 */
class Fields {
  private readonly values: ReadonlyMap<string, unknown>;

  constructor(
    value: unknown,
    private readonly place: string,
  ) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new Bad(place || '–');
    this.values = new Map(Object.entries(value));
  }

  bad(key: string): Bad {
    return new Bad(this.at(key));
  }

  has(key: string): boolean {
    return this.values.has(key);
  }

  text(key: string): string {
    const value = this.values.get(key);
    if (typeof value !== 'string') throw this.bad(key);
    return value;
  }

  integer(key: string): number {
    const value = this.values.get(key);
    if (typeof value !== 'number' || !Number.isInteger(value)) throw this.bad(key);
    return value;
  }

  figure(key: string): number | string | null {
    const value = this.values.get(key);
    if (value === null || typeof value === 'string' || Number.isFinite(value))
      return value as number | string | null;
    throw this.bad(key);
  }

  any(key: string): unknown {
    return this.values.get(key);
  }

  truth(key: string): boolean {
    const value = this.values.get(key);
    if (typeof value !== 'boolean') throw this.bad(key);
    return value;
  }

  word<K extends string>(key: string, words: Record<K, string>): K {
    const value = this.values.get(key);
    const found = (Object.keys(words) as K[]).find((word) => word === value);
    if (found === undefined) throw this.bad(key);
    return found;
  }

  list<T>(key: string, read: (one: Fields) => T): T[] {
    const value = this.values.get(key);
    if (!Array.isArray(value)) throw this.bad(key);
    return value.map((one, index) => read(new Fields(one, `${this.at(key)}[${index}]`)));
  }

  inner(key: string): Fields {
    return new Fields(this.values.get(key), this.at(key));
  }

  orNull<T>(key: string, read: () => T): T | null {
    return this.values.get(key) === null ? null : read();
  }

  where<T extends object>(key: string, read: () => T): T | Record<string, never> {
    return this.has(key) ? read() : {};
  }

  private at(key: string): string {
    return this.place === '' ? key : `${this.place}.${key}`;
  }
}
