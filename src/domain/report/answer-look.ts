import type { Style } from '../../workbook/cell';
import type { Measure } from '../measure/measure';
import { LOOK } from '../page/page';

/** A cell that holds an answer's number and shows its word; null where figures stand. */
export function answerLook({ answerFormat }: Measure): Style | null {
  return answerFormat === null ? null : { ...LOOK.textCentre, format: answerFormat };
}
