import { memo, useState, type ReactNode } from 'react';
import { Button, Text, ToggleButton } from '@fluentui/react-components';
import type { HandIn, HandInState } from '../../domain/report/hand-in';
import type { ReceivedFile } from '../../app/ports';
import type { Choice } from '../../domain/repair/choices';
import type { Finding } from '../../domain/finding/finding';
import type { CheckedFile, Submission } from '../../domain/submission/submission';
import { agencyName } from '../agency-name';
import { Asks } from '../needed';
import { useServices } from '../services';
import { WhoField } from '../who';
import { FindingCards } from '../findings/finding-cards';
import { ReadingChoice } from './reading-choice';
import { ReturnFile } from './return-file';

export type Filter = 'all' | 'missing' | 'waiting' | 'returned' | 'accepted';

const SHOWN: Record<Filter, readonly HandInState[]> = {
  all: ['accepted', 'partial', 'waiting', 'returned', 'missing', 'incomplete'],
  missing: ['missing', 'incomplete'],
  waiting: ['waiting'],
  returned: ['returned'],
  accepted: ['accepted', 'partial'],
};

export interface BoardProps {
  rows: readonly HandIn[];
  /** All agencies of the period, counted; else those that wait for a person. */
  isWhole: boolean;
  /** What is shown first. */
  filter: Filter;
  /** Forms received in this session by {@link formKey}; findings of earlier ones are not kept. */
  files: ReadonlyMap<string, CheckedFile>;
  /** Files of a drop that is still being checked, by agency: shown at once, not yet in the ledger. */
  arriving: ReadonlyMap<string, CheckedFile>;
  onGoTo(file: CheckedFile, place: { sheet: string; cell: string }): void;
  /** A marked copy of the file for its sender. */
  onMark(file: CheckedFile): void;
  /** The same of a file received before the workbook was opened: the original, or an archive that holds it, is given. */
  onMarkFrom(file: CheckedFile, given: ReceivedFile): void;
  message(file: CheckedFile): string;
  /** Takes the sound part of a returned file. */
  onTakeSound(file: CheckedFile): void;
  /** How a person reads an undecided cell of a file that was taken in. */
  onRead(file: CheckedFile, found: Finding, choice: Choice): void;
  /** What can be done with an agency's versions and figures in the ledger. */
  beside(row: HandIn): ReactNode;
  isBusy: boolean;
}

/** A form by its file's bytes and whose it is: one workbook may hold those of several agencies. */
export function formKey({ hash, agency, period }: Pick<CheckedFile, 'hash' | 'agency' | 'period'>): string {
  return `${hash} ${agency} ${period}`;
}

/** All agencies of a period and where each stands; a row opens its findings. */
export function Board({ rows, isWhole, filter: first, files, arriving, isBusy, ...acts }: BoardProps) {
  const { texts } = useServices();
  const [filter, setFilter] = useState<Filter>(first);
  const [open, setOpen] = useState<string | null>(null);
  const count = (wanted: Filter) => rows.filter((row) => SHOWN[wanted].includes(row.state)).length;
  const accepted = count('accepted');
  return (
    <section aria-label={texts.board}>
      {isWhole && (
        <>
          <Text as="h2" weight="semibold" block>
            {texts.boardSummary(accepted, rows.length, count('missing'), count('returned'))}
          </Text>
          <div className="filters" role="group" aria-label={texts.board}>
            {(Object.keys(SHOWN) as Filter[])
              .filter((one) => one !== 'waiting' || count(one) > 0)
              .map((one) => (
                <ToggleButton
                  key={one}
                  size="small"
                  appearance="subtle"
                  checked={filter === one}
                  onClick={() => setFilter(one)}
                >
                  {texts.filters[one]} {count(one)}
                </ToggleButton>
              ))}
          </div>
        </>
      )}
      <ul className="board">
        {rows
          .filter((row) => SHOWN[filter].includes(row.state))
          .map((row) => (
            <BoardRow
              key={row.agency.code}
              row={row}
              file={row.latest ? files.get(formKey(row.latest)) : undefined}
              arrived={arriving.get(row.agency.code)}
              isOpen={open === row.agency.code}
              onToggle={setOpen}
              {...acts}
              isBusy={isBusy && open === row.agency.code}
            />
          ))}
      </ul>
    </section>
  );
}

