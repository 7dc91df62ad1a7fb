/** Of a sheet's name, as Excel has it. */
const LONGEST = 31;
const FORBIDDEN = /[\\/?*[\]:]/;

/** Why a sheet cannot be called so, or null; `others` are the names of the other sheets. */
export function sheetNameFault(name: string, others: readonly string[]): string | null {
  if (name.trim() === '') return 'Vui lòng ghi tên trang tính.';
  if (name.length > LONGEST) return `Tên trang tính dài quá ${LONGEST} ký tự. Vui lòng rút ngắn.`;
  if (FORBIDDEN.test(name) || name.startsWith("'") || name.endsWith("'"))
    return 'Tên trang tính không được có \\ / ? * [ ] : hoặc dấu nháy đơn ở đầu, cuối.';
  if (name.toLowerCase() === 'history')
    return 'Excel giữ riêng tên “History”. Vui lòng chọn tên khác.';
  const isTaken = others.some((one) => one.toLowerCase() === name.toLowerCase());
  return isTaken ? `Đã có trang tính “${name}”. Vui lòng chọn tên khác.` : null;
}

/** Trang1, Trang2 …: the first that is free. */
export function freeSheetName(names: readonly string[]): string {
  let number = 1;
  while (sheetNameFault(`Trang${number}`, names) !== null) number++;
  return `Trang${number}`;
}
