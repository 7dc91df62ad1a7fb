/**
 * A document held in memory: what sentences and tables are put into, and writers of Word files
 * take. It depends on nothing.
 */
export interface TextDocument {
  /** What the file's properties call it. */
  title: string;
  blocks: Block[];
}

export type Block = TextBlock | Chart;

/** What may stand in a document of somebody else too. */
export type TextBlock = Paragraph | Table;

export type Align = 'left' | 'center' | 'right' | 'justify';

export interface Paragraph {
  kind: 'paragraph';
  runs: Run[];
  align: Align;
  /** The first line is set in, as paragraphs of an official document are. */
  isIndented?: boolean;
  /** Stays on the page of what follows: a heading never stands alone at a page's foot. */
  keepsWithNext?: boolean;
  /** 1 for a section, 2 for a part of it: what a program's navigation shows. */
  heading?: 1 | 2;
  /** In points. */
  before?: number;
  after?: number;
}

export interface Run {
  text: string;
  isBold?: boolean;
  isItalic?: boolean;
  isUnderlined?: boolean;
  /** In points; absent: the document's own. */
  size?: number;
}

export interface Table {
  kind: 'table';
  /** In millimetres. */
  widths: number[];
  rows: Cell[][];
  /** So many rows are repeated at the top of every page. */
  headingRows: number;
  hasBorders: boolean;
}

export interface Cell {
  paragraphs: Paragraph[];
  /** So many columns wide; 1 where nothing is said. */
  span?: number;
}

/** Bars drawn by the program that shows the document, from numbers it holds itself. */
export interface Chart {
  kind: 'chart';
  title: string;
  /** What it shows, for whoever does not see it. */
  description: string;
  /** `bar`: lying, the first at the foot; `column`: upright. */
  shape: 'bar' | 'column';
  categories: string[];
  series: { name: string; values: (number | null)[] }[];
  /** Of a value, as a spreadsheet writes it. */
  format: string;
  /** In millimetres; it is as wide as the text. */
  height: number;
}
