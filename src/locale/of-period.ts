/** "Tháng 3/2024" within a Vietnamese sentence: "kỳ tháng 3/2024"; a year is called no period. */
export function ofPeriod(name: string): string {
  const own = name.charAt(0).toLowerCase() + name.slice(1);
  return own.startsWith('năm ') ? own : `kỳ ${own}`;
}
