import fc from 'fast-check';
import { decodeLegacy, decodeTcvn3, decodeVni, encodeTcvn3, encodeVni } from './legacy-encoding';

const LOWER =
  'aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ';
const BASE_CAPITALS = 'AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY';
/**
 * Nothing of old is left in it once it is decoded, and VNI marks do not run into the letter before.
 */
const words = (alphabet: string) =>
  fc
    .array(fc.constantFrom(...alphabet), { minLength: 1, maxLength: 12 })
    .map((letters) => letters.join(' '));

describe('TCVN3', () => {
  it.each([
    ['Së Néi vô', 'Sở Nội vụ'],
    ['huyÖn Trµ Có', 'huyện Trà Cú'],
    ['sè l\u00adîng', 'số lượng'],
    ['Tæng sè hå s¬', 'Tổng số hồ sơ'],
    ['§ang thùc hiÖn', 'Đang thực hiện'],
    ['Tû lÖ', 'Tỷ lệ'],
  ])('%s is %s', (old, text) => {
    expect(decodeTcvn3(old)).toBe(text);
    expect(decodeLegacy(old, '.VnTime')).toEqual({ text, encoding: 'TCVN3' });
    expect(decodeLegacy(old, undefined)).toEqual({ text, encoding: 'TCVN3' });
  });

  it('shows lower-case codes as capitals in a capital font', () => {
    expect(decodeLegacy('uû ban nh©n d©n', '.VnTimeH')?.text).toBe('UỶ BAN NHÂN DÂN');
  });

  it('comes back from the whole alphabet', () => {
    for (const letter of LOWER + BASE_CAPITALS)
      expect(decodeTcvn3(encodeTcvn3(letter)!)).toBe(letter);
    for (const letter of LOWER.toUpperCase())
      expect(decodeTcvn3(encodeTcvn3(letter.toLowerCase())!, true)).toBe(letter);
    fc.assert(
      fc.property(words(LOWER + BASE_CAPITALS), (text) => {
        expect(decodeTcvn3(encodeTcvn3(text)!)).toBe(text);
      }),
    );
  });

  it('has no character for a capital with a tone', () => {
    expect(encodeTcvn3('Ở')).toBeNull();
  });
});

describe('VNI', () => {
  it.each([
    ['Toång soá hoà sô', 'Tổng số hồ sơ'],
    ['Sôû Noäi vuï', 'Sở Nội vụ'],
    ['huyeän Traø Cuù', 'huyện Trà Cú'],
    ['Ñang thöïc hieän', 'Đang thực hiện'],
    ['UÛY BAN NHAÂN DAÂN', 'ỦY BAN NHÂN DÂN'],
    ['tæ leä', 'tỉ lệ'],
  ])('%s is %s', (old, text) => {
    expect(decodeVni(old)).toBe(text);
    expect(decodeLegacy(old, 'VNI-Times')).toEqual({ text, encoding: 'VNI' });
    expect(decodeLegacy(old, undefined)).toEqual({ text, encoding: 'VNI' });
  });

  it('comes back from the whole alphabet, capitals too', () => {
    for (const letter of LOWER + LOWER.toUpperCase())
      expect(decodeVni(encodeVni(letter)!)).toBe(letter);
    fc.assert(
      fc.property(words(LOWER + LOWER.toUpperCase()), (text) => {
        expect(decodeVni(encodeVni(text)!)).toBe(text);
      }),
    );
  });
});

describe('what is not of an old encoding stays', () => {
  it.each([
    'Sở Nội vụ',
    'Tối thiểu 80',
    'Số 12/BC-UBND',
    'là và có cho',
    'số hồ sơ',
    'công an tỉnh',
    'café',
    '25 °C',
    'Ý kiến',
  ])('%s', (text) => {
    expect(decodeLegacy(text, undefined)).toBeNull();
  });

  it('a Unicode text in an old font is not decoded again', () => {
    expect(decodeLegacy('Sở Nội vụ', '.VnTime')).toBeNull();
    const once = decodeLegacy('Së Néi vô', '.VnTime')!.text;
    expect(decodeLegacy(once, '.VnTime')).toBeNull();
  });
});
