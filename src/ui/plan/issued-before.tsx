import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import { issuedBefore, type Issued } from '../../app/issue-notes';
import type { Period } from '../../domain/period/period';
import { formatMoment } from '../../text/date';
import { useServices } from '../services';
import { useIsBusy, useRun } from '../use-run';

/** To whom the forms of a period went, when, and in which version of the template. */
export function IssuedBefore({ period }: { period: Period }) {
  const { texts, port } = useServices();
  const run = useRun();
  const isBusy = useIsBusy();
  const [times, setTimes] = useState<readonly Issued[] | null>(null);
  const own = texts.issueNotes;
  if (times === null)
    return (
      <Button
        size="small"
        appearance="transparent"
        disabled={isBusy}
        onClick={() => run.aside(async () => setTimes(await issuedBefore(port, period)))}
      >
        {own.show}
      </Button>
    );
  return (
    <section aria-label={own.show}>
      {times.length === 0 && <p className="quiet">{own.none}</p>}
      {times.map(({ at, who, file, forms }) => (
        <details key={`${at} ${who} ${file}`}>
          <summary>{own.time(formatMoment(at), forms.length, file, who)}</summary>
          <ul className="versions">
            {forms.map(({ agency, name, template }) => (
              <li key={agency}>
                {name}
                <span className="quiet"> {own.template(template)}</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
