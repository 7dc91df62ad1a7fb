import { indicator, isWhole } from '../../../../test/defects/base';
import { at, type DefectCase } from '../../../../test/defects/case';
import type { CellValue } from '../../../workbook/cell';

/** openpyxl keeps no results of formulas, and these programs calculate anew. */
const CALCULATING = ['SheetJS', 'LibreOffice', 'Gnumeric', 'openpyxl'];

function shows(name: string, value: CellValue, more: Partial<DefectCase> = {}): DefectCase {
  return {
    name,
    spoil(form, pick) {
      const code = indicator(form, pick, isWhole);
      form.type(code, 'ratio', value);
      return at(form, code, 'ratio');
    },
    ...more,
  };
}

/** A formula over the row's parts, `N` and `D`, with the result it shows. */
function formula(
  name: string,
  text: string,
  value: CellValue,
  format: string,
  more: Partial<DefectCase> = {},
): DefectCase {
  return {
    name,
    lostBy: CALCULATING,
    spoil(form, pick) {
      const code = indicator(form, pick, isWhole);
      const cell = form.row(code).cell('ratio')!;
      const over = text
        .replace(/\bN\b/g, form.cell(code, 'numerator'))
        .replace(/\bD\b/g, form.cell(code, 'denominator'));
      Object.assign(cell, { formula: over, value, style: { ...cell.style, format } });
      return at(form, code, 'ratio');
    },
    ...more,
  };
}

const silent = true as const;

export const cases: readonly DefectCase[] = [
  shows('the target in words', 'Tối thiểu 80%'),
  shows('two levels', '60%/50%'),
  shows('an error', { error: '#REF!' }),
  formula('turned round', '100*D/N', 129.787234042553, '0.00'),
  formula('a percent format over a percentage', '100*N/D', 77.0491803278689, '0.00%'),
  formula('turned round, without its result', '100*D/N', null, '0.00'),
  formula('turned round, in words of a program', 'IF(N=0,"",ROUND(D/N*100,2))', null, 'General'),
  formula('of no cell at all, without its result', '100*1/3', null, '0.00'),
  formula('the sum for the share', '100*N/(N+D)', null, '0.00'),
  formula('right, without its result', 'IFERROR(100*N/D,"")', null, '0.00', { silent }),
  formula('not to be worked out here', 'SUM(N)/D', null, '0.00', { silent }),
  formula('a percent format over the fraction', 'N/D', 0.770491803278689, '0.00%', { silent }),
  formula('rounded', 'ROUND(100*N/D,1)', 77, '0.0', { silent }),
  shows('a number typed over it', 77.05, { silent }),
];
