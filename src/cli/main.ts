import { parseArgs } from 'node:util';
import { usageOf, type Command, type OptionSpec } from './command';
import { COMMANDS } from './commands/index';
import { assertLanguage, type Options } from './options';
import { CommandRefused, refuseWith } from './refused';
import { cliTexts } from '../locale/cli-texts-of';
import { LANGUAGES } from '../locale/language';

async function run(args: string[]): Promise<number> {
  const { values, positionals } = parse(args);
  const [name] = positionals;
  if (values.help || name === undefined) {
    process.stdout.write(`${usageOf(COMMANDS, language)}\n`);
    return name === undefined && !values.help ? 2 : 0;
  }
  const command = commandOf(positionals);
  mustBeTaken(command, values);
  const options = optionsOf(values);
  const count = command.name.split(' ').length;
  const { words, more } = divided(command, positionals.slice(count));
  return command.run(words, withMore(command, options, more));
}

/** `lake query` is another command than `lake`. */
function commandOf(positionals: readonly string[]): Command {
  const typed = `${positionals.join(' ')} `;
  const named = COMMANDS.filter(({ name }) => typed.startsWith(`${name} `));
  const [longest] = named.sort((a, b) => b.name.length - a.name.length);
  return (
    longest ??
    refuseWith('cli-command-unknown', {
      command: positionals[0],
      allowed: [...new Set(COMMANDS.map(({ name }) => firstWord(name)))].join(', '),
    })
  );
}

function firstWord(name: string): string {
  return name.split(' ')[0];
}

/** An option that the command does not take is refused by name, first where none like it does. */
function mustBeTaken(command: Command, values: Values): void {
  const alike = COMMANDS.filter(({ name }) => firstWord(name) === firstWord(command.name));
  const ofAlike = Object.assign({}, ...alike.map(({ options }) => options)) as Command['options'];
  for (const [name, taken] of [
    [firstWord(command.name), ofAlike],
    [command.name, command.options],
  ] as const) {
    const other = Object.keys(values).find((one) => one !== 'lang' && !Object.hasOwn(taken, one));
    if (other === undefined) continue;
    refuseWith('cli-option-not-here', {
      command: name,
      option: `--${other}`,
      allowed: optionNames([...Object.keys(taken), 'lang']),
    });
  }
}

/** The words a command needs, and those that are more of an option's. */
function divided(
  { name: command, words: needed, moreOf }: Command,
  given: readonly string[],
): { words: readonly string[]; more: readonly string[] } {
  if (needed.at(-1)?.endsWith('…')) {
    // What it is to be done with is asked for by the command itself.
    if (given.length < needed.length - 1)
      refuseWith('cli-argument-missing', { command, what: needed[given.length] });
    return { words: given, more: [] };
  }
  if (given.length < needed.length)
    refuseWith('cli-argument-missing', { command, what: needed[given.length] });
  const more = given.slice(needed.length);
  if (more.length > 0 && !moreOf) refuseWith('cli-surplus', { word: more[0] });
  return { words: given.slice(0, needed.length), more };
}

/** What was typed, under the names the commands know. */
function optionsOf(values: Values): Options {
  const { ledger, ...others } = values;
  const typed: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(others))
    typed[name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())] = value;
  return {
    ...typed,
    ledger: ledger?.at(-1),
    ledgers: ledger,
    language: assertLanguage(values.lang),
  };
}

/** With the words that are more of an option's. */
function withMore({ moreOf }: Command, typed: Options, more: readonly string[]): Options {
  const options = { ...typed };
  for (const word of more) {
    const option = moreOf?.(word);
    const before = option && options[option];
    if (!before) return refuseWith('cli-surplus', { word });
    options[option] = [...before, word];
  }
  return options;
}

function optionNames(names: readonly string[]): string {
  return names.map((name) => `--${name}`).join(', ');
}

/** Every option of every command; one that any of them takes several times may come so often. */
const OPTIONS: Readonly<Record<string, OptionSpec>> = COMMANDS.flatMap(({ options }) =>
  Object.entries(options),
).reduce<Record<string, OptionSpec>>(
  (all, [name, spec]) => ({ ...all, [name]: { ...all[name], ...spec } }),
  { lang: { takes: LANGUAGES.join('|') }, help: {} },
);

type Values = Record<string, unknown> & { ledger?: string[]; lang?: string; help?: boolean };

function parse(args: string[]): { values: Values; positionals: string[] } {
  const options = Object.fromEntries(
    Object.entries(OPTIONS).map(([name, { takes, isMany }]) => [
      name,
      { type: takes === undefined ? 'boolean' : 'string', multiple: isMany ?? false } as const,
    ]),
  );
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true }) as {
      values: Values;
      positionals: string[];
    };
  } catch (error) {
    const option =
      /'(-[^' ]*)/.exec(error instanceof Error ? error.message : '')?.[1] ?? args.join(' ');
    return refuseWith('cli-option-unknown', { option, allowed: optionNames(Object.keys(OPTIONS)) });
  }
}

/** The language of a refusal even where the options could not be read. */
const language =
  LANGUAGES.find((one) =>
    process.argv.some(
      (word, i) => word === `--lang=${one}` || (word === one && process.argv[i - 1] === '--lang'),
    ),
  ) ?? LANGUAGES[0];

// Whoever reads our output may stop reading (`| head`): nothing is wrong then.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  async (error: unknown) => {
    // Sentences are loaded with what says them: most runs refuse nothing.
    const { plain, say } = await import('./output');
    const { refusalSentence } = await import('../locale/sentence');
    if (error instanceof CommandRefused) say(refusalSentence(error.refusal, language));
    else
      process.stderr.write(
        `${plain(cliTexts(language).fault(error instanceof Error ? (error.stack ?? error.message) : String(error)), /\n/)}\n`,
      );
    process.exitCode = 2;
  },
);
