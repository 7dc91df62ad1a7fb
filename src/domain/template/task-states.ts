import { halfWidth, matchKey, plainKey } from '../../text/normal-form';
import type { TaskState } from '../submission/submission';

/** The official words of a task's state in a form (tình trạng). */
export const TASK_STATES: Record<TaskState, string> = {
  done: 'Hoàn thành',
  'in-progress': 'Đang thực hiện',
  'not-started': 'Chưa thực hiện',
};

const OTHER_WORDS: Record<string, TaskState> = {
  'đã hoàn thành': 'done',
  'đã thực hiện': 'done',
  'hoàn thành đúng hạn': 'done',
  'hoàn thành quá hạn': 'done',
  'đang triển khai': 'in-progress',
  'chưa triển khai': 'not-started',
};

/** What people write for a state in their own words; said back to them. */
const OWN_WORDS: Record<string, TaskState> = {
  ht: 'done',
  'đã ht': 'done',
  xong: 'done',
  'đã xong': 'done',
  'đã làm xong': 'done',
  'làm xong': 'done',
  'đã hoàn tất': 'done',
  'hoàn tất': 'done',
  'đang làm': 'in-progress',
  'đang tiến hành': 'in-progress',
  'đang xử lý': 'in-progress',
  'đang hoàn thiện': 'in-progress',
  'đang th': 'in-progress',
  đang: 'in-progress',
  'chưa làm': 'not-started',
  'chưa tiến hành': 'not-started',
  'chưa bắt đầu': 'not-started',
  'chưa th': 'not-started',
};

const BY_WORD = new Map<string, TaskState>([
  ...Object.entries(TASK_STATES).map(
    ([state, word]) => [matchKey(word), state as TaskState] as const,
  ),
  ...Object.entries(OTHER_WORDS).map(([word, state]) => [matchKey(word), state] as const),
]);

export function readTaskState(text: string): TaskState | null {
  return BY_WORD.get(matchKey(text)) ?? null;
}

const BY_OWN_WORD = new Map(
  Object.entries(OWN_WORDS).map(([word, state]) => [matchKey(word), state]),
);
const BY_PLAIN_WORD = new Map(
  [...BY_WORD, ...BY_OWN_WORD].map(([word, state]) => [plainKey(word), state]),
);

/**
 * A state in words that are not the official ones but can mean nothing else: "Hoàn thành.", "HT",
 * "Đang làm", "hoan thanh".
 */
export function readOwnWords(text: string): TaskState | null {
  const bare = halfWidth(text).replace(/^[\s\-–*•+.]+|[\s.,;:!]+$/g, '');
  const key = matchKey(bare);
  // Accents count where there are any: only words typed without all of them are read without.
  const isPlain = plainKey(bare) === key;
  return (
    BY_WORD.get(key) ?? BY_OWN_WORD.get(key) ?? (isPlain ? (BY_PLAIN_WORD.get(key) ?? null) : null)
  );
}
