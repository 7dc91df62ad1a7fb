import { askedAgencies } from '../../domain/plan/assigned';
import { useState } from 'react';
import { Button, Checkbox, Field, Input, Select, Text } from '@fluentui/react-components';
import { issueForms } from '../../app/acts/issue-forms';
import { openIssuedForm } from '../../app/pack-forms';
import type { Agency } from '../../domain/agency/agency';
import type { DoubtCounts } from '../../domain/plan-check/doubt-kinds';
import { planFor } from '../../domain/plan/plan-for';
import { plainKey } from '../../text/normal-form';
import { agencyName } from '../agency-name';
import { useDesk } from '../desk';
import { FileOffer } from '../file-offer';
import { useGive, type MadeFile } from '../give-file';
import type { Month } from '../month/month';
import { usePerform } from '../perform';
import { useServices } from '../services';
import { useIsBusy, useRun } from '../use-run';
import { IssuedBefore } from './issued-before';

type To = 'all' | 'some' | 'common';

interface IssueFormsProps {
  month: Month;
  isNext: boolean;
  /** Lists the plan's doubts, and counts them. */
  check(): Promise<DoubtCounts>;
  onIssued(): void;
}

/** Phát hành biểu mẫu: of a period, to all agencies, to some, or one form for all. */
export function IssueForms({ month, isNext, check, onIssued }: IssueFormsProps) {
  const { texts, port, write } = useServices();
  const perform = usePerform();
  const give = useGive();
  const desk = useDesk();
  const run = useRun();
  const isBusy = useIsBusy();
  const period = month.issued;
  const [to, setTo] = useState<To>('all');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [packed, setPacked] = useState<MadeFile | null>(null);
  const agencies = askedAgencies(planFor(desk.plan, period), period);
  const own = agencies.filter(({ code }) => chosen.has(code));
  const issue = () =>
    perform(issueForms, {
      desk,
      period,
      agencies: to === 'some' ? own : agencies,
      to,
      write,
      check,
      give: async (made) => {
        setPacked(made);
        onIssued();
        await give(made);
      },
    });
  const open = () =>
    run.start(async () => {
      await openIssuedForm(port, desk, period, own[0].code, write);
      return null;
    });
  return (
    <>
      {period.id !== month.period.id && (
        <p className="quiet">{texts.month.formsOf(texts.month.inSentence(period))}</p>
      )}
      <Field label={texts.issueTo} size="small">
        <Select size="small" value={to} onChange={(_, data) => setTo(data.value as To)}>
          <option value="all">{texts.issueTargets.all(agencies.length)}</option>
          <option value="some">{texts.issueTargets.some}</option>
          <option value="common">{texts.issueTargets.common}</option>
        </Select>
      </Field>
      {to === 'some' && <AgencyChoice agencies={agencies} chosen={chosen} onChoose={setChosen} />}
      <div className="buttons">
        <Button
          appearance={isNext ? 'primary' : 'secondary'}
          size="small"
          disabled={isBusy || (to === 'some' && own.length === 0)}
          onClick={issue}
        >
          {texts.issueForms}
        </Button>
        {to === 'some' && (
          <Button size="small" disabled={isBusy || own.length !== 1} onClick={open}>
            {texts.openInExcel}
          </Button>
        )}
      </div>
      <IssuedBefore key={`${period.id} ${packed?.name}`} period={period} />
      {packed && (
        <>
          <FileOffer file={packed} />
          <Text block size={200}>
            {texts.downloadHint}
          </Text>
        </>
      )}
    </>
  );
}

/** So many are drawn at once; a word of the name finds the others. */
const LISTED = 40;

function AgencyChoice(props: {
  agencies: readonly Agency[];
  chosen: ReadonlySet<string>;
  onChoose(chosen: ReadonlySet<string>): void;
}) {
  const { texts } = useServices();
  const [words, setWords] = useState('');
  const found = props.agencies.filter(({ name, code }) =>
    plainKey(`${code} ${name}`).includes(plainKey(words)),
  );
  const toggle = (code: string, isChosen: boolean) => {
    const next = new Set(props.chosen);
    if (isChosen) next.add(code);
    else next.delete(code);
    props.onChoose(next);
  };
  return (
    <div>
      <Field label={texts.filterAgencies} size="small">
        <Input
          size="small"
          type="search"
          value={words}
          onChange={(_, data) => setWords(data.value)}
        />
      </Field>
      <div className="agency-choice" role="group" aria-label={texts.issueTargets.some}>
        {found.slice(0, LISTED).map((agency) => (
          <Checkbox
            key={agency.code}
            size="medium"
            label={agencyName(agency)}
            checked={props.chosen.has(agency.code)}
            onChange={(_, data) => toggle(agency.code, data.checked === true)}
          />
        ))}
      </div>
      <Text size={200} block>
        {texts.chosenAgencies(props.chosen.size)}
      </Text>
    </div>
  );
}
