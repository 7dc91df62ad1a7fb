import { checkForm } from '../domain/check/check-form';
import { periodOf } from '../domain/period/period';
import { findAgency, type Plan } from '../domain/plan/plan';
import { readIdentities } from '../domain/template/identity';
import type { WorkbookPort } from './ports';

/** How far the open form is filled. */
export interface Entries {
  filled: number;
  owed: number;
}

/**
 * Counts what the open form asks for and what is entered of it, as the check itself calls cells
 * blank; null where it does not say whose it is yet (a common form).
 */
export async function entriesIn(port: WorkbookPort, plan: Plan): Promise<Entries | null> {
  const workbook = await port.readWhole();
  const [identity] = readIdentities(workbook);
  const agency = identity && findAgency(plan, identity.agency);
  if (!agency) return null;
  const { owed } = checkForm(
    workbook,
    plan,
    agency,
    periodOf(identity.period),
    identity.template,
    [],
  );
  return { filled: owed.filter(({ isBlank }) => !isBlank).length, owed: owed.length };
}
