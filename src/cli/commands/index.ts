import type { Command } from '../command';
import { checkCommand } from './check';
import { checkPlanCommand } from './check-plan';
import { consolidateCommand } from './consolidate';
import { lakeCommand } from './lake';
import { lakeQueryCommand } from './lake-query';
import { planCommand } from './plan';
import { plansCommand } from './plans';
import { readAppendixCommand } from './read-appendix';
import { rulesCommand } from './rules';
import { templatesCommand } from './templates';
import { wordFieldsCommand } from './word-fields';

/** Every command, in the order the usage says them. */
export const COMMANDS: readonly Command[] = [
  plansCommand,
  planCommand,
  templatesCommand,
  checkCommand,
  checkPlanCommand,
  consolidateCommand,
  readAppendixCommand,
  wordFieldsCommand,
  lakeCommand,
  lakeQueryCommand,
  rulesCommand,
];
