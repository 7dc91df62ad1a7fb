import { readDate, readShortDate } from '../../../text/date';
import { plainKey } from '../../../text/normal-form';
import { rule } from '../rule';

declare module '../../finding/finding' {
  interface FindingFacts {
    'done-without-evidence': { code: string };
  }
}

/** Done without a document's number and date (defect 43). */
export const doneWithoutEvidence = rule({
  code: 'done-without-evidence',
  severity: 'warning',
  defects: [43],
  example: { code: 'T1' },
  order: 290,
  check(form, report) {
    for (const { task, row, status, text } of form.tasks) {
      if (task.deadline?.kind === 'recurring' || task.deadline?.kind === 'continuous') continue;
      if (status?.value !== 'done' || (text && !isNoEvidence(text.raw))) continue;
      report(row.place('result'), { code: task.code });
    }
  },
});

/**
 * Documents by their kinds: without a number or a date none can be found by that alone ("Đã ban
 * hành công văn").
 */
const DOCUMENT =
  /(?<!\S)(cong van|cv|ke hoach|kh|quyet dinh|qd|bao cao|bc|van ban|vb|to trinh|thong bao|chi thi|nghi quyet|huong dan|chuong trinh|de an)(?!\S)/;
/** Words that only say again that it was done, or by what way it went. */
const AGAIN =
  /(?<!\S)(gui|nop|((qua|bang|tren) )?phan mem|da|co|duoc|xong|roi|day du|dung (han|tien do|quy dinh)|dam bao|theo (quy dinh|yeu cau|tien do|chi dao|ke hoach)|ok|hoan (thanh|tat)|thuc hien|trien khai|ban hanh|ht|dat( yeu cau)?)(?!\S)/g;

/** By what way something went: to whom is no document either. */
const BY_WAY_OF =
  /(?<!\S)((e ?)?mail|gmail|zalo|viber|(hop )?thu dien tu|dien thoai|tin nhan|truc lien thong)(?!\S)/;

/** Words that say it is somewhere else, or not there yet. */
const ELSEWHERE =
  /^(n a|na|khong (ap dung|ro)|chua( co| ro| xong| thuc hien| hoan thanh)?|nhu tren|(xem )?(file|tep|phu luc)?( ?(kem theo|dinh kem|gui kem))?|xem (file|tep|phu luc)|dang (trinh|cho|lam|soan|thuc hien|trien khai|xu ly|hoan thien)( .{0,20})?)$/;

/**
 * A dash, a tick, a bare number, the state said again, a kind of document alone: nothing a document
 * could be found by.
 */
function isNoEvidence(text: string): boolean {
  // How much is done names no document.
  const said = plainKey(text.replace(/\d+([.,]\d+)? ?%/g, ' '))
    .replace(/[\s.,;:!…()/-]+/g, ' ')
    .trim();
  // A number or a day finds a document, whatever else is said.
  const isElsewhere = DOCUMENT.test(said) || ELSEWHERE.test(said) || BY_WAY_OF.test(said);
  if (!/\d/.test(said) && (isElsewhere || said.replace(AGAIN, '').trim() === '')) return true;
  return /^(\d+|x|v|✓|✔|ok|khong|khong co)$/.test(said) && !isDay(text);
}

/** "05/3/2024" at least says when. */
function isDay(text: string): boolean {
  return readDate(text) !== null || readShortDate(text) !== null;
}
