import { invalidArgument } from './errors';
import type { ExcelHost } from './excel-host';
import { HostObject, type Answers } from './host-object';

export class Application extends HostObject implements Answers<Excel.Application> {
  readonly className = 'Application';
  readonly cultureInfo: CultureInfo;
  readonly useSystemSeparators = true;
  constructor(private readonly host: ExcelHost) {
    super();
    this.cultureInfo = new CultureInfo(host);
  }
  get calculationState(): string {
    if (this.host.keepsCalculating) return 'Calculating';
    return this.host.model.isStale ? 'Pending' : 'Done';
  }
  get calculationMode(): string {
    return this.host.model.calculationMode;
  }
  set calculationMode(value: string) {
    if (value !== 'Automatic' && value !== 'AutomaticExceptTables' && value !== 'Manual') {
      throw invalidArgument('Application.calculationMode');
    }
    this.host.model.calculationMode = value;
  }
  get decimalSeparator(): string {
    return this.host.culture.decimal;
  }
  get thousandsSeparator(): string {
    return this.host.culture.thousands;
  }
  calculate(calculationType: string): void {
    if (!['Recalculate', 'Full', 'FullRebuild'].includes(calculationType))
      throw invalidArgument('Application.calculate');
    if (this.host.keepsCalculating) return;
    this.host.model.outdate();
    this.host.model.recalculate(true);
  }
  /**
   * What is read later in the same batch is as it was: nothing is calculated before the batch has
   * ended.
   */
  suspendApiCalculationUntilNextSync(): void {
    this.host.model.suspendCalculation();
  }
  suspendScreenUpdatingUntilNextSync(): void {
    this.host.model.suspendScreen();
  }
}

class CultureInfo extends HostObject implements Answers<Excel.CultureInfo> {
  readonly className = 'CultureInfo';
  readonly numberFormat: NumberFormatInfo;
  readonly datetimeFormat: DatetimeFormatInfo;
  constructor(private readonly host: ExcelHost) {
    super();
    this.numberFormat = new NumberFormatInfo(host);
    this.datetimeFormat = new DatetimeFormatInfo(host);
  }
  get name(): string {
    return this.host.culture.name;
  }
}

class NumberFormatInfo extends HostObject implements Answers<Excel.NumberFormatInfo> {
  readonly className = 'NumberFormatInfo';
  constructor(private readonly host: ExcelHost) {
    super();
  }
  get numberDecimalSeparator(): string {
    return this.host.culture.decimal;
  }
  get numberGroupSeparator(): string {
    return this.host.culture.thousands;
  }
}

class DatetimeFormatInfo extends HostObject implements Answers<Excel.DatetimeFormatInfo> {
  readonly className = 'DatetimeFormatInfo';
  constructor(private readonly host: ExcelHost) {
    super();
  }
  readonly dateSeparator = '/';
  readonly longDatePattern = 'dd MMMM yyyy';
  readonly longTimePattern = 'HH:mm:ss';
  get shortDatePattern(): string {
    return this.host.culture.shortDate;
  }
  readonly timeSeparator = ':';
}
