import { lastOf } from '../known/known';
import type { Undo } from './ports';

/**
 * Several writes as one: where one fails, those before it are taken back; one undo takes back all,
 * the last first.
 */
export async function inTurn(writes: readonly (() => Promise<Undo>)[]): Promise<Undo> {
  const undos: Undo[] = [];
  const takeBack = async () => {
    // One that fails is tried again when all of it is.
    for (; undos.length > 0; undos.pop()) await lastOf(undos)();
  };
  try {
    for (const write of writes) undos.push(await write());
  } catch (error) {
    await takeBack();
    throw error;
  }
  return takeBack;
}
