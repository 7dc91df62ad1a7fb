import { areaName, type Area } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import { invalidArgument } from './errors';
import type { ExcelHost } from './excel-host';
import { HostCollection, HostObject, type Answers } from './host-object';
import type { Range } from './range';
import { RangeFormat } from './range-format';
import { sheetPrefix } from './range-place';

/** Several areas of one sheet, handled at once (ExcelApi 1.9). */
export class RangeAreas extends HostObject implements Answers<Excel.RangeAreas> {
  readonly className = 'RangeAreas';

  constructor(
    private readonly host: ExcelHost,
    private readonly sheet: Sheet,
    private readonly parts: readonly Area[],
  ) {
    super();
    if (parts.length === 0) throw invalidArgument('Worksheet.getRanges');
  }
  override get isTransient(): boolean {
    return true;
  }
  get format(): RangeFormat {
    return new RangeFormat(this.host, this.sheet, this.parts);
  }
  get areas(): RangeCollection {
    return new RangeCollection(this.parts.map((area) => this.host.rangeOver(this.sheet, area)));
  }
  get worksheet(): HostObject {
    return this.host.worksheetOf(this.sheet);
  }
  get address(): string {
    return this.parts.map((area) => sheetPrefix(this.sheet.name) + areaName(area)).join(',');
  }
  get areaCount(): number {
    return this.parts.length;
  }
  get cellCount(): number {
    return this.parts.reduce(
      (sum, area) => sum + (area.bottom - area.top + 1) * (area.right - area.left + 1),
      0,
    );
  }
  clear(applyTo?: string): void {
    for (const range of this.areas.ranges) range.clear(applyTo);
  }
}

class RangeCollection extends HostCollection implements Answers<Excel.RangeCollection> {
  readonly className = 'RangeCollection';
  constructor(readonly ranges: Range[]) {
    super();
  }
  get members(): HostObject[] {
    return this.ranges;
  }
  item(key: unknown): HostObject {
    return this.getItemAt(Number(key));
  }
  getCount(): number {
    return this.ranges.length;
  }
  getItemAt(index: number): Range {
    const found = this.ranges[index];
    if (!found) throw invalidArgument('RangeCollection.getItemAt');
    return found;
  }
}
