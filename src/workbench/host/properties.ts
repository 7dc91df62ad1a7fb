import { invalidArgument, itemNotFound } from './errors';
import type { ExcelHost } from './excel-host';
import { HostCollection, HostObject, type Answers } from './host-object';

const KEY_LENGTH = 255;

export class DocumentProperties extends HostObject implements Answers<Excel.DocumentProperties> {
  readonly className = 'DocumentProperties';
  readonly custom: CustomPropertyCollection;
  author = '';
  category = '';
  comments = '';
  company = '';
  keywords = '';
  manager = '';
  subject = '';
  title = '';
  constructor(host: ExcelHost) {
    super();
    this.custom = new CustomPropertyCollection(host);
  }
}

/**
 * Custom properties of the document: keys without regard to case; adding an existing one replaces
 * it.
 */
class CustomPropertyCollection
  extends HostCollection
  implements Answers<Excel.CustomPropertyCollection>
{
  readonly className = 'CustomPropertyCollection';
  constructor(private readonly host: ExcelHost) {
    super();
  }
  private get properties(): Map<string, string> {
    return this.host.model.workbook.properties;
  }
  private keyOf(key: string): string | undefined {
    return [...this.properties.keys()].find(
      (one) => one.toLowerCase() === String(key).toLowerCase(),
    );
  }
  get members(): HostObject[] {
    return [...this.properties.keys()].map((key) => new CustomProperty(this.properties, key));
  }
  item(key: unknown): HostObject {
    return this.getItem(String(key));
  }
  getCount(): number {
    return this.properties.size;
  }
  add(key: string, value: unknown): CustomProperty {
    if (typeof key !== 'string' || key === '')
      throw invalidArgument('CustomPropertyCollection.add');
    const name = this.keyOf(key) ?? key.slice(0, KEY_LENGTH);
    this.properties.set(name, String(value));
    return new CustomProperty(this.properties, name);
  }
  getItem(key: string): CustomProperty {
    const found = this.getItemOrNullObject(key);
    if (!found) throw itemNotFound('CustomPropertyCollection.getItem');
    return found;
  }
  getItemOrNullObject(key: string): CustomProperty | null {
    const name = this.keyOf(key);
    return name === undefined ? null : new CustomProperty(this.properties, name);
  }
  deleteAll(): void {
    this.properties.clear();
  }
}

class CustomProperty extends HostObject implements Answers<Excel.CustomProperty> {
  readonly className = 'CustomProperty';
  readonly type = 'String';
  constructor(
    private readonly properties: Map<string, string>,
    readonly key: string,
  ) {
    super();
  }
  override checkAlive(): void {
    if (!this.properties.has(this.key)) throw itemNotFound('CustomProperty');
  }
  get value(): string {
    return this.properties.get(this.key) ?? '';
  }
  set value(value: unknown) {
    this.properties.set(this.key, String(value));
  }
  delete(): void {
    this.properties.delete(this.key);
  }
}

/** Custom properties of a sheet (ExcelApi 1.12); kept for the session, not written to files. */
export class WorksheetCustomPropertyCollection
  extends HostCollection
  implements Answers<Excel.WorksheetCustomPropertyCollection>
{
  readonly className = 'WorksheetCustomPropertyCollection';
  private readonly properties = new Map<string, string>();
  get members(): HostObject[] {
    return [...this.properties.keys()].map(
      (key) => new WorksheetCustomProperty(this.properties, key),
    );
  }
  item(key: unknown): HostObject {
    return this.getItem(String(key));
  }
  getCount(): number {
    return this.properties.size;
  }
  add(key: string, value: string): WorksheetCustomProperty {
    if (typeof key !== 'string' || key === '' || key.length > KEY_LENGTH) {
      throw invalidArgument('WorksheetCustomPropertyCollection.add');
    }
    const name = this.find(key) ?? key;
    this.properties.set(name, String(value));
    return new WorksheetCustomProperty(this.properties, name);
  }
  private find(key: string): string | undefined {
    return [...this.properties.keys()].find((one) => one.toLowerCase() === key.toLowerCase());
  }
  getItem(key: string): WorksheetCustomProperty {
    const found = this.getItemOrNullObject(key);
    if (!found) throw itemNotFound('WorksheetCustomPropertyCollection.getItem');
    return found;
  }
  getItemOrNullObject(key: string): WorksheetCustomProperty | null {
    const name = this.find(key);
    return name === undefined ? null : new WorksheetCustomProperty(this.properties, name);
  }
}

class WorksheetCustomProperty extends HostObject implements Answers<Excel.WorksheetCustomProperty> {
  readonly className = 'WorksheetCustomProperty';
  constructor(
    private readonly properties: Map<string, string>,
    readonly key: string,
  ) {
    super();
  }
  get value(): string {
    return this.properties.get(this.key) ?? '';
  }
  set value(value: string) {
    this.properties.set(this.key, value);
  }
  delete(): void {
    this.properties.delete(this.key);
  }
}
