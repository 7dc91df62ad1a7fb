import { strToU8, zipSync } from 'fflate';
import type { ReceivedFile } from '../app/ports';
import { isPassing, unpack } from './unpack';

const file = (path: string, bytes: Uint8Array = strToU8(path)): ReceivedFile => ({
  path,
  modified: new Date(0),
  size: bytes.length,
  bytes: async () => bytes,
});
const paths = async (files: ReceivedFile[]) => (await unpack(files)).files.map((one) => one.path);

describe('what lies beside submissions', () => {
  it.each([
    '~$bieu.xlsx',
    'Sở A/~$bieu.xlsx',
    'Thumbs.db',
    'a/desktop.ini',
    '.DS_Store',
    '__MACOSX/._bieu.xlsx',
    '.~lock.bieu.xlsx#',
    'bieu.xlsx.crdownload',
    'Bieu - Shortcut.lnk',
  ])('%s is nobody’s', (path) => expect(isPassing(path)).toBe(true));
  it.each(['bieu.xlsx', 'Sở A/bieu (1).xlsx', 'báo cáo.pdf', 'zalo_f1~2.xlsx'])(
    '%s is somebody’s',
    (path) => expect(isPassing(path)).toBe(false),
  );
});

describe('what a person drops', () => {
  it('a folder is meant, whatever it is called; what lies in it, or comes among chosen files, need not be', async () => {
    const dropped = [
      '.thang-3/a.xlsx',
      'nhận.tmp/b.xlsx',
      '.thang-3/.ẩn/c.xlsx',
      '~$a.xlsx',
      'd.xlsx',
    ];
    const { files, skipped } = await unpack(dropped.map((path) => file(path)));
    expect(files.map((one) => one.path)).toEqual(['.thang-3/a.xlsx', 'nhận.tmp/b.xlsx', 'd.xlsx']);
    expect(skipped).toEqual(['.thang-3/.ẩn/c.xlsx', '~$a.xlsx']);
  });
});

describe('an archive of submissions', () => {
  it('is taken apart, folders and all, without what lies beside', async () => {
    const archive = zipSync({
      'Sở A/bieu.xlsx': strToU8('A'),
      'Sở B/bieu.xlsx': strToU8('B'),
      'Sở B/~$bieu.xlsx': strToU8('x'),
      '__MACOSX/Sở A/._bieu.xlsx': strToU8('x'),
      'Thumbs.db': strToU8('x'),
      'quét.pdf': strToU8('%PDF'),
    });
    const { files: unpacked, skipped } = await unpack([
      file('thang-3.zip', archive),
      file('rieng.xlsx'),
    ]);
    expect(unpacked.map((one) => one.path)).toEqual([
      'thang-3.zip/Sở A/bieu.xlsx',
      'thang-3.zip/Sở B/bieu.xlsx',
      'thang-3.zip/quét.pdf',
      'rieng.xlsx',
    ]);
    expect(skipped).toEqual([
      'thang-3.zip/Sở B/~$bieu.xlsx',
      'thang-3.zip/Thumbs.db',
      'thang-3.zip/__MACOSX/Sở A/._bieu.xlsx',
    ]);
    expect(await Promise.all(unpacked.slice(0, 2).map((one) => one.bytes()))).toEqual([
      strToU8('A'),
      strToU8('B'),
    ]);
  });

  it.each<[string, Uint8Array]>([
    [
      'a workbook that was renamed',
      zipSync({ '[Content_Types].xml': strToU8('x'), 'xl/workbook.xml': strToU8('x') }),
    ],
    ['damaged', zipSync({ a: strToU8('x') }).slice(0, 20)],
    ['no archive at all', strToU8('xin chào')],
    ['empty', new Uint8Array()],
  ])('that is %s goes on as the file it is', async (_what, bytes) => {
    expect(await paths([file('x.zip', bytes)])).toEqual(['x.zip']);
  });

  it('that would cost too much goes on as the file it is', async () => {
    const bomb = zipSync({ 'a.xlsx': new Uint8Array(65 << 20) });
    expect(await paths([file('bom.zip', bomb)])).toEqual(['bom.zip']);
  });

  it('within an archive is taken apart too, as a district sends the archives of its communes', async () => {
    const inner = zipSync({ 'a.xlsx': strToU8('x') });
    const outer = zipSync({ 'trong.zip': inner, 'b.xlsx': strToU8('y') });
    expect(await paths([file('ngoai.zip', outer)])).toEqual([
      'ngoai.zip/b.xlsx',
      'ngoai.zip/trong.zip/a.xlsx',
    ]);
  });

  it('within archives without end is looked into only so far, and all together cost what one may', async () => {
    let nested = zipSync({ 'a.xlsx': strToU8('x') });
    for (let level = 0; level < 6; level++) nested = zipSync({ 'x.zip': nested });
    expect(await paths([file('x.zip', nested)])).toEqual(['x.zip/x.zip/x.zip/x.zip']);
    const zeros = zipSync({ 'a.bin': new Uint8Array(60 << 20) });
    const many = zipSync(
      Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${i}.zip`, zeros])),
      { level: 0 },
    );
    const found = await paths([file('nhieu.zip', many)]);
    expect(found.filter((path) => path.endsWith('.bin'))).toHaveLength(8);
    expect(found.filter((path) => path.endsWith('.zip'))).toHaveLength(4);
  });

  it('that cannot be read is left to whoever reads it', async () => {
    const gone: ReceivedFile = {
      path: 'mat.zip',
      modified: null,
      size: 1,
      bytes: () => Promise.reject(new Error('mất mạng')),
    };
    expect(await paths([gone])).toEqual(['mat.zip']);
  });
});
