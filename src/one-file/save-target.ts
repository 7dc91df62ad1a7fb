/**
 * What a browser that can write into files gives of one (File System Access; not in TypeScript's
 * DOM library).
 */
interface Writable {
  write(bytes: BufferSource): Promise<void>;
  close(): Promise<void>;
}
interface FileHandle {
  readonly name: string;
  createWritable(): Promise<Writable>;
}
type Picker = (options: { suggestedName: string }) => Promise<FileHandle>;

function picker(): Picker | undefined {
  return (window as unknown as { showSaveFilePicker?: Picker }).showSaveFilePicker?.bind(window);
}

/** Whether this browser writes into a file the person points at; otherwise a copy is downloaded. */
export function canSaveInto(): boolean {
  return picker() !== undefined;
}

/** Where the open workbook is saved: asked once, then the same file. */
export class SaveTarget {
  private handle: FileHandle | null = null;

  /** The name it was saved under; null where the person chose none. */
  async save(name: string, bytes: Uint8Array): Promise<string | null> {
    try {
      this.handle ??= await picker()!({ suggestedName: name });
    } catch (error) {
      if ((error as Error).name === 'AbortError') return null;
      throw error;
    }
    // Written beside and put in place at closing: a write that breaks off leaves the file as it
    // was.
    const writable = await this.handle.createWritable();
    await writable.write(bytes as Uint8Array<ArrayBuffer>);
    await writable.close();
    return this.handle.name;
  }
}
