import { homedir } from 'node:os';
import { parseArgs } from 'node:util';
import { join, resolve } from 'node:path';
import { localCertificate, trustCommand, type LocalCertificate } from './certificate';
import { printSummary } from './summary';
import { codeOf, makeFolder } from './files';
import { printTable, say } from './output';
import { playProvince, type SampleProvince } from './sample/province';
import { CommandRefused } from './refused';
import { serve } from './serve';
import { refusalSentence } from '../locale/sentence';
import { SAMPLE_MARK } from '../domain/template/identity';
import { FIRST } from '../locale/first-language';

/** Where the manifest says that the add-in is. */
const MANIFEST_PORT = 3000;

/**
 * `npm start`: the main job on a sample province, then our page with its workbook open and the pane
 * beside it. With --https (`npm run start:https`) as the manifest asks, so that Excel itself can
 * load the add-in from here.
 */
async function start(): Promise<void> {
  const { values } = parseArgs({
    options: {
      'no-serve': { type: 'boolean' },
      port: { type: 'string' },
      https: { type: 'boolean' },
    },
  });
  // Before the long part: where nothing can be kept, it is said at once.
  const certificate = values.https ? keptCertificate() : undefined;
  if (certificate === null) return;
  const began = Date.now();
  const folder = resolve('tong-hop-mau');
  makeFolder(folder);
  say(`Chạy thử toàn bộ công việc với ${SAMPLE_MARK} của tỉnh Trà Vinh, quý I năm 2024.`);
  const province = await playProvince(folder, say);
  printProvince(province);
  say(`Xong trong ${((Date.now() - began) / 1000).toFixed(1)} giây.`);
  if (values['no-serve']) return;
  const port = Number(values.port ?? MANIFEST_PORT);
  try {
    await serve(port, { pages: join(__dirname, '..', 'pages'), sample: folder }, certificate);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    say(
      `Cổng ${port} đang được chương trình khác dùng. Vui lòng chạy: ${certificate ? 'npm run start:https' : 'npm start'} -- --port ${port + 1}`,
    );
    process.exitCode = 1;
    return;
  }
  const protocol = certificate ? 'https' : 'http';
  process.stdout.write(
    `\nMở trình duyệt tại: ${protocol}://localhost:${port}\nNhấn Ctrl+C để dừng.\n`,
  );
  if (certificate) printCertificate(certificate.path, port);
}

/** Null where it cannot be kept, which is said. */
function keptCertificate(): LocalCertificate | null {
  const folder = join(homedir(), '.tong-hop');
  try {
    return localCertificate(folder, new Date());
  } catch (error) {
    say(
      `Không giữ được chứng thư của máy này ở “${folder}” (${codeOf(error)}). Vui lòng cho phép ghi vào thư mục đó, hoặc đặt biến HOME (Windows: USERPROFILE) đến một thư mục ghi được rồi chạy lại; không cần nạp vào Excel thì chạy: npm start`,
    );
    process.exitCode = 1;
    return null;
  }
}

function printCertificate(path: string, port: number): void {
  const command = trustCommand(process.platform, path);
  const lines = [
    '',
    `Chứng thư của máy này: ${path}`,
    command
      ? `Lần đầu, để Excel và trình duyệt tin trang này, chạy một lần:\n  ${command}`
      : 'Trình duyệt sẽ báo trang chưa được tin cậy: chọn xem chi tiết rồi tiếp tục.',
    'Máy không cho cài chứng thư, cách nạp phần bổ trợ vào Excel: docs/installing.md.',
    ...(port === MANIFEST_PORT
      ? []
      : [`manifest.xml ghi cổng ${MANIFEST_PORT}: đề nghị sửa thành ${port} trước khi nạp.`]),
    '',
  ];
  process.stdout.write(lines.join('\n'));
}

function printProvince({ folder, plan, files, reports }: SampleProvince): void {
  process.stdout.write('\n');
  printTable([
    [
      'Kỳ',
      'Tệp nhận',
      'Không có lỗi',
      'Cảnh báo',
      'Có lỗi',
      'Không đọc được',
      'Nộp muộn',
      'Nộp lại',
    ],
    ...['2024-01', '2024-02', '2024-03'].map((id) => {
      const of = files.filter(
        (file) => file.period === id || (file.period === null && file.file.includes(`/${id}/`)),
      );
      const count = (verdict: string) =>
        String(of.filter((file) => file.verdict === verdict).length);
      return [
        id,
        String(of.length),
        count('clean'),
        count('warnings'),
        count('errors'),
        count('unreadable'),
        String(of.filter((file) => (file.late ?? 0) > 0).length),
        String(of.filter((file) => file.version > 1).length),
      ];
    }),
  ]);
  for (const report of reports) {
    process.stdout.write('\n');
    printSummary(report, [], FIRST);
  }
  process.stdout.write(
    [
      '',
      `Các tệp nằm ở ${folder}:`,
      `  ke-hoach.xlsx          kế hoạch ${plan.number}`,
      '  bieu-mau/              biểu mẫu đã phát hành cho từng đơn vị',
      '  da-nop/, nop-lai/      tệp các đơn vị nộp (số liệu mẫu)',
      '  so-so-lieu.xlsx        sổ số liệu',
      '  bao-cao-2024-03.xlsx   báo cáo tháng 3',
      '  bao-cao-2024-Q1.xlsx   báo cáo quý I',
      '  so-lam-viec.xlsx       sổ làm việc của đơn vị tổng hợp',
      '',
    ].join('\n'),
  );
}

start().catch((error: unknown) => {
  process.exitCode = 1;
  if (error instanceof CommandRefused) return say(refusalSentence(error.refusal, FIRST));
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
});
