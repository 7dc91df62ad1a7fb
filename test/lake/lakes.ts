import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EMPTY_LEDGER, saveLedger } from '../../src/cli/load';
import { builtinPlan } from '../../src/domain/plan/builtin';
import type { Plan } from '../../src/domain/plan/plan';
import { writePlan } from '../../src/domain/plan/plan-tables';
import type { Submission } from '../../src/domain/submission/submission';
import { emptyWorkbook } from '../../src/workbook/workbook';
import { writeWorkbook } from '../../src/xlsx/write/workbook';
import { scratch, tonghop, validated, type Ran } from '../cli/tonghop';
import { simulatedYear, TIDY } from './simulated';

/** Lakes made by the command line in a folder that goes away. */
export const PLAN = builtinPlan('vinh-chap-2024')!;
export const year = simulatedYear(PLAN, 1, TIDY, 3);

export interface Added {
  plans: { plan: string; submissions: number; added: number; rows: Record<string, number> }[];
}

export class Lakes {
  private readonly folder = scratch();

  path = (name: string): string => join(this.folder.path, name);
  run = (...args: string[]): Ran => tonghop(this.folder.path, ...args);
  remove = (): void => this.folder.remove();

  added = (...args: string[]): Added => {
    const { code, out, err } = this.run('lake', ...args, '--json', '-');
    if (code !== 0) throw new Error(err);
    return validated<Added>('lake', out);
  };

  ledger = async (name: string, submissions: Submission[], plan = PLAN): Promise<void> => {
    await saveLedger(this.path(name), plan, { ...EMPTY_LEDGER, submissions });
  };

  plan = async (name: string, plan: Plan): Promise<void> => {
    writeFileSync(this.path(name), await writeWorkbook(emptyWorkbook(writePlan(plan))));
  };

  /** Every file below a folder with its hash. */
  contents = (lake: string): Record<string, string> => {
    const found = readdirSync(this.path(lake), { recursive: true }).map(String).sort();
    const files = found.filter((name) => statSync(join(this.path(lake), name)).isFile());
    const hashOf = (name: string) =>
      createHash('sha256')
        .update(readFileSync(join(this.path(lake), name)))
        .digest('hex');
    return Object.fromEntries(files.map((name) => [name, hashOf(name)]));
  };
}
