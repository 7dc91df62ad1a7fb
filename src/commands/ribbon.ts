import { COMMAND_LIST, type Command, type Ribbon, type WorkbookKind } from '../ui/commands';

/** The names the manifest calls the commands by. */
export const FUNCTIONS = Object.fromEntries(
  COMMAND_LIST.map(({ command, name }) => [command, name]),
) as Record<Command, string>;

/** The tab of the manifest, its groups, and the button of each command. */
export const TAB = 'TongHop.Tab';
export const GROUPS: Record<string, Command[]> = {};
for (const { command, group } of COMMAND_LIST) (GROUPS[`TongHop.${group}`] ??= []).push(command);
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
  for (const { command, name } of COMMAND_LIST)
    Office.actions.associate(name, (event?: Ended) => pass(command, () => event?.completed?.()));
  return {
    listen: (run) => {
      listener = run;
      for (const { command, done } of waiting.splice(0)) void pass(command, done);
      return () => {
        if (listener === run) listener = null;
      };
    },
    showPane: oncePending(() => Office.addin.showAsTaskpane()),
    fit: (kind) => {
      if (Office.context.requirements.isSetSupported('RibbonApi', '1.1')) void fitButtons(kind);
    },
  };
}

/** An Excel that has not shown the pane after so long is not waited for. */
const PATIENCE = 5000;

/**
 * Excel on the web stops answering the ribbon where it is asked for the pane again before the pane
 * is there (office-js#3224, #5668), so while it is asked nobody asks anew. A pane that cannot be
 * shown, or an Excel that never says it is, ends no command: what was done stays done.
 */
export function oncePending(show: () => Promise<void>): () => Promise<void> {
  let pending: Promise<void> | null = null;
  return () => {
    if (pending) return pending;
    let timer: ReturnType<typeof setTimeout>;
    const patience = new Promise<void>((over) => (timer = setTimeout(over, PATIENCE)));
    const asked = Promise.resolve()
      .then(show)
      .catch(() => undefined);
    pending = Promise.race([asked, patience]).finally(() => {
      clearTimeout(timer);
      pending = null;
    });
    return pending;
  };
}

/**
 * Where Excel does not know the tab (the manifest of before, an add-in that is just being loaded)
 * all buttons stay as they are.
 */
async function fitButtons(kind: WorkbookKind): Promise<void> {
  const fitting = COMMAND_LIST.filter(({ fits }) => fits.includes(kind));
  const fits = new Set(fitting.map(({ command }) => command));
  const groups = Object.entries(GROUPS).map(([id, commands]) => ({
    id,
    controls: commands.map((command) => ({ id: buttonOf(command), enabled: fits.has(command) })),
  }));
  await Office.ribbon.requestUpdate({ tabs: [{ id: TAB, groups }] }).catch(() => undefined);
}
