import { useEffect } from 'react';
import type { WorkbookModel } from '../workbench';
import { writeWorkbook } from '../xlsx/write/workbook';

/** The one unsaved workbook a person chose to keep in this browser, against a crash. */
export interface Draft {
  name: string;
  bytes: Uint8Array;
  at: Date;
  /** What saving loses of the file it began with: the draft itself holds none of it. */
  losses: readonly string[];
}

const DATABASE = 'tong-hop-ban-nhap';
const STORE = 'draft';
/** A pause in the work; writing a large workbook takes a moment. */
const PAUSE_MS = 4_000;

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error ?? new Error('indexedDB'));
  });
}

async function withStore<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await answered(opening);
  try {
    return await answered(act(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

/**
 * What is kept from before; null where nothing is, and then nothing is made by asking. A browser
 * that gives no storage keeps none.
 */
export async function keptDraft(): Promise<Draft | null> {
  try {
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === DATABASE)) return null;
    const draft = (await withStore('readonly', (store) => store.get(0))) as Draft | undefined;
    // Kept before losses were, it has none.
    return draft ? { ...draft, losses: draft.losses ?? [] } : null;
  } catch {
    return null;
  }
}

export async function eraseDraft(): Promise<void> {
  await answered(indexedDB.deleteDatabase(DATABASE));
}

/** While it is on, every pause in the work keeps the workbook as it stands. */
export function useDraft(
  model: WorkbookModel,
  isOn: boolean,
  failed: (why: unknown) => void,
): void {
  useEffect(() => {
    if (!isOn) return;
    let soon: ReturnType<typeof setTimeout> | undefined;
    const keep = async () => {
      if (!model.isDirty) return;
      const draft: Draft = {
        name: model.name,
        bytes: await writeWorkbook(model.workbook),
        at: new Date(),
        losses: model.losses,
      };
      // Saved meanwhile: there is nothing left that could be lost.
      if (model.isDirty) await withStore('readwrite', (store) => store.put(draft, 0));
    };
    const later = () => {
      clearTimeout(soon);
      soon = setTimeout(() => void keep().catch(failed), PAUSE_MS);
    };
    const stop = model.listen(later);
    later();
    return () => {
      clearTimeout(soon);
      stop();
    };
  }, [model, isOn, failed]);
}
