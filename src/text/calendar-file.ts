import type { CivilDate } from './date';

/**
 * A whole day in a calendar; the same `id` is the same day moved, for whoever took it in before.
 */
export interface CalendarDay {
  id: string;
  day: CivilDate;
  title: string;
}

/**
 * Days for any calendar program (iCalendar, RFC 5545). `made` is the moment in UTC:
 * "20240318T020000Z".
 */
export function calendarFile(days: readonly CalendarDay[], made: string): string {
  const events = days.flatMap(({ id, day, title }) => [
    'BEGIN:VEVENT',
    `UID:${id}`,
    `DTSTAMP:${made}`,
    `DTSTART;VALUE=DATE:${day.replace(/-/g, '')}`,
    `SUMMARY:${escaped(title)}`,
    // A working day ahead would need the holidays of whoever reads it.
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    'TRIGGER:-P1D',
    'END:VALARM',
    'END:VEVENT',
  ]);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tong Hop//VI',
    ...events,
    'END:VCALENDAR',
    '',
  ]
    .flatMap(folded)
    .join('\r\n');
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

/**
 * A line of at most 75 bytes; of Vietnamese letters three bytes at most, so that 24 of them are
 * always within.
 */
function folded(line: string): string[] {
  const letters = [...line];
  if (letters.length <= 24 || /^[\x20-\x7e]{0,75}$/.test(line)) return [line];
  const parts: string[] = [];
  for (let at = 0; at < letters.length; at += 24)
    parts.push((at === 0 ? '' : ' ') + letters.slice(at, at + 24).join(''));
  return parts;
}
