import { checkForm } from '../domain/check/check-form';
import { periodOf } from '../domain/period/period';
import { findAgency, findIndicator, type Plan } from '../domain/plan/plan';
import { canonical, type InputCell } from '../domain/stamp/stamp';
import { readIdentities } from '../domain/template/identity';
import type { WorkbookPort } from './ports';

/** How far the open form is filled. */
export interface Entries {
  filled: number;
  owed: number;
}

/**
 * Counts what the open form asks for and what is entered of it; null where it does not say whose it
 * is yet (a common form).
 */
export async function entriesIn(port: WorkbookPort, plan: Plan): Promise<Entries | null> {
  const workbook = await port.readWhole();
  const [identity] = readIdentities(workbook);
  const agency = identity && findAgency(plan, identity.agency);
  if (!agency) return null;
  const { inputs } = checkForm(
    workbook,
    plan,
    agency,
    periodOf(identity.period),
    identity.template,
    [],
  );
  const owed = inputs.filter((input) => isOwed(plan, input));
  return { filled: owed.filter(({ value }) => canonical(value) !== '').length, owed: owed.length };
}

/**
 * Figures and the state of a task; notes, results in words and days are filled where there is
 * something to say.
 */
function isOwed(plan: Plan, { key }: InputCell): boolean {
  const [of, code] = key.split(' ');
  const column = key.slice(key.lastIndexOf(' ') + 1);
  if (of === 'task') return column === 'status';
  if (of !== 'indicator') return true;
  return (
    column === 'numerator' ||
    (column === 'denominator' && findIndicator(plan, code)?.denominator !== null)
  );
}
