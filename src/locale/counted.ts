/** "1 agency", "12 agencies": an English count with what it counts, and its verb if one follows. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
