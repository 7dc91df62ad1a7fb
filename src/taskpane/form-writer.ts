import type { WorkbookWriter } from '../app/ports';

/** One writer for the life of the page: forms of a shape it knows are stamped. */
let made: Promise<WorkbookWriter> | undefined;

/** Needed only when something is written, so it does not delay the first screen. */
export const formWriter: WorkbookWriter = async (workbook) => {
  made ??= Promise.all([
    import('../xlsx/stamp/stamped-writer'),
    import('../xlsx/write/workbook'),
  ]).then(([{ stampedWriter }, { writeWorkbook }]) => stampedWriter(writeWorkbook));
  return (await made)(workbook);
};
