/** Why a use case cannot be carried out as asked. */
export type UseCaseRefusalCode =
  | 'unknown-plan'
  | 'unknown-period'
  | 'period-not-scheduled'
  | 'period-not-tiled'
  | 'unknown-agency'
  | 'agency-not-reporting'
  | 'plan-file-unreadable'
  | 'ledger-file-unreadable'
  | 'ledger-of-other-plan'
  | 'no-plan-in-workbook';