interface BoardRowProps extends Pick<
  BoardProps,
  'onGoTo' | 'onMark' | 'onMarkFrom' | 'message' | 'onTakeSound' | 'onRead' | 'beside'
> {
  row: HandIn;
  file: CheckedFile | undefined;
  arrived: CheckedFile | undefined;
  isOpen: boolean;
  /** With the agency to open, null to close. */
  onToggle(agency: string | null): void;
  isBusy: boolean;
}

/** Drawn again only when it changes: a province has 130 of them. */
const BoardRow = memo(function BoardRow(props: BoardRowProps) {
  const { row, arrived, isOpen, onToggle, onGoTo, onMark, onMarkFrom, message, onTakeSound, onRead, beside, isBusy } =
    props;
  const { texts } = useServices();
  const { agency, latest } = row;
  const isHere = props.file !== undefined;
  const file = props.file ?? (latest?.findings ? asChecked(latest) : undefined);
  const count = (severity: string) => arrived?.findings.filter((one) => one.severity === severity).length ?? 0;
  const unread =
    latest?.accepted === 'none' ? 0 : (latest?.observations.filter(({ state }) => state === 'undecided').length ?? 0);
  const details = [
    latest && latest.errors > 0 ? texts.errorCount(latest.errors) : '',
    latest && latest.warnings > 0 ? texts.warningCount(latest.warnings) : '',
    unread > 0 ? texts.unreadCells(unread) : '',
    latest?.late ? texts.lateDays(latest.late) : '',
    latest && latest.version > 1 ? texts.version(latest.version) : '',
    arrived ? texts.justChecked(count('error'), count('warning')) : '',
  ].filter(Boolean);
  return (
    <li>
      <button
        type="button"
        className={`row ${row.state}`}
        aria-expanded={isOpen}
        onClick={() => onToggle(isOpen ? null : agency.code)}
      >
        <span className="name">{agencyName(agency)}</span>
        <span className="state">{texts.states[row.state]}</span>
        {details.length > 0 && <span className="details">{details.join(', ')}</span>}
      </button>
      {isOpen && (
        <div className="opened" role="region" aria-label={texts.findingsOf(agencyName(agency))}>
          {latest && <p className="quiet">{latest.file}</p>}
          <Asks>
            {file?.findings.some((found) => isWaiting(latest, found)) && <WhoField />}
            {file && (
              <FindingCards
                file={file}
                onGoTo={isHere ? (place) => onGoTo(file, place) : null}
                actions={(found) =>
                  isWaiting(latest, found) && (
                    <ReadingChoice found={found} isBusy={isBusy} onRead={(choice) => onRead(file, found, choice)} />
                  )
                }
              />
            )}
          </Asks>
          {file && isHere && row.state === 'returned' && hasSoundPart(file) && (
            <Button size="small" disabled={isBusy} onClick={() => onTakeSound(file)}>
              {texts.takeSound}
            </Button>
          )}
          {file && file.findings.some(({ severity }) => severity !== 'fixed') && (
            <ReturnFile
              message={message(file)}
              isBusy={isBusy}
              {...(isHere ? { onCopy: () => onMark(file) } : { onOriginal: (given) => onMarkFrom(file, given) })}
            />
          )}
          {beside(row)}
        </div>
      )}
    </li>
  );
});

/** A form of the ledger as it was checked, as far as that is kept. */
function asChecked({ findings = [], ...submission }: Submission): CheckedFile {
  return { ...submission, findings };
}

/** Whether a cell was taken in and waits for somebody to say what it means. */
function isWaiting(latest: Submission | null, { sheet, cell }: Finding): boolean {
  if (!latest || latest.accepted === 'none' || sheet === null) return false;
  return latest.observations.some((one) => one.sheet === sheet && one.cell === cell && one.state === 'undecided');
}

function hasSoundPart({ observations }: CheckedFile): boolean {
  return observations.some(({ state }) => state === 'ok' || state === 'not-applicable');
}
