import type { Owner } from '../../src/domain/finding/found';
import { catalogue } from '../../src/domain/rules/catalogue';
import { exampleSentence } from '../../src/locale/sentence';
import type { Severity } from '../../src/domain/finding/finding';

/**
 * docs/defects.md, from the catalogue itself: which defect of the 79 is found by what, and what
 * people read.
 */

const OWNER: Record<Owner, string> = {
  intake: 'tiếp nhận tệp',
  identity: 'nhận diện đơn vị, kỳ',
  alignment: 'đối chiếu trang, cột, dòng',
  reading: 'đọc ô',
  rule: 'quy tắc',
};
const SEVERITY: Record<Severity, string> = {
  error: 'lỗi phải sửa',
  warning: 'cảnh báo',
  fixed: 'để biết',
};
const DEFECTS = 79;

export function defectsPage(): string {
  const entries = catalogue();
  const rows = entries.map((one) => {
    const cells = [
      one.defects.join(', '),
      one.code,
      OWNER[one.owner],
      SEVERITY[one.severity],
      exampleSentence(one, 'vi'),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const owned = new Set(entries.flatMap(({ defects }) => defects));
  const missing = Array.from({ length: DEFECTS }, (_, index) => index + 1).filter(
    (number) => !owned.has(number),
  );
  return `# Lỗi được phát hiện

Sinh từ \`src/domain/finding/found.ts\` và thư mục của các quy tắc (\`npm run defects\`); \`tonghop rules\` cho cùng danh sách. Cột đầu là số trong danh mục 79 lỗi; mã không có số là phần mềm tự thêm. Câu là ví dụ.

| Số | Mã | Ai phát hiện | Mức | Người dùng đọc |
|---|---|---|---|---|
${rows.join('\n')}

Trong 79 lỗi còn ${missing.length} số chưa có mã riêng: ${missing.join(', ')}. Một số được xử lý mà không nêu (41, 47, 54: dòng nhận theo mã; 58–60: so tên đã chuẩn hóa; 77: chữ không bao giờ thành công thức); số khác chưa làm.
`;
}
