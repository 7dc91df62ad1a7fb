import { builtinPlan } from '../src/domain/plan/builtin';
import type { Plan } from '../src/domain/plan/plan';

/**
 * A built-in plan of a province in which only these report: its rows as they are, its register cut
 * down to them and to whomever a row or a parent names. A scenario of three agencies need not carry
 * 132 through every reading of its workbook.
 */
export function smallPlan(id: string, reporting: readonly string[]): Plan {
  const whole = builtinPlan(id)!;
  const { agencies, ...rest } = whole;
  const named = JSON.stringify(rest);
  const kept = new Set(reporting);
  for (const { code } of agencies) if (named.includes(JSON.stringify(code))) kept.add(code);
  for (const { code, parent, successor } of agencies.toReversed()) {
    if (kept.has(code))
      for (const other of [parent, successor]) if (other !== null) kept.add(other);
  }
  return {
    ...whole,
    agencies: agencies
      .filter(({ code }) => kept.has(code))
      .map((agency) => ({ ...agency, reports: reporting.includes(agency.code) })),
  };
}
