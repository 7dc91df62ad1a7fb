/** One request of the add-in as it crossed over. */
export interface SyncRecord {
  number: number;
  actions: number;
  /** Bytes of JSON. */
  request: number;
  reply: number;
  /** What was asked, in words: "Range.values = 20,000 cells". */
  asked: string[];
  error: string | null;
  /** The client says that it changes something. */
  writes: boolean;
}

export interface Budget {
  syncs?: number;
  actions?: number;
  /** Of the largest request or reply. */
  bytes?: number;
}

/** Counts what an add-in costs; a test states its budget in these. */
export class Traffic {
  records: SyncRecord[] = [];

  get syncs(): number {
    return this.records.length;
  }
  get actions(): number {
    return this.records.reduce((sum, one) => sum + one.actions, 0);
  }
  get largestRequest(): number {
    return this.records.reduce((most, one) => Math.max(most, one.request), 0);
  }
  get largestReply(): number {
    return this.records.reduce((most, one) => Math.max(most, one.reply), 0);
  }
  reset(): void {
    this.records = [];
  }

  /** Null within the budget; else what was exceeded and the list of all that was sent. */
  exceeds({ syncs, actions, bytes }: Budget): string | null {
    const over: string[] = [];
    if (syncs !== undefined && this.syncs > syncs)
      over.push(`${this.syncs} syncs, budget ${syncs}`);
    if (actions !== undefined && this.actions > actions)
      over.push(`${this.actions} actions, budget ${actions}`);
    const most = Math.max(this.largestRequest, this.largestReply);
    if (bytes !== undefined && most > bytes)
      over.push(`${most} bytes in one message, budget ${bytes}`);
    return over.length === 0 ? null : [...over, ...this.lines()].join('\n');
  }

  lines(): string[] {
    return this.records.map(({ number, actions, request, reply, asked, error }) => {
      const words =
        asked.slice(0, 12).join('; ') + (asked.length > 12 ? `; … ${asked.length - 12} more` : '');
      return `sync ${number}: ${actions} actions, ${request} B sent, ${reply} B answered${error ? `, ${error}` : ''} – ${words}`;
    });
  }
}
