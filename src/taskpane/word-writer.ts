import type { WordWriter } from '../ui/services';

/** Word files are wanted once a period: their writer is loaded then. */
export const wordWriter: WordWriter = {
  write: async (document) => (await import('../word/write')).writeDocument(document),
  fill: async (template, valueOf) => {
    const filled = await (await import('../word/template')).fillTemplate(template, valueOf);
    return filled.ok ? { ok: true, ...filled.value } : filled;
  },
};
