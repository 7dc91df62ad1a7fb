import type { ReceivedFile } from '../../app/ports';

/**
 * The files of a drop, folders opened down to the last, each with the path it was dropped under.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<ReceivedFile[]> {
  // Entries are gone once the event is over, so all are taken first.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  if (entries.every((entry) => entry === null))
    return [...transfer.files].map((file) => toReceived(file));
  const found: ReceivedFile[] = [];
  for (const entry of entries) if (entry) await collect(entry, found);
  return found;
}

async function collect(entry: FileSystemEntry, found: ReceivedFile[]): Promise<void> {
  const path = entry.fullPath.replace(/^\//, '');
  if (entry.isFile) {
    const file = await new Promise<File>((done, failed) =>
      (entry as FileSystemFileEntry).file(done, failed),
    );
    found.push(toReceived(file, path));
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader gives a folder in parts, and an empty part at its end.
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((done, failed) =>
      reader.readEntries(done, failed),
    );
    if (part.length === 0) return;
    for (const one of part) await collect(one, found);
  }
}

export function toReceived(file: File, path = file.webkitRelativePath || file.name): ReceivedFile {
  return {
    path,
    // A browser looks these up on the disk and waits for it: a thousand at once would hold up the
    // pane.
    get size() {
      return file.size;
    },
    get modified() {
      return new Date(file.lastModified);
    },
    bytes: async () => new Uint8Array(await file.arrayBuffer()),
  };
}
