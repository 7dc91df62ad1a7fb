import { matchKey } from '../../text/normal-form';

/** Units that are measured, not counted: fractions of them make sense. */
const MEASURED = new Set(
  ['đồng', 'triệu đồng', 'tỷ đồng', 'phút', 'giờ', 'ngày', 'điểm', '%', 'km', 'm2', 'ha'].map(matchKey),
);

/** Whether whole things of that unit are counted (hồ sơ, TTHC, văn bản …). */
export function isCounted(unit: string): boolean {
  return !MEASURED.has(matchKey(unit));
}
