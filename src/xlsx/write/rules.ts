import type { ConditionalRule, DataValidation } from 'hucre/xlsx';
import { areaName, cellName } from '../../workbook/address';
import type { ConditionalFormat, Validation } from '../../workbook/sheet';
import { toDifferentialStyle } from './styles';

export function toValidation({
  area,
  rule,
  prompt,
  error,
  refusesBlank,
}: Validation): DataValidation {
  return {
    ...ruleOf(rule),
    range: areaName(area),
    allowBlank: !refusesBlank,
    showInputMessage: !!prompt,
    inputTitle: prompt?.title,
    inputMessage: prompt?.text,
    showErrorMessage: true,
    errorStyle: error?.severity ?? 'stop',
    errorTitle: error?.title,
    errorMessage: error?.text,
  };
}

function ruleOf(
  rule: Validation['rule'],
): Pick<DataValidation, 'type' | 'values' | 'formula1' | 'formula2' | 'operator'> {
  if ('list' in rule) return { type: 'list', values: rule.list };
  if ('source' in rule) return { type: 'list', formula1: rule.source };
  if ('formula' in rule) return { type: 'custom', formula1: rule.formula };
  return { type: rule.kind, operator: rule.operator, formula1: rule.first, formula2: rule.second };
}

/** Earlier formats win: priorities count from 1. */
export function toConditionalRules(formats: readonly ConditionalFormat[]): ConditionalRule[] {
  return formats.map(({ area, rule, style, stopIfTrue }, index) => {
    const common = {
      range: areaName(area),
      priority: index + 1,
      style: toDifferentialStyle(style),
      stopIfTrue: stopIfTrue || undefined,
    };
    if ('formula' in rule) return { ...common, type: 'expression', formula: rule.formula };
    if ('contains' in rule) {
      const first = cellName(area.top, area.left);
      const text = rule.contains.replace(/"/g, '""');
      return {
        ...common,
        type: 'containsText',
        text: rule.contains,
        formula: `NOT(ISERROR(SEARCH("${text}",${first})))`,
      };
    }
    const formula = rule.second === undefined ? rule.first : [rule.first, rule.second];
    return { ...common, type: 'cellIs', operator: rule.operator, formula };
  });
}
