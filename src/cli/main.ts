import { parseArgs } from 'node:util';
import * as commands from './commands';
import { assertLanguage } from './load';
import { plain, say } from './output';
import { CommandRefused, refuseWith } from './refused';
import { wordFields } from './word-report';
import { cliTexts } from '../locale/cli-texts';
import { refusalSentence } from '../locale/sentence';

const text = { type: 'string' } as const;
const many = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean' } as const;

const OPTIONS = {
  json: text,
  out: text,
  period: text,
  agency: many,
  common: flag,
  list: text,
  annotate: text,
  year: text,
  province: text,
  column: many,
  form: many,
  ledger: text,
  in: many,
  partial: flag,
  'accept-incomplete': flag,
  received: text,
  'as-of': text,
  word: text,
  'word-template': text,
  lang: text,
  help: flag,
};

/** Which options each command takes; another one is refused by name. */
const ALLOWED: Record<string, readonly (keyof typeof OPTIONS)[]> = {
  plans: ['json'],
  plan: ['out', 'form'],
  templates: ['period', 'out', 'agency', 'ledger', 'common', 'list'],
  check: ['period', 'ledger', 'json', 'annotate'],
  'check-plan': ['json'],
  consolidate: [
    'period',
    'in',
    'out',
    'ledger',
    'partial',
    'accept-incomplete',
    'received',
    'as-of',
    'word',
    'word-template',
    'json',
  ],
  'word-fields': ['word-template', 'json'],
  'read-appendix': ['out', 'year', 'province', 'column', 'json'],
  rules: ['json'],
};

async function run(args: string[]): Promise<number> {
  const { values, positionals } = parse(args);
  const [command, first, ...rest] = positionals;
  if (values.help || command === undefined) {
    process.stdout.write(`${cliTexts(language).usage}\n`);
    return command === undefined && !values.help ? 2 : 0;
  }
  const allowed = ALLOWED[command];
  if (!allowed) return refuseWith('cli-command-unknown', { command, allowed: Object.keys(ALLOWED).join(', ') });
  for (const name of Object.keys(values)) {
    if (name === 'lang' || (allowed as readonly string[]).includes(name)) continue;
    refuseWith('cli-option-not-here', { command, option: `--${name}`, allowed: optionNames([...allowed, 'lang']) });
  }
  const options: commands.Options = {
    ...values,
    acceptIncomplete: values['accept-incomplete'],
    asOf: values['as-of'],
    wordTemplate: values['word-template'],
    language: assertLanguage(values.lang),
  };
  if (command === 'plans' || command === 'rules')
    return first === undefined ? commands[command](options) : refuseWith('cli-surplus', { word: first });
  if (first === undefined)
    return refuseWith('cli-argument-missing', {
      command,
      what: command === 'plan' ? 'ID' : command === 'read-appendix' ? 'FILE.xlsx' : 'plan.xlsx',
    });
  if (command === 'plan')
    return rest.length === 0 ? commands.plan(first, options) : refuseWith('cli-surplus', { word: rest[0] });
  if (command === 'read-appendix')
    return rest.length === 0 ? commands.readAppendixFile(first, options) : refuseWith('cli-surplus', { word: rest[0] });
  if (command === 'check') return commands.check(first, rest, options);
  if (command === 'check-plan')
    return rest.length === 0 ? commands.checkPlanFile(first, options) : refuseWith('cli-surplus', { word: rest[0] });
  if (command === 'word-fields')
    return rest.length === 0 ? wordFields(first, options) : refuseWith('cli-surplus', { word: rest[0] });
  // `--agency A B` and `--in X Y`: words after the option's first value arrive as positionals.
  if (command === 'templates') return commands.templates(first, { ...options, agency: withRest(options.agency, rest) });
  return commands.consolidate(first, { ...options, in: withRest(options.in, rest) });
}

function withRest(values: string[] | undefined, rest: string[]): string[] | undefined {
  if (rest.length === 0) return values;
  return values ? [...values, ...rest] : refuseWith('cli-surplus', { word: rest[0] });
}

function optionNames(names: readonly string[]): string {
  return names.map((name) => `--${name}`).join(', ');
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    const option = /'(-[^' ]*)/.exec(error instanceof Error ? error.message : '')?.[1] ?? args.join(' ');
    return refuseWith('cli-option-unknown', { option, allowed: optionNames(Object.keys(OPTIONS)) });
  }
}

/** The language of a refusal even where the options could not be read. */
const language = process.argv.some(
  (word, i) => word === '--lang=en' || (word === 'en' && process.argv[i - 1] === '--lang'),
)
  ? 'en'
  : 'vi';

// Whoever reads our output may stop reading (`| head`): nothing is wrong then.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof CommandRefused) say(refusalSentence(error.refusal, language));
    else
      process.stderr.write(
        `${plain(cliTexts(language).fault(error instanceof Error ? (error.stack ?? error.message) : String(error)), /\n/)}\n`,
      );
    process.exitCode = 2;
  },
);
