import { DeskRefused } from '../app/desk-refused';

/**
 * Under manual calculation formulas show what they gave before, and totals are read as they were.
 * What is read is calculated first, in the request that reads it; `application` is loaded with the
 * one before.
 */
export function howItCalculates({
  workbook: { application },
}: Excel.RequestContext): Excel.Application {
  application.load('calculationMode');
  return application;
}

/**
 * Everything, for a calculation of what is marked as changed was seen to miss some of it
 * (office-js-docs#627).
 */
export function calculateFirst(application: Excel.Application): void {
  if (application.calculationMode !== 'Manual') return;
  application.calculate('Full');
  application.load('calculationState');
}

/** Refuses figures that are not those of now; with the request that has read them. */
export function mustBeCalculated(application: Excel.Application): void {
  if (application.calculationMode === 'Manual' && application.calculationState !== 'Done')
    throw new DeskRefused({ code: 'calculation-pending', facts: {} });
}
