import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import type { Indicator, Task } from '../plan/plan';
import type { StatChoices, StatForm } from '../plan/stat-form';

/** How a figure is printed in the province's annexes is not asked of anybody. */
function typed<Choices extends StatChoices>({ printedIn: _, ...rest }: Choices) {
  return rest;
}

/**
 * The first 8 hex digits of a hash over what the form asks: the same rows give the same version.
 */
export function templateVersion(
  indicators: readonly Indicator[],
  tasks: readonly Task[],
  forms: readonly StatForm[],
): string {
  const asked: unknown[] = [
    // The rows that are asked say the version, however they are laid out.
    1,
    indicators.map((i) => [
      ...[i.code, i.kind, i.overTime, i.numerator, i.denominator],
      // A form without choices has the version it had before there were any.
      ...(i.decimals === undefined && i.sign === undefined ? [] : [i.decimals ?? '', i.sign ?? '']),
      ...(i.scale === undefined ? [] : [i.scale]),
      ...(i.answers === undefined ? [] : [i.answers]),
    ]),
    tasks.map((t) => [t.code, t.deadline]),
  ];
  // A form without statistics has the version it had before there were any.
  if (forms.length > 0)
    asked.push(forms.map((f) => [f.code, f.columns.map(typed), f.rows.map(typed), f.identities]));
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(asked)))).slice(0, 8);
}
