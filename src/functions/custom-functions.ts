import type { AskedFigure, FigureAnswer, FigureBook, FigureGap } from '../app/figure-asked';
import type { Desk } from '../app/desk';
import type { Figures } from '../ui/services';

/** Of the library; its typings are a package of their own. */
declare const CustomFunctions: {
  associate(id: string, run: (...args: never[]) => void): void;
  Error: new (code: string, message?: string) => Error;
  ErrorCode: { notAvailable: string };
};

/** One cell that shows a figure for as long as it stands. */
export interface Invocation {
  setResult(value: number | string | Error): void;
  onCanceled?: () => void;
}

/** The functions by their ids in assets/functions*.json. */
const KINDS = { GIATRI: 'figure', TYLE: 'ratio', DATCHITIEU: 'status' } as const;
type Kind = (typeof KINDS)[keyof typeof KINDS];

/**
 * TONGHOP.GIATRI, TYLE and DATCHITIEU: figures in force in people's own cells. Each cell is told
 * its figure anew when the ledger has changed (a streaming function: nothing is volatile), from the
 * one reading the pane has made, whatever the number of cells.
 */
export class LedgerFunctions implements Figures {
  /** The workbook as it stands; undefined until it was read: Excel shows that its cells wait. */
  private desk: Desk | null | undefined;
  private book: Promise<FigureBook | null> | null = null;
  private readonly cells = new Set<() => void>();
  /** The figures could not be loaded, and nobody has asked since. */
  private hasFailed = false;

  constructor(
    private readonly sentence: (gap: FigureGap) => string,
    private readonly notAvailable: (reason: string) => Error,
    private readonly load: (desk: Desk) => Promise<FigureBook> = bookOf,
  ) {}

  stand(desk: Desk | null): void {
    this.desk = desk;
    this.book = null;
    this.tellAll();
  }

  private tellAll(): void {
    this.hasFailed = false;
    for (const tell of this.cells) tell();
  }

  ask(kind: Kind, asked: AskedFigure, cell: Invocation): void {
    const tell = () => void this.answer(kind, asked, cell, () => this.cells.has(tell));
    this.cells.add(tell);
    cell.onCanceled = () => this.cells.delete(tell);
    if (this.hasFailed) this.tellAll();
    else tell();
  }

  private async answer(
    kind: Kind,
    asked: AskedFigure,
    cell: Invocation,
    stands: () => boolean,
  ): Promise<void> {
    const { desk } = this;
    if (desk === undefined) return;
    // Most workbooks have no such cell, and to consolidate is much to load.
    const book = desk && (await (this.book ??= this.loaded(desk)));
    // Meanwhile the workbook may have become another, or the cell have gone.
    if (desk !== this.desk || !stands()) return;
    const gap: FigureGap = { code: desk ? 'not-loaded' : 'no-plan' };
    const answer: FigureAnswer = book ? book.answer(asked, kind) : { gap };
    cell.setResult('gap' in answer ? this.notAvailable(this.sentence(answer.gap)) : answer.value);
  }

  /** Null where it cannot be fetched now: the next that asks has it fetched anew. */
  private async loaded(desk: Desk): Promise<FigureBook | null> {
    try {
      return await this.load(desk);
    } catch {
      if (desk === this.desk) {
        this.book = null;
        this.hasFailed = true;
      }
      return null;
    }
  }
}

async function bookOf(desk: Desk): Promise<FigureBook> {
  const { FigureBook: Book } = await import(/* webpackPrefetch: true */ '../app/figure-asked');
  return new Book(desk);
}

/**
 * Makes the functions known to Excel, where it has custom functions. One that fails to (a build in
 * which they did not load: office-js#6824) has the pane all the same: nothing hangs on them.
 */
export function officeFunctions(sentence: (gap: FigureGap) => string): LedgerFunctions {
  const functions = new LedgerFunctions(
    sentence,
    (reason) => new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, reason),
  );
  if (typeof CustomFunctions === 'undefined') return functions;
  const text = (value: unknown) => (value === null || value === undefined ? '' : String(value));
  const answer =
    (kind: Kind) =>
    (...args: unknown[]) => {
      // Excel gives the invocation last, whatever was left out before it.
      const cell = args.at(-1) as Invocation;
      const [indicator, agency, period, measure] = args.slice(0, -1).map(text);
      functions.ask(kind, { indicator, agency, period, measure: measure ?? '' }, cell);
    };
  try {
    for (const [id, kind] of Object.entries(KINDS)) CustomFunctions.associate(id, answer(kind));
  } catch (error) {
    console.warn('custom functions are not there', error);
  }
  return functions;
}
