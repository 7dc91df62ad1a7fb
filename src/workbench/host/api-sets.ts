import generated from './api-sets.json';

/**
 * Members of Excel.* with the requirement set they came with, from the typings (`npm run
 * office-host` writes the list).
 */

export type MemberKind = 'scalar' | 'navigation' | 'method' | 'event';

export interface ApiMember {
  kind: MemberKind;
  /** "1.9" of ExcelApi, or another set by its name ("ExcelApiOnline 1.1", "preview"). */
  set: string;
}

const KINDS: Record<string, MemberKind> = { s: 'scalar', n: 'navigation', m: 'method', e: 'event' };
const classes = generated as unknown as Record<string, Record<string, string>>;

/** A member of a class of Excel.*, or undefined where Office.js has none of that name. */
export function memberOf(className: string, member: string): ApiMember | undefined {
  const members = classes[className];
  if (!members || !Object.hasOwn(members, member)) return undefined;
  const code = members[member];
  return { kind: KINDS[code[0]], set: code.slice(1) };
}

export function membersOf(className: string): string[] {
  return Object.keys(classes[className] ?? {});
}

/**
 * The requirement sets a host can be set to: Excel 2021, LTSC 2024, Microsoft 365, and the floor of
 * this add-in.
 */
export const EXCEL_API_VERSIONS = ['1.12', '1.14', '1.17', '1.21'] as const;
export type ExcelApiVersion = (typeof EXCEL_API_VERSIONS)[number];

/**
 * Excel on the web, for Windows and for Mac; which year's is told by the version
 * (docs/office-host.md, "Platforms").
 */
export const PLATFORMS = ['web', 'windows', 'mac'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** What decides which members a host knows. */
export interface HostKind {
  version: ExcelApiVersion;
  platform: Platform;
}

/**
 * Whether such a host knows a member. Sets other than ExcelApi are those of preview or of one
 * platform.
 */
export function isWithin(set: string, { version, platform }: HostKind): boolean {
  if (set === 'ExcelApiOnline 1.1') return hasOnlineSet({ version, platform });
  return /^1\.\d+$/.test(set) && minor(set) <= minor(version);
}

function hasOnlineSet({ version, platform }: HostKind): boolean {
  return platform === 'web' && version === '1.21';
}

function minor(version: string): number {
  return Number(version.slice(2));
}

/**
 * What Office.context.requirements.isSetSupported answers; versions are texts ("1.10" as a number
 * would be 1.1).
 */
export function requirementMatrix(kind: HostKind): Record<string, string> {
  return {
    ExcelApi: kind.version,
    ...(hasOnlineSet(kind) ? { ExcelApiOnline: '1.1' } : {}),
    SharedRuntime: '1.1',
    CustomFunctionsRuntime: '1.1',
    RibbonApi: '1.1',
    KeyboardShortcuts: '1.1',
    DialogApi: '1.1',
    AddinCommands: '1.1',
    RichApiRuntime: '1.1',
    DelayForCellEdit: '1.1',
    DocumentEvents: '1.1',
    Selection: '1.1',
    Settings: '1.1',
  };
}
