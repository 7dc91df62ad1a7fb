import type { CommandName } from '../locale/cli-texts';
import { cliTexts } from '../locale/cli-texts-of';
import { LANGUAGES, type Language } from '../locale/language';
import type { Options } from './options';

/** What stands after an option; words in capitals are said in the reader's language. */
export interface OptionSpec {
  /** Absent: the option is a yes by itself. */
  takes?: string;
  isNeeded?: true;
  isMany?: true;
}

/** A command of the outside contract: its usage, its options and what it does. */
export interface Command {
  name: CommandName;
  /** The words it needs, in their order, as the usage says them; "FILE…": one or more. */
  words: readonly string[];
  options: Readonly<Record<string, OptionSpec>>;
  /**
   * Words beside those of an option's first value are more of it, as in `--in X Y`: which option,
   * by what a word is.
   */
  moreOf?(word: string): 'agency' | 'in' | 'ledgers' | 'archive';
  /** Gives the exit code: 0 done, 1 done with errors in files. */
  run(words: readonly string[], options: Options): number | Promise<number>;
}

export const JSON_FILE: OptionSpec = { takes: 'FILE' };

/** The width of a line of the usage, and where it says what a command does. */
const WIDTH = 100;
const DOES_AT = 54;

/** How each command is typed and what it does, from what each says of itself. */
export function usageOf(commands: readonly Command[], language: Language): string {
  const { usageWords, does, usageFoot } = cliTexts(language);
  const said = (text: string) =>
    text.replace(/[A-Z_]+/g, (word) => usageWords[word as keyof typeof usageWords] ?? word);
  const lines = commands.flatMap(({ name, words, options }) => {
    const typed = wrapped([
      `tonghop ${name}`,
      ...words.map(said),
      ...Object.entries(options).map(([option, spec]) => optionSaid(option, spec, said)),
    ]);
    const [first, ...others] = typed;
    return others.length === 0 && first.length < DOES_AT
      ? [first.padEnd(DOES_AT) + does[name]]
      : [...typed, ' '.repeat(DOES_AT) + does[name]];
  });
  return [...lines, usageFoot(LANGUAGES.join('|'))].join('\n');
}

function optionSaid(
  name: string,
  { takes, isNeeded, isMany }: OptionSpec,
  said: (text: string) => string,
): string {
  const typed = `--${name}${takes === undefined ? '' : ` ${said(takes)}`}${isMany ? '…' : ''}`;
  return isNeeded ? typed : `[${typed}]`;
}

function wrapped(parts: readonly string[]): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + part.length <= WIDTH)
      lines[lines.length - 1] = `${last} ${part}`;
    else lines.push(last === undefined ? part : `        ${part}`);
  }
  return lines;
}
