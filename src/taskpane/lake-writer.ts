import type { LakeWriter } from '../ui/services';

/** The open lake is wanted by few: its writer is loaded then. */
export const lakeWriter: LakeWriter = async (province, withNames) =>
  (await import('../lake/zipped')).zippedLake(province, withNames, Date.now());
