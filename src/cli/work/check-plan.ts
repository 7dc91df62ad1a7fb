import { checkPlanTables, type PlanFinding } from '../../domain/plan-check/check-plan';
import { countKinds, DOUBT_ORDER, ofKind } from '../../domain/plan-check/doubt-kinds';
import { cliTexts } from '../../locale/cli-texts-of';
import { findingSentence } from '../../locale/sentence';
import type { Language } from '../../locale/language';
import { mustDiffer } from '../write-files';
import { openPlanWorkbook } from '../load';
import { mustTakeJson, planCheckJson, print, writeJson } from '../output';
import { type Options } from '../options';

/** What is doubtful in the plan itself, before it goes to anybody. */
export function checkPlanFile(planFile: string, options: Options): number {
  mustDiffer(planFile, options.json);
  mustTakeJson(options.json);
  const { plan: loaded, found } = checkPlanTables(openPlanWorkbook(planFile, options.language));
  if (options.json)
    writeJson(options.json, planCheckJson(loaded?.id ?? null, found, options.language));
  if (options.json !== '-') printPlanFindings(found, options.language);
  return found.some(({ finding }) => finding.severity === 'error') ? 1 : 0;
}

function printPlanFindings(found: readonly PlanFinding[], language: Language): void {
  const texts = cliTexts(language);
  print(texts.planFindings(countKinds(found.map(({ finding }) => finding))));
  for (const kind of DOUBT_ORDER) {
    for (const { row, finding } of ofKind(found, kind)) {
      const where = finding.sheet ? `[${finding.sheet}] ` : '';
      print(`  - ${texts.doubtKinds[kind]}: ${where}${row}: ${findingSentence(finding, language)}`);
    }
  }
}
