import { DeskRefused } from '../app/desk-refused';
import { Cancelled, type Progress, type Undo } from '../app/ports';
import type { Sheet } from '../workbook/sheet';
import type { LastWrites } from '../workbook/workbook';
import { clearLeftBehind, commit } from './put/commit';
import { ask, look } from './put/look';
import { onlyLooksFailed } from './put/only-looks-failed';
import { putBack } from './put/put-back';
import { renewals } from './put/renew';
import { ACTION, putUp, stage } from './put/stage';
import { newWrite, writtenByOthers, type Write } from './put/write';
import { Requests } from './requests';
import { explained } from './takes-writes';

/**
 * Writes sheets hidden under passing names and puts them in place in one last batch, so that people
 * never see a half, and a failure in the middle leaves the workbook as it was. A sheet that stands
 * keeps its place, its references and what people put beside our table: only our area of it is
 * written anew, and what stood there is kept hidden. Without `keepsOld` it is a passing sheet, and
 * goes.
 *
 * Somebody else may write at the same time. Nothing of theirs goes: not what they are about to put
 * in place, not what they have put since this write looked (it is refused then), not the rows they
 * have added below a list, and not by taking this write back.
 *
 * Round trips: one for what stands and the first 4 MB, one for each further 4 MB, one to put them
 * in place with the last of them.
 */
export async function putSheets(
  sheets: readonly Sheet[],
  keepsOld: boolean,
  progress?: Progress,
  since?: LastWrites,
  hides: (name: string) => boolean = () => false,
): Promise<Undo> {
  const write = newWrite(sheets, keepsOld);
  return explained(keepsOld ? namesIn(write) : [], 'sheets', async () => {
    let misplaced: Sheet | null = null;
    try {
      misplaced = await putInPlace(write, hides, progress, since);
    } catch (error) {
      if (!(await onlyLooksFailed(write).catch(() => false))) await takeBack(write, error);
    }
    if (misplaced) await takeBackMisplaced(write, misplaced);
    return undoOf(write);
  });
}

/** Gives a sheet that was filtered while it was written, so that it does not say what it should. */
async function putInPlace(
  write: Write,
  hides: (name: string) => boolean,
  progress?: Progress,
  since?: LastWrites,
): Promise<Sheet | null> {
  const { sheets } = write;
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const requests = new Requests(context, progress);
    const asked = ask(context, write);
    const staged = putUp(context, write);
    requests.add(sheets.length * 8 * ACTION);
    requests.suspendCalculation();
    const lookOnce = async () => {
      if (!requests.hasSent) await requests.send();
      look(write, asked, since);
    };
    await stage(write, staged, requests, lookOnce, progress);
    const renewed = await renewals(context, write, asked, requests);
    if (progress?.cancelled) throw new Cancelled();
    const misplaced = await commit(context, write, asked, staged, renewed, requests, hides);
    progress?.step(sheets.length, sheets.length, '');
    await clearLeftBehind(asked, requests);
    return misplaced;
  });
}

/** What cannot be put back now stays hidden until a later write clears it away. */
async function takeBack(write: Write, error: unknown): Promise<never> {
  const others = await putBack(write).catch(() => []);
  if (others.length > 0) throw writtenByOthers('sheet-written-meanwhile', others);
  throw error;
}

/** As far as the filter lets it: it is said that the sheet cannot be relied on. */
async function takeBackMisplaced(write: Write, { name }: Sheet): Promise<never> {
  await putBack(write).catch(() => undefined);
  throw new DeskRefused({ code: 'sheet-not-as-written', facts: { sheet: name } });
}

function undoOf(write: Write): Undo {
  return () =>
    explained(namesIn(write), 'sheets', async () => {
      const others = await putBack(write, true);
      if (others.length > 0) throw writtenByOthers('sheet-written-since', others);
    });
}

function namesIn({ sheets }: Write): string[] {
  return sheets.map(({ name }) => name);
}
