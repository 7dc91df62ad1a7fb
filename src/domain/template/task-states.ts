import { matchKey } from '../../text/normal-form';
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

const BY_WORD = new Map<string, TaskState>([
  ...Object.entries(TASK_STATES).map(([state, word]) => [matchKey(word), state as TaskState] as const),
  ...Object.entries(OTHER_WORDS).map(([word, state]) => [matchKey(word), state] as const),
]);

export function readTaskState(text: string): TaskState | null {
  return BY_WORD.get(matchKey(text)) ?? null;
}
