/** What an add-in may change of Excel around the workbook: its pane and its ribbon. */
export class Shell {
  isPaneShown = true;
  /** The add-in's code starts with the workbook (Office.addin.setStartupBehavior). */
  startsWithWorkbook = false;
  /** Ribbon controls the add-in has switched: tab or button id → visible or enabled. */
  readonly ribbon = new Map<string, boolean>();
  private readonly listeners = new Set<() => void>();

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
  changed(): void {
    for (const listener of this.listeners) listener();
  }
}
