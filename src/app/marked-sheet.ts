/** The list of findings in a marked copy, by which one is known. */
export const FINDINGS_SHEET = 'Danh sách lỗi';
/** How the list begins. */
export const RESULT = 'Kết quả kiểm tra:';
