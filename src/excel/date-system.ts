/**
 * Excel counts days from 1900, or in workbooks of older Excel for Mac from 1904. Office.js has no
 * property that says which; the function
 * DATE, called without a cell, does ("depending on the workbook's date system", typings).
 */

/** The second day of 1904; to be read with the next request. */
export function secondOf1904({ workbook }: Excel.RequestContext): Excel.FunctionResult<number> {
  const day = workbook.functions.date(1904, 1, 2);
  day.load('value');
  return day;
}

/** A workbook counts from 1900 until it says otherwise. */
export function countsFrom1904(day: Excel.FunctionResult<number> | null): boolean {
  return day?.value === 1;
}
