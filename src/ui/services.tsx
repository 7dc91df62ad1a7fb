import { createContext, useContext } from 'react';
import type { Desk } from '../app/desk';
import type { OpenedAppendix } from '../app/opened-appendix';
import type { Keeper } from '../app/remembered-columns';
import type {
  FileChecker,
  ReceivedFile,
  WorkbookPort,
  WorkbookReader,
  WorkbookWriter,
} from '../app/ports';
import type { Opened } from '../app/check-file';
import type { SignedFigure } from '../domain/consolidation/signed-figures';
import type { Plan } from '../domain/plan/plan';
import type { Refusal, Result } from '../domain/result';
import type { Submission } from '../domain/submission/submission';
import type { TextDocument } from '../document/document';
import type { FieldValue } from '../document/field';
import type { SelfCheck } from '../app/self-check';
import type { Finding } from '../domain/finding/finding';
import type { SpokenRefusal } from '../locale/sentence';
import type { Language } from '../locale/language';
import type { National } from '../domain/agency/national';
import type { Ribbon } from './commands';
import type { FirstTexts, UiTexts } from '../locale/ui-texts';

/** The report in Word, and the office's own template of it. */
export interface WordWriter {
  write(document: TextDocument): Promise<Uint8Array>;
  fill(
    template: Uint8Array,
    valueOf: (key: string) => FieldValue | undefined,
  ): Promise<
    | { ok: true; bytes: Uint8Array; troubles: { kind: TroubleKind; field: string }[] }
    | { ok: false; refusal: TemplateUnfit }
  >;
}

/**
 * Why a file is no template: what is wrong with a received file, or what only a Word file can do
 * wrong.
 */
export type TemplateUnfit =
  | Extract<Opened, { ok: false }>['refusal']
  | Refusal<'word-template-macros' | 'word-template-not-docx'>;

export type TroubleKind = 'unknown' | 'not-alone' | 'not-closed' | 'torn';

/** The ledger of one plan as an open lake, zipped. */
export type LakeWriter = (
  of: { plan: Plan; submissions: readonly Submission[]; signed: readonly SignedFigure[] },
  withNames: boolean,
) => Promise<Result<Uint8Array, SpokenRefusal>>;

/** What the pane needs from outside; the entry point provides it. */
export interface Services {
  port: WorkbookPort;
  /** Opens a received file to show a cell of it. */
  read: WorkbookReader;
  /** Opens a ledger or a table somebody keeps, whole and whatever kind of workbook it is. */
  readBook: WorkbookReader;
  /** Opens a decision's appendix from a file; absent where only the open sheet is read. */
  openAppendix?(bytes: Uint8Array): Promise<OpenedAppendix>;
  /**
   * Keeps a person's words for the columns of an appendix at this machine; absent: nothing is
   * remembered.
   */
  keeper?: Keeper;
  checker: FileChecker;
  write: WorkbookWriter;
  /** Writes Word files; loaded when one is wanted, absent where none is written. */
  word?: WordWriter;
  /** Writes the open lake; loaded when one is wanted, absent where none is written. */
  lake?: LakeWriter;
  /**
   * The submissions of a drop: archives taken apart; `skipped` are lock and system files, left out.
   */
  unpack(files: readonly ReceivedFile[]): Promise<{ files: ReceivedFile[]; skipped: string[] }>;
  /** The units of the whole country; loaded when a register is wanted. */
  national(): Promise<National>;
  /** Asks the browser to save bytes; whether it did, nobody is told. */
  download(name: string, bytes: Uint8Array): void;
  /**
   * What this Excel cannot do (docs/office-host.md, "Platforms"): files are given, and chosen,
   * another way.
   */
  lacks?: readonly ('download' | 'folder')[];
  /** The ribbon around the workbook; absent where there is none. */
  ribbon?: Ribbon;
  /**
   * Told of the workbook as it stands after each act; absent where nobody else shows its figures.
   */
  figures?: Figures;
  /** Tries what this Excel does; absent where there is none. */
  selfCheck?: SelfCheck;
  /** Which version of the software this is. */
  version?: string;
  /** Whose work an empty workbook begins with; absent: the person is asked. */
  startsAs?: 'desk';
  /**
   * Shows in the sheet which cells the findings of the open form point at, until they are found
   * anew; absent where it cannot.
   */
  showFound?(found: readonly Finding[]): void | Promise<void>;
  /** Today in Viet Nam, yyyy-mm-dd. */
  today(): string;
  /** This moment in Viet Nam to the millisecond: the name of a run. */
  now(): string;
  texts: UiTexts;
  language: Language;
}

/** Who shows figures of the ledger outside the pane: cells of people's own sheets. */
export interface Figures {
  /** The workbook as it stands now; null where it has no plan. */
  stand(desk: Desk | null): void;
}

/**
 * What the first screen has: its words are there, the others are loaded when a part is shown that
 * says them (see onDemand).
 */
export type FirstServices = Omit<Services, 'texts'> &
  (
    | { texts: UiTexts; restOfTexts?: undefined }
    | { texts: FirstTexts; restOfTexts(): Promise<void> }
  );

export const ServicesContext = createContext<FirstServices | null>(null);

/** For the first screen: with its words alone. */
export function useFirstServices(): FirstServices {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('the pane is not provided with services');
  return services;
}

/** For whatever is shown on demand. */
export function useServices(): Services {
  const services = useFirstServices();
  if (services.restOfTexts) throw new Error('a part that says more is shown on demand');
  return services;
}
