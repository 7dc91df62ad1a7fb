import type { CivilDate } from '../../text/date';

export type Level = 'tinh' | 'huyen' | 'xa';
export const LEVELS: readonly Level[] = ['tinh', 'huyen', 'xa'];

/** A reporting agency of the register (đơn vị báo cáo). `code` is unique in a plan. */
export interface Agency {
  code: string;
  name: string;
  shortName: string;
  aliases: string[];
  /** Departments of the province are `tinh`, sections of a commune `xa`. */
  level: Level;
  /** Code of the agency it belongs to, or null. */
  parent: string | null;
  /** First and last day it exists, both inclusive; null is open. */
  validFrom: CivilDate | null;
  validTo: CivilDate | null;
  successor: string | null;
  reports: boolean;
  /** As the owner writes them, each with its time where it has one; absent: not written. */
  identifiers?: string[];
  /** Whom to ask there; absent: not written. */
  contact?: Contact;
}

/** Who answers for an agency's reports (đầu mối); each may be blank. */
export interface Contact {
  person: string;
  phone: string;
  email: string;
}

export function isValidOn(agency: Agency, day: CivilDate): boolean {
  return (agency.validFrom ?? '') <= day && day <= (agency.validTo ?? '9999-12-31');
}
