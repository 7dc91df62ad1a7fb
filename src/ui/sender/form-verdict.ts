import { checkOpenForm, type CheckedForm } from '../../app/sender';
import type { WorkbookPort } from '../../app/ports';
import type { Plan } from '../../domain/plan/plan';
import { causesOf } from '../findings/finding-cards';
import { isNotEntered } from '../../domain/finding/not-entered';

/** A checked form as its sender is told of it. */
export interface FormVerdict extends CheckedForm {
  /** The findings that stand at a cell, by their index, the gravest first. */
  placed: readonly number[];
  errors: number;
  /** Without what is only not entered yet. */
  warnings: number;
  blanks: number;
  /** Errors that do not follow from another. */
  causes: number;
}

/** Checks the open form as it stands now. */
export async function formVerdict(port: WorkbookPort, plan: Plan): Promise<FormVerdict> {
  const checked = await checkOpenForm(port, plan);
  const { findings } = checked.file;
  const count = (severity: string) => findings.filter((one) => one.severity === severity).length;
  const blanks = findings.filter(isNotEntered).length;
  const causes = causesOf(findings);
  const placed = causes
    .filter(({ gravity }) => gravity !== 'fixed')
    .map(({ index }) => index)
    .filter((index) => findings[index].sheet !== null && findings[index].cell !== null);
  return {
    ...checked,
    placed,
    errors: count('error'),
    warnings: count('warning') - blanks,
    blanks,
    causes: causes.filter(({ gravity }) => gravity === 'error').length,
  };
}
