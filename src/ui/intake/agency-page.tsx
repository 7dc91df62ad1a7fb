import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { Button } from '@fluentui/react-components';
import type { ReceivedFile } from '../../app/ports';
import type { Finding } from '../../domain/finding/finding';
import type { Choice } from '../../domain/repair/choices';
import type { HandIn } from '../../domain/report/hand-in';
import type { CheckedFile, Submission } from '../../domain/submission/submission';
import type { UiTexts } from '../../locale/ui-texts';
import { formatDate } from '../../text/date';
import { agencyName } from '../agency-name';
import { FindingCards } from '../findings/finding-cards';
import { Asks } from '../needed';
import { useServices } from '../services';
import { useIsBusy } from '../use-run';
import { WhoField } from '../who-field';
import { ReadingChoice } from './reading-choice';
import { ReturnFile } from './return-file';

interface AgencyPageProps {
  row: HandIn;
  /** Every version of the period, the last first. */
  versions: readonly Submission[];
  /** The file as it was checked in this session; else what the ledger keeps of it. */
  file: CheckedFile | undefined;
  onBack(): void;
  onGoTo(file: CheckedFile, place: { sheet: string; cell: string }): void;
  /** A marked copy of the file for its sender. */
  onMark(file: CheckedFile): void;
  /**
   * The same of a file received before the workbook was opened: the original, or an archive that
   * holds it, is given.
   */
  onMarkFrom(file: CheckedFile, given: ReceivedFile): void;
  message(file: CheckedFile): string;
  /** Takes the sound part of a returned file. */
  onTakeSound(file: CheckedFile): void;
  /** How a person reads an undecided cell of a file that was taken in. */
  onRead(file: CheckedFile, found: Finding, choice: Choice): void;
  /** Decisions about its versions, which come first. */
  decisions: ReactNode;
  /** What else can be done with its figures in the ledger. */
  beside: ReactNode;
}

/** One agency in a period: what can be done, what it sent, and what was found in it. */
export function AgencyPage({ row, versions, decisions, beside, onBack, ...acts }: AgencyPageProps) {
  const { texts } = useServices();
  const isBusy = useIsBusy();
  const { agency, latest, state } = row;
  const isHere = acts.file !== undefined;
  const file = acts.file ?? (latest?.findings ? asChecked(latest) : undefined);
  const heading = useRef<HTMLHeadingElement>(null);
  // The page is what was asked for: whoever reads by ear or works by keys is on it.
  useEffect(() => heading.current?.focus(), [agency.code]);
  const name = agencyName(agency);
  return (
    <div className="agency" role="region" aria-label={texts.findingsOf(name)}>
      <Button size="small" appearance="subtle" onClick={onBack}>
        ‹ {texts.agencies}
      </Button>
      <h2 tabIndex={-1} ref={heading}>
        {name}
      </h2>
      <p className="quiet">{saidOf(row, texts)}</p>
      {decisions}
      {file && isHere && state === 'returned' && hasSoundPart(file) && (
        <Button size="small" disabled={isBusy} onClick={() => acts.onTakeSound(file)}>
          {texts.takeSound}
        </Button>
      )}
      {file && file.findings.some(({ severity }) => severity !== 'fixed') && (
        <ReturnFile
          message={acts.message(file)}
          {...(isHere
            ? { onCopy: () => acts.onMark(file) }
            : { onOriginal: (given) => acts.onMarkFrom(file, given) })}
        />
      )}
      <Asks>
        {file?.findings.some((found) => isWaiting(latest, found)) && <WhoField />}
        {file && (
          <FindingCards
            file={file}
            onGoTo={isHere ? (place) => acts.onGoTo(file, place) : null}
            actions={(found) =>
              isWaiting(latest, found) && (
                <ReadingChoice
                  found={found}
                  onRead={(choice) => acts.onRead(file, found, choice)}
                />
              )
            }
          />
        )}
      </Asks>
      {versions.length > 0 && (
        <ul className="versions">
          {versions.map((one) => (
            <li key={`${one.version} ${one.part ?? ''}`}>
              {texts.versionSaid(
                one.version,
                one.received && formatDate(one.received),
                standingOf(one),
              )}
              <span className="quiet"> {one.file}</span>
            </li>
          ))}
        </ul>
      )}
      {beside}
    </div>
  );
}

const ACCEPTED = { none: 'returned', all: 'accepted', partial: 'partial' } as const;

function standingOf({ awaits, accepted }: Submission) {
  return awaits ? 'waiting' : ACCEPTED[accepted];
}

/** How it stands and what was found, in one line. */
function saidOf({ state, latest }: HandIn, texts: UiTexts): string {
  const said = latest
    ? [
        texts.states[state],
        latest.errors > 0 ? texts.errorCount(latest.errors) : '',
        latest.warnings > 0 ? texts.warningCount(latest.warnings) : '',
        latest.late ? texts.lateDays(latest.late) : '',
      ]
    : [texts.states[state]];
  return said.filter(Boolean).join(', ');
}

/** A form of the ledger as it was checked, as far as that is kept. */
function asChecked({ findings = [], ...submission }: Submission): CheckedFile {
  return { ...submission, findings };
}

/** Whether a cell was taken in and waits for somebody to say what it means. */
function isWaiting(latest: Submission | null, { sheet, cell }: Finding): boolean {
  if (!latest || latest.accepted === 'none' || sheet === null) return false;
  return latest.observations.some(
    (one) => one.sheet === sheet && one.cell === cell && one.state === 'undecided',
  );
}

/** Without an error all of it is sound: a person returned it, and takes it back with a reason. */
function hasSoundPart({ findings, observations }: CheckedFile): boolean {
  if (findings.every(({ severity }) => severity !== 'error')) return false;
  return observations.some(({ state }) => state === 'ok' || state === 'not-applicable');
}
