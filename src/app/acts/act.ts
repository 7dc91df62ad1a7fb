import type { Actor } from '../../domain/actor';
import type { Desk } from '../desk';
import type { Progress, Undo, WorkbookPort } from '../ports';
import type { Question, Said } from './said';

/** What every act works with. */
export interface Tools {
  port: WorkbookPort;
  actor: Actor;
  /** This moment to the millisecond: the name of a run. */
  run: string;
  /** How far the checking of files is; it may be stopped. */
  checking: Progress;
  /** How far the making of files is; it may be stopped. */
  making: Progress;
  /** How far the writing is. */
  progress: Progress;
  /** Says what is about to be written, for as long as it is. */
  tell(said: Said): void;
  /** Asks what only shows in the middle of an act. */
  ask(question: Question): Promise<boolean>;
}

/** What an act has changed, how that is taken back, and what is said of it. */
export interface Done {
  /**
   * Plan and ledger as the act has left them; `plan`: the plan is another, and the workbook is read
   * from the beginning. Absent where both are as they were.
   */
  desk?: Desk | 'plan';
  undo: Undo | null;
  said: Said;
  /** What was done is not all that was wanted, or none of it; absent: it is. */
  intent?: 'warning' | 'error';
}

/** A file that is made for the person. */
export interface GivenFile {
  name: string;
  bytes: Uint8Array;
}

/** Gives a file to the person by the way the host has. */
export type Give = (file: GivenFile) => Promise<void>;

/** A verb of the person on the open workbook. */
export interface Act<Given, Ended extends Done = Done> {
  /** Whether the workbook asks for it as it stands: else there is no button for it. */
  fits?(desk: Desk, given: Given): boolean;
  /** The writing may be stopped halfway. */
  canCancel?: true;
  /** It gives a file and leaves the workbook as it is, so one of an older format too. */
  onlyReads?: true;
  /** What the person is asked before anything is written; null: nothing. */
  asks?(port: WorkbookPort, given: Given): Promise<Question | null>;
  /** Writes what is to be written, or refuses by a DeskRefused. */
  run(tools: Tools, given: Given): Promise<Ended>;
}
