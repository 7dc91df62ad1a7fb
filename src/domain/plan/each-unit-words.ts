import { wordKey } from '../../text/normal-form';

const UNITS =
  '(xã|phường|đặc khu|thị trấn|huyện|cơ quan|đơn vị|sở|ban|ngành|địa phương|ubnd|thôn|ấp|khu phố|cấp)';

/** "Mỗi xã tối thiểu 05", "100% số xã có …": of each unit, or of how many of them. */
export function isOfEachUnit(text: string): boolean {
  const key = wordKey(text);
  return (
    new RegExp(`(^|\\s)(mỗi|từng)\\s${UNITS}(?!\\p{L})`, 'u').test(key) ||
    new RegExp(`\\d\\s?%\\s?(số |các |tổng số )?${UNITS}(?!\\p{L})`, 'u').test(key) ||
    new RegExp(`\\d[^/]{0,20}/\\s?(01 )?(xã|phường|đơn vị|cơ quan|địa phương)(?!\\p{L})`, 'u').test(
      key,
    )
  );
}

/** What is asked of every period says so: "hằng tháng", "trong quý". */
export function isOfEachPeriod(text: string): boolean {
  return /(mỗi|hằng|hàng|từng|trong) (tháng|quý|kỳ)/u.test(wordKey(text));
}
