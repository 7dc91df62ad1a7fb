import { parseArgs } from 'node:util';
import * as commands from './commands';
import { lake } from './lake';
import { lakeQuery } from './lake-query';
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
  ledger: many,
  plan: many,
  archive: many,
  names: flag,
  level: text,
  in: many,
  partial: flag,
  'accept-incomplete': flag,
  received: text,
  'check-received': flag,
  'as-of': text,
  'print-set': text,
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
    'check-received',
    'as-of',
    'print-set',
    'word',
    'word-template',
    'json',
  ],
  'word-fields': ['word-template', 'json'],
  'read-appendix': ['out', 'year', 'province', 'column', 'json'],
  rules: ['json'],
  lake: ['plan', 'ledger', 'archive', 'names', 'json', 'period', 'level', 'out'],
};

async function run(args: string[]): Promise<number> {
  const { values, positionals } = parse(args);
  const [command, first, ...rest] = positionals;
  if (values.help || command === undefined) {
    process.stdout.write(`${cliTexts(language).usage}\n`);
    return command === undefined && !values.help ? 2 : 0;
  }
  const allowed = ALLOWED[command];
  if (!allowed)
    return refuseWith('cli-command-unknown', { command, allowed: Object.keys(ALLOWED).join(', ') });
  for (const name of Object.keys(values)) {
    if (name === 'lang' || (allowed as readonly string[]).includes(name)) continue;
    refuseWith('cli-option-not-here', {
      command,
      option: `--${name}`,
      allowed: optionNames([...allowed, 'lang']),
    });
  }
  if (command === 'lake') return runLake(first, rest, values);
  const options: commands.Options = {
    ...values,
    ledger: values.ledger?.at(-1),
    acceptIncomplete: values['accept-incomplete'],
    asOf: values['as-of'],
    printSet: values['print-set'],
    wordTemplate: values['word-template'],
    checkReceived: values['check-received'],
    language: assertLanguage(values.lang),
  };
  if (command === 'plans' || command === 'rules')
    return first === undefined
      ? commands[command](options)
      : refuseWith('cli-surplus', { word: first });
  if (first === undefined)
    return refuseWith('cli-argument-missing', {
      command,
      what: command === 'plan' ? 'ID' : command === 'read-appendix' ? 'FILE.xlsx' : 'plan.xlsx',
    });
  if (command === 'plan')
    return rest.length === 0
      ? commands.plan(first, options)
      : refuseWith('cli-surplus', { word: rest[0] });
  if (command === 'read-appendix')
    return rest.length === 0
      ? commands.readAppendixFile(first, options)
      : refuseWith('cli-surplus', { word: rest[0] });
  if (command === 'check') return commands.check(first, rest, options);
  if (command === 'check-plan')
    return rest.length === 0
      ? commands.checkPlanFile(first, options)
      : refuseWith('cli-surplus', { word: rest[0] });
  if (command === 'word-fields')
    return rest.length === 0
      ? wordFields(first, options)
      : refuseWith('cli-surplus', { word: rest[0] });
  // `--agency A B` and `--in X Y`: words after the option's first value arrive as positionals.
  if (command === 'templates')
    return commands.templates(first, { ...options, agency: withRest(options.agency, rest) });
  return commands.consolidate(first, { ...options, in: withRest(options.in, rest) });
}

/**
 * `lake DIR …`, `lake query DIR …`; words after the first of an option are more of them, by what
 * they are called.
 */
function runLake(
  first: string | undefined,
  rest: string[],
  values: ReturnType<typeof parse>['values'],
): Promise<number> {
  const { json, period, level, out } = values;
  const language = assertLanguage(values.lang);
  const isQuery = first === 'query';
  const others = isQuery ? ['plan', 'ledger', 'archive', 'names'] : ['period', 'level', 'out'];
  const misplaced = others.find((name) => Object.hasOwn(values, name));
  const command = isQuery ? 'lake query' : 'lake';
  const own = isQuery
    ? ['json', 'period', 'level', 'out']
    : ['plan', 'ledger', 'archive', 'names', 'json'];
  if (misplaced !== undefined)
    return refuseWith('cli-option-not-here', {
      command,
      option: `--${misplaced}`,
      allowed: optionNames([...own, 'lang']),
    });
  const folder = isQuery ? rest[0] : first;
  if (folder === undefined) return refuseWith('cli-argument-missing', { command, what: 'DIR' });
  if (isQuery)
    return rest.length === 1
      ? lakeQuery(folder, { json, period, level, out, language })
      : refuseWith('cli-surplus', { word: rest[1] });
  const isArchive = (word: string) => /\.zip$/i.test(word);
  const [archives, ledgers] = [rest.filter(isArchive), rest.filter((word) => !isArchive(word))];
  return lake(folder, {
    plan: values.plan,
    ledgers: withRest(values.ledger, ledgers),
    archive: withRest(values.archive, archives),
    names: values.names,
    json,
    language,
  });
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
    const option =
      /'(-[^' ]*)/.exec(error instanceof Error ? error.message : '')?.[1] ?? args.join(' ');
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
