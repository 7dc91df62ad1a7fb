/** Hands every row a code of its own: one that is taken gets a number behind it. */
export class Codes {
  private readonly used = new Map<string, number>();

  take(wanted: string): { code: string; isOwn: boolean } {
    let count = this.used.get(wanted);
    if (count === undefined) {
      this.used.set(wanted, 1);
      return { code: wanted, isOwn: true };
    }
    let code: string;
    do code = `${wanted}-${++count}`;
    while (this.used.has(code));
    this.used.set(wanted, count);
    this.used.set(code, 1);
    return { code, isOwn: false };
  }
}

/** "1. Chỉ tiêu giao tại Nghị quyết số 01/NQ-CP" → "NQ01"; "" when no resolution is named. */
export function resolutionPrefix(group: string): string {
  const number = /(?:nghị quyết|nq)\s+(?:số\s*:?\s*)?(\d{1,4})/i.exec(
    group.normalize('NFC').slice(0, 500),
  )?.[1];
  return number ? `NQ${number.padStart(2, '0')}` : '';
}
