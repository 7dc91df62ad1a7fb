import type { IndicatorStatus } from '../consolidation/consolidation';

/** The words of official tables; Vietnamese whatever the interface language. */
export const INDICATOR_STATUS: Record<IndicatorStatus, string> = {
  'not-assigned': 'Không được giao',
  'not-reported': 'Chưa báo cáo',
  'no-basis': 'Không đủ cơ sở tính',
  incomplete: 'Chưa đủ số liệu',
  'not-applicable': 'Không phát sinh',
  'no-target': 'Không có mức giao',
  'needs-confirmation': 'Cần xác nhận mức giao',
  'not-due': 'Chưa đến hạn đánh giá',
  met: 'Đạt',
  'not-met': 'Không đạt',
};
