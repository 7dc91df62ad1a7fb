/** The requirement sets this host answers for; versions are texts ("1.10" as a number would be 1.1). */
export const REQUIREMENT_SETS: Record<string, string> = {
  ExcelApi: '1.12',
  SharedRuntime: '1.1',
  RibbonApi: '1.1',
  DialogApi: '1.1',
  AddinCommands: '1.1',
  RichApiRuntime: '1.1',
  DocumentEvents: '1.1',
  Selection: '1.1',
  Settings: '1.1',
};
