import { dateToSerial } from '../../text/date';
import type { ExcelHost } from './excel-host';
import { HostObject } from './host-object';

/** Days between the two systems dates are counted in. */
const DAYS_1904 = 1462;

/**
 * The functions of Excel, called without a cell: of this host DATE only, which tells the date
 * system ("depending on the workbook's date system", typings).
 */
export class Functions extends HostObject {
  readonly className = 'Functions';
  constructor(private readonly host: ExcelHost) {
    super();
  }
  date(year: number, month: number, day: number): FunctionResult {
    const two = (number: number) => String(number).padStart(2, '0');
    const serial = dateToSerial(`${year}-${two(month)}-${two(day)}`);
    return new FunctionResult(serial - (this.host.model.workbook.date1904 ? DAYS_1904 : 0));
  }
}

class FunctionResult extends HostObject {
  readonly className = 'FunctionResult';
  readonly error = '';
  constructor(readonly value: number) {
    super();
  }
}
