import type { InvocationResult } from './services';

/** Calls of custom functions that are under way. */
export class Invocations {
  private readonly waiting = new Map<
    number,
    { resolve(value: unknown): void; reject(error: Error): void }
  >();
  private nextId = 1;

  begin(): { id: number; result: Promise<unknown> } {
    const id = this.nextId++;
    const result = new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    return { id, result };
  }

  settle(results: readonly InvocationResult[]): void {
    for (const { id, value, failed, errorCode } of results) {
      const call = this.waiting.get(id);
      this.waiting.delete(id);
      if (failed || errorCode) call?.reject(new Error(String(errorCode ?? '#VALUE!')));
      else call?.resolve(value);
    }
  }
}
