import { useState } from 'react';
import { Button, Link, Text } from '@fluentui/react-components';
import { readDesk } from '../../app/desk';
import { DeskRefused } from '../../app/desk-refused';
import { sendAnnexes } from '../../app/acts/send-annexes';
import { sendReport } from '../../app/acts/send-report';
import type { ReceivedFile } from '../../app/ports';
import type { Period } from '../../domain/period/period';
import type { Plan } from '../../domain/plan/plan';
import { ownFileSentence } from '../../locale/sentence';
import type { Language } from '../../locale/language';
import { reportFields } from '../../locale/listed-fields';
import { fieldValues } from '../../locale/report-fields';
import { letterheadOf, writtenReport } from '../../locale/written-report';
import { FileOffer } from '../file-offer';
import { useGive, type MadeFile } from '../give-file';
import { usePerform } from '../perform';
import { useServices, type TemplateUnfit } from '../services';
import { useIsBusy, useRun } from '../use-run';
import { FileButton } from './file-button';
import { ShortList } from './short-list';
import { ToolSection } from './tool-section';

/**
 * *Gửi đi*: the annexes to be printed, and the report in Word they go with, by the office's own
 * template or by none.
 */
export function SendSection({ period }: { period: Period }) {
  const perform = usePerform();
  const run = useRun();
  const { texts, port, write, word, language } = useServices();
  const give = useGive();
  const [made, setMade] = useState<MadeFile | null>(null);
  const [troubles, setTroubles] = useState<readonly string[]>([]);
  const [listedOf, setListedOf] = useState<Plan | null>(null);
  const fields = listedOf ? reportFields(listedOf, language) : [];
  const isBusy = useIsBusy();
  const given = async (file: MadeFile) => {
    setMade(file);
    await give(file);
  };
  const annexes = () => {
    setTroubles([]);
    perform(sendAnnexes, { period, write, give: given });
  };
  const report = () => {
    setTroubles([]);
    perform(sendReport, {
      period,
      compose: async ({ facts, enclosed }) => ({
        bytes: await word!.write(writtenReport(facts, letterheadOf(enclosed))),
        isWhole: true,
      }),
      give: given,
    });
  };
  const filled = (template: ReceivedFile) => {
    setTroubles([]);
    perform(sendReport, {
      period,
      compose: async ({ facts, enclosed }) => {
        const valueOf = fieldValues(facts, letterheadOf(enclosed));
        const done = await word!.fill(await template.bytes(), valueOf);
        if (!done.ok) throw unfit(template.path, done.refusal, language);
        const { bytes, troubles: left } = done;
        setTroubles(left.map(({ kind, field }) => texts.out.templateTroubles[kind](field)));
        return { bytes, isWhole: left.length === 0 };
      },
      give: given,
    });
  };
  const list = () =>
    run.start(async () => {
      setListedOf((await readDesk(port)).plan);
      return null;
    });
  return (
    <ToolSection title={texts.out.send} hint={texts.out.sendHint}>
      <div className="buttons">
        <Button size="small" disabled={isBusy} onClick={annexes}>
          {texts.out.printSet}
        </Button>
        {word && (
          <>
            <Button size="small" disabled={isBusy} onClick={report}>
              {texts.out.word}
            </Button>
            <FileButton label={texts.out.template} accept=".docx" onFile={filled} />
          </>
        )}
      </div>
      {made && <FileOffer file={made} />}
      <ShortList title={texts.out.templateLeft(troubles.length)} items={troubles} />
      {word && fields.length === 0 && (
        <Link as="button" onClick={list}>
          {texts.out.fields}
        </Link>
      )}
      {fields.length > 0 && (
        <Text as="p" block size={200}>
          {fields.map(({ name, kind, means }) => (
            <span key={name}>
              <code>{kind === 'condition' ? `{{neu ${name}}}` : `{{${name}}}`}</code> {means}
              <br />
            </span>
          ))}
        </Text>
      )}
    </ToolSection>
  );
}

/** Why a template cannot be filled, as any other refusal is said. */
function unfit(file: string, unfitting: TemplateUnfit, language: Language): DeskRefused {
  const { code } = unfitting;
  if (code === 'word-template-macros' || code === 'word-template-not-docx')
    return new DeskRefused({ code, facts: { file } });
  const reason = ownFileSentence({ ...unfitting, code }, language);
  return new DeskRefused({ code: 'word-template-unreadable', facts: { file, reason } });
}
