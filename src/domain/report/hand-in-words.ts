import type { HandInState } from './hand-in';

/** Official words; the interface translates states itself. */
export const HAND_IN_WORDS: Record<HandInState, string> = {
  accepted: 'Đã tiếp nhận',
  partial: 'Tiếp nhận một phần',
  waiting: 'Nộp lại, chờ chấp nhận',
  returned: 'Trả lại',
  missing: 'Chưa nộp',
  incomplete: 'Nộp chưa đủ kỳ',
};
