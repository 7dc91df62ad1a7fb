import type { Agency } from '../../domain/agency/agency';
import type { Period } from '../../domain/period/period';
import type { DoubtCounts } from '../../domain/plan-check/doubt-kinds';
import { type Desk } from '../desk';
import { DeskRefused, type DeskRefusal } from '../desk-refused';
import { noteIssued } from '../issue-notes';
import { packCommonForm, packForms, type Packed } from '../pack-forms';
import type { Undo, WorkbookWriter } from '../ports';
import type { Act } from './act';

export interface Issue {
  desk: Desk;
  period: Period;
  agencies: readonly Agency[];
  /** All of them, some, or one form for all. */
  to: 'all' | 'some' | 'common';
  write: WorkbookWriter;
  /** Lists the plan's doubts, and counts them. */
  check(): Promise<DoubtCounts>;
  /** Gives the file to the person. */
  give(made: Packed): Promise<void>;
}

/** *Phát hành biểu mẫu*: the forms of a period are made and given, and noted beside. */
export const issueForms: Act<Issue> = {
  run: async ({ port, actor, making }, { desk, period, agencies, to, write, check, give }) => {
    // What is doubtful is listed under the button; it does not hold the forms back.
    const doubts = await check();
    const codes = to === 'some' ? agencies.map(({ code }) => code) : [];
    const made =
      to === 'common'
        ? await packCommonForm(desk, period, write)
        : await packForms(desk, period, codes, write, making);
    await give(made);
    const asked = { period, agencies, file: made.name };
    // The forms are out by then: where the workbook takes no note of it, that is said beside.
    const [undo, refusal] = await noteIssued(port, desk.plan, asked, actor).then(
      (taken): [Undo, null] => [taken, null],
      (error: unknown): [null, DeskRefusal] => {
        if (error instanceof DeskRefused) return [null, error.refusal];
        throw error;
      },
    );
    const isWhole = doubts.confirm + doubts.review === 0 && refusal === null;
    const facts = { count: made.count, file: made.name, doubts, refusal };
    return {
      undo,
      said: { code: 'forms-issued', facts },
      ...(isWhole ? {} : { intent: 'warning' }),
    };
  },
};
