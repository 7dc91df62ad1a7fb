import type { WorkbookPort } from './ports';
import { whoseMarkedCopy, type MarkedCopy } from './whose-marked-copy';

/** Whose the marked copy is that is open in Excel. */
export async function openMarkedCopy(port: WorkbookPort): Promise<MarkedCopy> {
  return whoseMarkedCopy(await port.readWhole());
}
