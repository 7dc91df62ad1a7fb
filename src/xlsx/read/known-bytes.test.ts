import { KnownBytes } from './known-bytes';

const bytesOf = (text: string) => new TextEncoder().encode(text);

it('gives what was made of the same bytes, wherever they stand and whatever came before', () => {
  const known = new KnownBytes<string>(100);
  const part = bytesOf('biểu mã tên biểu tên mã');
  const places = [...'biểu mã tên biểu tên mã'.matchAll(/\S+/g)].map(({ index, 0: word }) => ({
    word,
    start: bytesOf('biểu mã tên biểu tên mã'.slice(0, index)).length,
  }));
  let made = 0;
  const read = ({ word, start }: { word: string; start: number }) =>
    known.get(part, start, start + bytesOf(word).length, () => {
      made++;
      return word;
    });
  for (let round = 0; round < 3; round++)
    for (const place of [...places, ...places.slice().reverse()])
      expect(read(place)).toBe(place.word);
  expect(made).toBe(3);
});

it('makes what is too long each time, and tells texts of one length apart', () => {
  const known = new KnownBytes<string>(4);
  const make = (text: string) => {
    const bytes = bytesOf(text);
    return known.get(bytes, 0, bytes.length, () => text);
  };
  for (const text of ['K01', 'K02', 'K01', 'K03', 'K02', 'dài hơn', 'K01', 'K02'])
    expect(make(text)).toBe(text);
});
