import {
  FigureBook,
  type AskedFigure,
  type FigureAnswer,
  type FigureGap,
} from '../app/figure-asked';
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
  private book: FigureBook | null | undefined;
  private readonly cells = new Set<() => void>();

  constructor(
    private readonly sentence: (gap: FigureGap) => string,
    private readonly notAvailable: (reason: string) => Error,
  ) {}

  stand(desk: Desk | null): void {
    this.book = desk && new FigureBook(desk);
    for (const tell of this.cells) tell();
  }

  ask(kind: Kind, asked: AskedFigure, cell: Invocation): void {
    const tell = () => {
      // Excel shows that it waits until the workbook has been read.
      if (this.book === undefined) return;
      const answer: FigureAnswer = this.book
        ? this.book.answer(asked, kind)
        : { gap: { code: 'no-plan' } };
      cell.setResult('gap' in answer ? this.notAvailable(this.sentence(answer.gap)) : answer.value);
    };
    this.cells.add(tell);
    cell.onCanceled = () => this.cells.delete(tell);
    tell();
  }
}

/** Makes the functions known to Excel, where it has custom functions. */
export function officeFunctions(sentence: (gap: FigureGap) => string): LedgerFunctions {
  const functions = new LedgerFunctions(
    sentence,
    (reason) => new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, reason),
  );
  if (typeof CustomFunctions === 'undefined') return functions;
  const text = (value: unknown) => (value === null || value === undefined ? '' : String(value));
  for (const [id, kind] of Object.entries(KINDS)) {
    CustomFunctions.associate(id, (...args: unknown[]) => {
      // Excel gives the invocation last, whatever was left out before it.
      const cell = args.at(-1) as Invocation;
      const [indicator, agency, period, measure] = args.slice(0, -1).map(text);
      functions.ask(kind, { indicator, agency, period, measure: measure ?? '' }, cell);
    });
  }
  return functions;
}
