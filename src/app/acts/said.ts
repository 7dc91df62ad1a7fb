import type { PeriodId } from '../../domain/period/period';
import type { PathChoice } from '../../domain/plan/plan';
import type { DoubtCounts } from '../../domain/plan-check/doubt-kinds';
import type { Stamp } from '../../domain/stamp/stamp';
import type { Decision } from '../../domain/submission/submission';
import type { OlderFormats } from '../desk';
import type { DeskRefusal } from '../desk-refused';
import type { Entering } from '../entering';
import type { RegisterReplaced } from '../plan-changes';

/** The facts of what is said once an act is done, by its code; the sentence is made late. */
export interface SaidFacts {
  'taken-in': {
    files: number;
    accepted: number;
    /** Of the accepted ones those with faults, of which only the rest was. */
    partial: number;
    wrong: number;
    waiting: number;
    skipped: number;
    entered: Entering;
  };
  /** What is being written. */
  entering: Entering;
  'nothing-dropped': { skipped: number };
  'reading-chosen': { cell: string };
  decided: { kind: Decision['kind']; version: number };
  'figure-entered': { row: string };
  'form-entered': { rows: number };
  'form-found-faulty': { errors: number; warnings: number };
  'receipt-stated': { count: number };
  'edit-accepted': { submission: string };
  'edits-restored': { count: number };
  'ledger-imported': { enters: number; waits: number };
  'chase-noted': { count: number };
  consolidated: {
    period: PeriodId;
    /** Sheets that stay in sight, for the structure of the workbook is protected. */
    stillSeen?: readonly string[];
  };
  'period-locked': { period: PeriodId };
  'period-reopened': { period: PeriodId };
  'cells-bound': { count: number };
  'cell-bound': { cell: string; label: string; heading: string };
  'sheet-unbound': { sheet: string };
  'layouts-filled': { filled: number; left: number };
  'moved-followed': { count: number };
  'plan-put': { name: string };
  'forms-issued': {
    count: number;
    file: string;
    /** Of the plan they were made by. */
    doubts: DoubtCounts;
    /** Why the workbook took no note of it; null: it did. */
    refusal: DeskRefusal | null;
  };
  'report-copied': { file: string };
  'report-sent': { file: string };
  'ledger-exported': { file: string; submissions: number };
  'period-put-away': { file: string; originals: number; absent: number };
  'archive-opened': { submissions: number; originals: number; troubles: number };
  'act-undone': object;
  'doubt-confirmed': object;
  'path-chosen': { count: number; path: PathChoice['path'] };
  'register-put': RegisterReplaced;
  'form-added': { form: string };
  'form-repaired': { count: number };
  'warning-explained': object;
  'form-stamped': { stamp: Stamp };
  'form-not-stamped': { errors: number };
  /** A workbook of before is left as it is, or is of today's formats; where its copy is. */
  'older-left': { file: string };
  'older-raised': { file: string };
}

export type SaidCode = keyof SaidFacts;

export type Said = { [Code in SaidCode]: { code: Code; facts: SaidFacts[Code] } }[SaidCode];

/** What a person is asked before something is written. */
export type Question =
  | {
      code: 'lock-anyway';
      facts: {
        period: PeriodId;
        missing: number;
        open: number;
        /** What speaks against it of itself. */
        doubt: DeskRefusal | null;
      };
    }
  | { code: 'enter-drop'; facts: Entering }
  | { code: 'replace-register'; facts: RegisterReplaced }
  | { code: 'write-into-older'; facts: OlderFormats & { file: string } }
  | { code: 'older-kept'; facts: { file: string } };
