import type { National } from '../domain/agency/national';
import type { Agency } from '../domain/agency/agency';
import { importProvince, type RegisterChoice } from '../domain/agency/national-register';
import { builtinForm } from '../domain/plan/builtin-forms';
import { writePlan } from '../domain/plan/plan-tables';
import { PLAN_SHEETS } from '../domain/plan/plan-sheets';
import { findAgency, type Plan } from '../domain/plan/plan';
import { accept, refuse, type Refusal, type Result } from '../domain/result';
import { matchKey } from '../text/normal-form';
import type { LastWrites } from '../workbook/workbook';
import { readDesk } from './desk';
import type { AppendixPlan } from './plan-from-appendix';
import type { Undo, WorkbookPort } from './ports';
import type { UseCaseRefusalCode } from './refusals';
import type { Sheet } from '../workbook/sheet';

/**
 * Puts the plan that was read from an appendix into this workbook; of a Word file the tables it was
 * read from go with it. `seen` is of the reading the person went by.
 */
export async function putAppendixPlan(
  port: WorkbookPort,
  { plan }: AppendixPlan,
  sources: readonly Sheet[],
  seen?: LastWrites,
): Promise<Undo> {
  return port.replaceSheets([...writePlan(plan), ...sources], undefined, seen);
}

/** What taking a register does to the one that stands. */
export interface RegisterReplaced {
  /** Agencies of before, of now, and those that stay under their code. */
  before: number;
  after: number;
  stay: number;
  /** Of those that go, some by their names. */
  gone: string[];
  /** Rows whose contact or identifiers go: with them, or as their code is another's by now. */
  typedGone: number;
}

interface Taken {
  plan: Plan;
  replaced: RegisterReplaced;
  lastWrites: LastWrites | undefined;
}

async function registerTaken(
  port: WorkbookPort,
  national: National,
  choice: RegisterChoice,
): Promise<Result<Taken, Refusal<UseCaseRefusalCode>>> {
  const { plan, lastWrites } = await readDesk(port);
  const { agencies, successions } = importProvince(national, choice);
  const known = new Set(agencies.map(({ code }) => code));
  const lost = [...namedAgencies(plan)].filter((code) => !known.has(code));
  if (lost.length > 0) {
    const names = lost.map((code) => findAgency(plan, code)?.name ?? code);
    return refuse('register-lacks-agencies', {
      count: lost.length,
      names: names.slice(0, 5).join('; '),
    });
  }
  const gone = plan.agencies.filter(({ code }) => !known.has(code));
  const typed = new Map(plan.agencies.map((agency) => [agency.code, agency]));
  const kept = agencies.map((agency) => withTyped(agency, typed.get(agency.code)));
  const keptBy = new Map(kept.map((agency) => [agency.code, agency]));
  return accept({
    plan: { ...plan, agencies: kept, successions },
    replaced: {
      before: plan.agencies.length,
      after: agencies.length,
      stay: plan.agencies.length - gone.length,
      gone: gone.map(({ name }) => name),
      typedGone: plan.agencies.filter((before) => losesTyped(before, keptBy.get(before.code)))
        .length,
    },
    lastWrites,
  });
}

/** What no list says stays with an agency that is still the same: one of its code and its name. */
function withTyped(agency: Agency, before: Agency | undefined): Agency {
  if (!before || matchKey(before.name) !== matchKey(agency.name)) return agency;
  const { identifiers, contact } = before;
  return { ...agency, ...(identifiers ? { identifiers } : {}), ...(contact ? { contact } : {}) };
}

function losesTyped(before: Agency, after: Agency | undefined): boolean {
  return (
    (before.identifiers !== undefined && after?.identifiers === undefined) ||
    (before.contact !== undefined && after?.contact === undefined)
  );
}

/** What a register would replace; null where it would be refused. */
export async function registerReplaced(
  port: WorkbookPort,
  national: National,
  choice: RegisterChoice,
): Promise<RegisterReplaced | null> {
  const taken = await registerTaken(port, national, choice);
  return taken.ok ? taken.value.replaced : null;
}

/**
 * Puts the units of a province in place of the register. Refused where rows of the plan are given
 * to agencies it does not have: they would be nobody's. Contacts and identifiers of agencies that
 * stay are kept.
 */
export async function putRegister(
  port: WorkbookPort,
  national: National,
  choice: RegisterChoice,
): Promise<Result<{ undo: Undo; replaced: RegisterReplaced }, Refusal<UseCaseRefusalCode>>> {
  const taken = await registerTaken(port, national, choice);
  if (!taken.ok) return taken;
  const { plan, replaced, lastWrites } = taken.value;
  const names: readonly string[] = [PLAN_SHEETS.agencies, PLAN_SHEETS.successions];
  const undo = await port.replaceSheets(
    writePlan(plan).filter(({ name }) => names.includes(name)),
    undefined,
    lastWrites,
  );
  return accept({ undo, replaced });
}

/** Every agency a row of the plan names by its code. */
function namedAgencies({ consolidator, indicators, tasks, forms, targets }: Plan): Set<string> {
  const fillers = [...indicators, ...tasks, ...forms].flatMap(({ filledBy }) => filledBy);
  const given = fillers.flatMap((one) =>
    'agency' in one ? [one.agency] : 'except' in one ? [one.except] : [],
  );
  return new Set([consolidator, ...given, ...targets.flatMap(({ agency }) => agency ?? [])]);
}

/** Adds a statistics form to the plan; its rows are a proposal to be edited in the sheet. */
export async function addForm(port: WorkbookPort, code: string): Promise<Undo> {
  const form = builtinForm(code);
  if (!form) throw new Error(`no statistics form ${code}`);
  const { plan, lastWrites } = await readDesk(port);
  const sheets = writePlan({
    ...plan,
    forms: [...plan.forms.filter((one) => one.code !== code), form],
  });
  return port.replaceSheets(
    sheets.filter(({ name }) => name === PLAN_SHEETS.forms),
    undefined,
    lastWrites,
  );
}
