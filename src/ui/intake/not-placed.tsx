import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import { type Plan, knownAgency } from '../../domain/plan/plan';
import { periodOf } from '../../domain/period/period';
import type { CheckedFile, Claim } from '../../domain/submission/submission';
import { agencyName } from '../agency-name';
import { ReasonedButtons } from '../reasoned-buttons';
import { useServices } from '../services';
import { FindingCards } from '../findings/finding-cards';
import { ReturnFile } from './return-file';

/** So many are drawn at once; a whole year dropped into one month would draw a thousand. */
const PAGE = 10;

interface NotPlacedProps {
  plan: Plan;
  files: readonly CheckedFile[];
  /** A person says whose and of when a file is that says several things itself. */
  onState(file: CheckedFile, claim: Claim, reason: string): void;
  message(file: CheckedFile): string;
  /** A marked copy of the file for its sender. */
  onMark(file: CheckedFile): void;
}

/** Files that are nobody's submission yet, each with its reason. */
export function NotPlaced({ plan, files, onState, message, onMark }: NotPlacedProps) {
  const { texts } = useServices();
  const [shown, setShown] = useState(PAGE);
  const rest = files.length - shown;
  return (
    <section aria-label={texts.notPlaced}>
      <h2>
        {texts.notPlaced} ({files.length})
      </h2>
      {files.slice(0, shown).map((file, index) => (
        <div key={index} className="opened">
          <p className="file">{file.file}</p>
          <FindingCards file={file} onGoTo={null} />
          {file.agency !== null && file.verdict === 'errors' && (
            <ReturnFile message={message(file)} onCopy={() => onMark(file)} />
          )}
          {file.claims && (
            <ReasonedButtons
              choices={file.claims}
              keyOf={({ agency, period }) => `${agency} ${period}`}
              label={({ agency, period }) =>
                texts.takeAs(
                  agencyName(knownAgency(plan, agency)),
                  texts.periodName(periodOf(period)),
                )
              }
              onChoose={(claim, reason) => onState(file, claim, reason)}
            />
          )}
        </div>
      ))}
      {rest > 0 && (
        <Button size="small" appearance="subtle" onClick={() => setShown(shown + PAGE)}>
          {texts.showMore(Math.min(rest, PAGE))}
        </Button>
      )}
    </section>
  );
}
