import { JSON_FILE, type Command } from '../command';
import { checkPlanTables, type PlanFinding } from '../../domain/plan-check/check-plan';
import { type Finding } from '../../domain/finding/finding';
import { cliTexts } from '../../locale/cli-texts';
import { findingSentence, type Language } from '../../locale/sentence';
import { mustDiffer } from '../write-files';
import { openPlanWorkbook } from '../load';
import { mustTakeJson, planCheckJson, print, writeJson } from '../output';
import { type Options } from '../options';

/** What is doubtful in the plan itself, before it goes to anybody. */
function checkPlanFile(planFile: string, options: Options): number {
  mustDiffer(planFile, options.json);
  mustTakeJson(options.json);
  const { plan: loaded, found } = checkPlanTables(openPlanWorkbook(planFile, options.language));
  if (options.json)
    writeJson(options.json, planCheckJson(loaded?.id ?? null, found, options.language));
  if (options.json !== '-') printPlanFindings(found, options.language);
  return found.some(({ finding }) => finding.severity === 'error') ? 1 : 0;
}

function printPlanFindings(found: readonly PlanFinding[], language: Language): void {
  const count = (severity: Finding['severity']) =>
    found.filter(({ finding }) => finding.severity === severity).length;
  const texts = cliTexts(language);
  print(texts.planFindings(count('error'), count('warning'), count('fixed')));
  for (const severity of ['error', 'warning', 'fixed'] as const) {
    for (const { row, finding } of found.filter((one) => one.finding.severity === severity)) {
      const where = finding.sheet ? `[${finding.sheet}] ` : '';
      print(
        `  - ${texts.gravities[severity]}: ${where}${row}: ${findingSentence(finding, language)}`,
      );
    }
  }
}

export const checkPlanCommand: Command = {
  name: 'check-plan',
  words: ['plan.xlsx'],
  options: { json: JSON_FILE },
  run: ([planFile], options) => checkPlanFile(planFile, options),
};
