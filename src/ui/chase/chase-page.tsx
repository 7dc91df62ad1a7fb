import { useEffect, useRef, useState } from 'react';
import { Button, Checkbox, Field, Text, Textarea } from '@fluentui/react-components';
import {
  addressesOf,
  chasedBefore,
  chaseList,
  chaseTable,
  chaseText,
  dayAskedFor,
  dueDays,
} from '../../app/chase';
import { noteReminders } from '../../app/acts/note-chased';
import type { Agency } from '../../domain/agency/agency';
import { calendarFile } from '../../text/calendar-file';
import { mailDraft } from '../../text/mail-draft';
import { emptyWorkbook } from '../../workbook/workbook';
import { agencyName } from '../agency-name';
import { CopyButton } from '../copy-button';
import { useDesk } from '../desk';
import { FileOffer } from '../file-offer';
import { useGive, type MadeFile } from '../give-file';
import type { Month } from '../month/month';
import { ActButton, Asks } from '../needed';
import { usePerform } from '../perform';
import { DateField } from '../date-field';
import { useServices } from '../services';
import { useIsBusy, useRun, useRunState } from '../use-run';
import { WhoField } from '../who-field';

interface ChasePageProps {
  month: Month;
  onBack(): void;
}

/** So many are drawn at first, so that what is written to them stands in view. */
const LISTED = 12;

/**
 * *Đôn đốc*: everyone who owes something of the period in one list, what is written to one or to
 * all, and what was sent.
 */
export function ChasePage({ month, onBack }: ChasePageProps) {
  const { texts, port, write, today, now } = useServices();
  const words = texts.chase;
  const give = useGive();
  const perform = usePerform();
  const desk = useDesk();
  const run = useRun();
  const { message } = useRunState();
  const isBusy = useIsBusy();
  const list = chaseList(month.rows);
  // Who came late is written to only where a person says so.
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(list.filter(({ reason }) => reason !== 'late').map(({ row }) => row.agency.code)),
  );
  const [day, setDay] = useState(() => dayAskedFor(desk.plan, month.base, today()));
  const [isWhole, setWhole] = useState(false);
  const [made, setMade] = useState<MadeFile | null>(null);
  const [before, setBefore] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let isOver = false;
    void chasedBefore(port, month.base).then(
      (found) => isOver || setBefore(found),
      // What was noted before is told beside the list; without it the list is whole all the same.
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [port, month.base, message]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const picked = list.filter(({ row }) => chosen.has(row.agency.code));
  const mail = picked.length > 0 ? chaseText(desk.plan, month.base, picked, day) : null;
  const offer = (name: string, make: () => Promise<Uint8Array> | Uint8Array) =>
    run.start(async () => {
      const file = { name, bytes: await make() };
      setMade(file);
      await give(file);
      return { message: { intent: 'success', text: words.made(name) } };
    });
  const encoded = (text: string) => new TextEncoder().encode(text);
  const note = () => perform(noteReminders, { period: month.base, chased: picked });
  const toggle = (code: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(code);
    else next.delete(code);
    setChosen(next);
  };
  return (
    <section className="step" aria-label={words.title}>
      <Button size="small" appearance="subtle" onClick={onBack}>
        ‹ {texts.agencies}
      </Button>
      <h2 tabIndex={-1} ref={heading}>
        {words.heading(list.length)}
      </h2>
      {list.length > 0 && (
        <div className="agency-list" role="group" aria-label={words.title}>
          {(isWhole ? list : list.slice(0, LISTED)).map(({ row: { agency, latest }, reason }) => (
            <Checkbox
              key={agency.code}
              size="medium"
              checked={chosen.has(agency.code)}
              label={words.line(
                agencyName(agency),
                reason === 'late'
                  ? texts.lateDays(latest?.late ?? 0)
                  : texts.states[reason].toLowerCase(),
                before.get(agency.code)?.slice(0, 10).split('-').reverse().join('/') ?? null,
                contactSaid(agency),
              )}
              onChange={(_, data) => toggle(agency.code, data.checked === true)}
            />
          ))}
        </div>
      )}
      {list.length > LISTED && !isWhole && (
        <Button size="small" appearance="transparent" onClick={() => setWhole(true)}>
          {words.all(list.length)}
        </Button>
      )}
      {mail && (
        <>
          <DateField label={words.day} value={day} onChange={(typed) => typed && setDay(typed)} />
          <Field label={mail.subject} size="small">
            <Textarea
              size="small"
              readOnly
              rows={8}
              value={mail.body}
              onFocus={(event) => event.target.select()}
            />
          </Field>
          <CopyButton text={mail.body} />
          <div className="buttons">
            <Button
              size="small"
              disabled={isBusy}
              onClick={() =>
                offer(`don-doc-${month.base.id}.eml`, () =>
                  encoded(mailDraft({ ...mail, to: addressesOf(picked) })),
                )
              }
            >
              {words.draft}
            </Button>
            <Button
              size="small"
              disabled={isBusy}
              onClick={() =>
                offer(`don-doc-${month.base.id}.xlsx`, () =>
                  write(emptyWorkbook([chaseTable(month.base, picked, day)])),
                )
              }
            >
              {words.table}
            </Button>
          </div>
          <Asks>
            <WhoField />
            <ActButton onAct={note}>{words.note(picked.length)}</ActButton>
          </Asks>
        </>
      )}
      <Text block size={200}>
        {words.calendarHint}
      </Text>
      <Button
        size="small"
        disabled={isBusy}
        onClick={() =>
          offer(`han-nop-${desk.plan.id}.ics`, () =>
            encoded(calendarFile(dueDays(desk.plan), stampOf(now()))),
          )
        }
      >
        {words.calendar}
      </Button>
      {made && <FileOffer file={made} />}
    </section>
  );
}

/** Whom to ask there: "Bà Mẫu, 0294 3 855 555, snv@mau.gov.vn". */
function contactSaid({ contact }: Agency): string | null {
  const said = [contact?.person, contact?.phone, contact?.email].filter(Boolean).join(', ');
  return said === '' ? null : said;
}

/** A moment of Viet Nam in UTC, as calendars write it. */
function stampOf(moment: string): string {
  const utc = new Date(`${moment.slice(0, 19).replace(' ', 'T')}+07:00`).toISOString();
  return `${utc.slice(0, 19).replace(/[-:]/g, '')}Z`;
}
