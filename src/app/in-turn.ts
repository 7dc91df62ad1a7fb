import type { Undo } from './ports';

/** Several writes as one: where one fails, those before it are taken back; one undo takes back all, the last first. */
export async function inTurn(writes: readonly (() => Promise<Undo>)[]): Promise<Undo> {
  const undos: Undo[] = [];
  const takeBack = async () => {
    for (let undo = undos.pop(); undo; undo = undos.pop()) await undo();
  };
  try {
    for (const write of writes) undos.push(await write());
  } catch (error) {
    await takeBack();
    throw error;
  }
  return takeBack;
}
