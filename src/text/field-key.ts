import { plainKey } from './normal-form';

/**
 * What tells fields of a template apart: without case, marks and blanks, "K01.Giá trị" is
 * "k01.giatri".
 */
export function fieldKey(name: string): string {
  return plainKey(name).replace(/\s+/g, '');
}
