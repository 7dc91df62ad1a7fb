/** An expected "no": a code with facts; the sentence is made late, in the reader's language. */
export interface Refusal<Code extends string = string> {
  code: Code;
  facts: Record<string, string | number>;
}

export type Result<T, R = Refusal> = { ok: true; value: T } | { ok: false; refusal: R };

export function accept<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function refuse<Code extends string>(
  code: Code,
  facts: Record<string, string | number> = {},
): { ok: false; refusal: Refusal<Code> } {
  return { ok: false, refusal: { code, facts } };
}
