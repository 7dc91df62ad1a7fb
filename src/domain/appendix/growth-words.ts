import { wordKey } from '../../text/normal-form';

/** The name is of a growth, of which a change is the figure itself. */
export function isGrowth(name: string): boolean {
  return /^(tốc độ|mức|tỷ lệ|tỉ lệ|chỉ số) (tăng|giảm|phát triển)|tăng trưởng|tăng bình quân|chỉ số (phát triển|giá|sản xuất)/.test(
    wordKey(name),
  );
}
