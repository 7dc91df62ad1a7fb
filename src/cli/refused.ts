import type { SpokenRefusal } from '../locale/sentence';

/** A command cannot be done: one line that says why and what to do, exit 2. */
export class CommandRefused extends Error {
  constructor(readonly refusal: SpokenRefusal) {
    super(refusal.code);
  }
}

export function refuseWith(code: SpokenRefusal['code'], facts: SpokenRefusal['facts'] = {}): never {
  throw new CommandRefused({ code, facts });
}
