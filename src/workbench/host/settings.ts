import { itemNotFound } from './errors';
import { HostCollection, HostObject, type Answers } from './host-object';

/** Settings of the add-in in this workbook (any JSON); one store for both APIs, as in Excel. */
export class SettingCollection extends HostCollection implements Answers<Excel.SettingCollection> {
  readonly className = 'SettingCollection';
  constructor(private readonly store: Map<string, string>) {
    super();
  }
  get members(): HostObject[] {
    return [...this.store.keys()].map((key) => new Setting(this.store, key));
  }
  item(key: unknown): HostObject {
    return this.getItem(String(key));
  }
  getCount(): number {
    return this.store.size;
  }
  add(key: string, value: unknown): Setting {
    this.store.set(key, JSON.stringify(value ?? null));
    return new Setting(this.store, key);
  }
  getItem(key: string): Setting {
    const found = this.getItemOrNullObject(key);
    if (!found) throw itemNotFound('SettingCollection.getItem');
    return found;
  }
  getItemOrNullObject(key: string): Setting | null {
    return this.store.has(key) ? new Setting(this.store, key) : null;
  }
}

class Setting extends HostObject implements Answers<Excel.Setting> {
  readonly className = 'Setting';
  constructor(
    private readonly store: Map<string, string>,
    readonly key: string,
  ) {
    super();
  }
  override checkAlive(): void {
    if (!this.store.has(this.key)) throw itemNotFound('Setting');
  }
  get value(): unknown {
    return JSON.parse(this.store.get(this.key) ?? 'null') as unknown;
  }
  set value(value: unknown) {
    this.store.set(this.key, JSON.stringify(value ?? null));
  }
  delete(): void {
    this.store.delete(this.key);
  }
}
