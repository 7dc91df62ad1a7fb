/**
 * The workbench as others use it: a workbook that is calculated, and what a person works in it
 * with. Its own page (`start.tsx`) and the Excel host stand behind it and are nobody's else.
 */
export type { CalcEngine } from './calc/calc-engine';
export { loadIronCalc } from './calc/ironcalc';
export { Grid } from './grid/grid';
export { lossSentence } from './loss-words';
export { part, withPart } from './model/page-foot';
export { WorkbookModel, type ModelChange } from './model/workbook-model';
export { leadsToOtherSide } from './other-side';
export { SheetTabs } from './sheet-tabs';
