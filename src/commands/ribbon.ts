import { COMMANDS_OF, type Command, type Ribbon, type WorkbookKind } from '../ui/commands';

/**
 * The names the manifest calls the commands by; stable, for a manifest lies on other people's
 * machines.
 */
export const FUNCTIONS: Record<Command, string> = {
  check: 'kiemTraBieu',
  'next-finding': 'loiTiepTheo',
  'mark-checked': 'danhDauDaKiemTra',
  issue: 'phatHanh',
  intake: 'tiepNhan',
  chase: 'donDoc',
  consolidate: 'tongHop',
  sources: 'nguonSoLieu',
  help: 'troGiup',
};

/** The tab of the manifest, its groups, and the button of each command. */
export const TAB = 'TongHop.Tab';
export const GROUPS: Record<string, readonly Command[]> = {
  'TongHop.Form': ['check', 'next-finding', 'mark-checked'],
  'TongHop.Intake': ['issue', 'intake', 'chase'],
  'TongHop.Report': ['consolidate', 'sources'],
  'TongHop.More': ['help'],
};
export const buttonOf = (command: Command): string => `TongHop.${FUNCTIONS[command]}`;

/** A command of the ribbon; from a key there is no event to end. */
type Ended = Pick<Office.AddinCommands.Event, 'completed'> | undefined;

/**
 * The ribbon of this Excel. Commands run in the pane's own page (shared runtime); one that comes
 * before the pane listens waits for it.
 * Excel shows a command as running until it is told that it is over, whatever came of it.
 */
export function officeRibbon(): Ribbon {
  let listener: ((command: Command) => Promise<void>) | null = null;
  const waiting: { command: Command; done: () => void }[] = [];
  const pass = async (command: Command, done: () => void) => {
    if (!listener) return void waiting.push({ command, done });
    await listener(command).finally(done);
  };
  for (const command of Object.keys(FUNCTIONS) as Command[])
    Office.actions.associate(FUNCTIONS[command], (event?: Ended) =>
      pass(command, () => event?.completed?.()),
    );
  return {
    listen: (run) => {
      listener = run;
      for (const { command, done } of waiting.splice(0)) void pass(command, done);
      return () => {
        if (listener === run) listener = null;
      };
    },
    showPane: () => Office.addin.showAsTaskpane(),
    fit: (kind) => {
      if (Office.context.requirements.isSetSupported('RibbonApi', '1.1')) void fitButtons(kind);
    },
  };
}

/**
 * Where Excel does not know the tab (the manifest of before, an add-in that is just being loaded)
 * all buttons stay as they are.
 */
async function fitButtons(kind: WorkbookKind): Promise<void> {
  const fits = new Set(COMMANDS_OF[kind]);
  const groups = Object.entries(GROUPS).map(([id, commands]) => ({
    id,
    controls: commands.map((command) => ({ id: buttonOf(command), enabled: fits.has(command) })),
  }));
  await Office.ribbon.requestUpdate({ tabs: [{ id: TAB, groups }] }).catch(() => undefined);
}
