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
  | 'no-plan-in-workbook'
  | 'appendix-file-unreadable'
  | 'appendix-no-table'
  | 'appendix-no-year'
  | 'appendix-too-large'
  | 'unknown-province'
  | 'unknown-form'
  | 'register-lacks-agencies';

/** Why a command line cannot be understood or carried out. */
export type CommandRefusalCode =
  | 'cli-file-missing'
  | 'cli-folder-missing'
  | 'cli-is-folder'
  | 'cli-is-file'
  | 'cli-cannot-write'
  | 'cli-would-overwrite'
  | 'cli-same-file'
  | 'cli-option-missing'
  | 'cli-option-unknown'
  | 'cli-option-not-here'
  | 'cli-command-unknown'
  | 'cli-argument-missing'
  | 'cli-surplus'
  | 'cli-date'
  | 'cli-year'
  | 'cli-language'
  | 'cli-no-input';
