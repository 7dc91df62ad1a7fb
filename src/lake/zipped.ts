import { zipSync, type Zippable } from 'fflate';
import { accept, refuse, type Refusal, type Result } from '../domain/result';
import type { Province } from './province-tables';
import { LakeRefused, type LakeRefusalCode } from './refused';
import { joined, withoutNames } from './source';
import { wholeLake } from './store';

/**
 * *Kho số liệu mở*: the lake of one plan as a zip; unpacked it is the folder that `tonghop lake`
 * makes of the same ledger. Parquet is packed already and is only put in. `time`: milliseconds,
 * told in the tables' logs.
 */
export function zippedLake(
  province: Province,
  withNames: boolean,
  time: number,
): Result<Uint8Array, Refusal<LakeRefusalCode>> {
  try {
    const files: Zippable = {};
    const all = joined(null, province);
    const given = withNames ? all : withoutNames(all);
    for (const { path, bytes } of wholeLake([given], time)) files[path] = bytes;
    return accept(zipSync(files, { level: 0 }));
  } catch (error) {
    if (error instanceof LakeRefused) return refuse(error.refusal.code, error.refusal.facts);
    throw error;
  }
}
