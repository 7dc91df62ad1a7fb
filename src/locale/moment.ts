import { formatDate, formatMoment } from '../text/date';
import type { Language } from './language';

/** "2026-09-15 16:20:00" as people say it; what is no moment stays as it is. */
export function momentSaid(at: string, language: Language): string {
  return MOMENTS[language](at);
}

const MOMENTS: Record<Language, (at: string) => string> = { vi: formatMoment, en: english };

function english(at: string): string {
  const parts = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})/.exec(at);
  return parts ? `${parts[2]} on ${formatDate(parts[1])}` : at;
}
