import type { Agency } from '../domain/agency/agency';

/**
 * The shorter of an agency's names that still reads as a name ("UBND xã Đôn Châu", but not "SNV").
 */
export function agencyName({ name, shortName }: Agency): string {
  return shortName.includes(' ') && shortName.length < name.length ? shortName : name;
}
