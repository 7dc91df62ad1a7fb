/**
 * What the archives of one drop may cost together, and so what one of ours may hold: what was made
 * can be opened again.
 */
export const ARCHIVE_LIMITS = { entries: 5000, entryBytes: 64 << 20, totalBytes: 512 << 20 };
