import { useState } from 'react';
import { Button, Link, Text } from '@fluentui/react-components';
import { readDesk } from '../../app/desk';
import { DeskRefused } from '../../app/desk-refused';
import { annexesToPrint, reportToWrite } from '../../app/report-copy';
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
  const run = useRun();
  const { texts, port, write, word, language } = useServices();
  const give = useGive();
  const [made, setMade] = useState<MadeFile | null>(null);
  const [troubles, setTroubles] = useState<readonly string[]>([]);
  const [listedOf, setListedOf] = useState<Plan | null>(null);
  const fields = listedOf ? reportFields(listedOf, language) : [];
  const isBusy = useIsBusy();
  const make = (file: () => Promise<MadeFile>) =>
    run.start(async () => {
      setTroubles([]);
      const done = await file();
      setMade(done);
      await give(done);
      return { message: { intent: 'success', text: texts.out.sent(done.name) } };
    });
  const annexes = () =>
    make(async () => {
      const { name, workbook } = await annexesToPrint(port, period);
      return { name, bytes: await write(workbook) };
    });
  const report = () =>
    make(async () => {
      const { name, facts, enclosed } = await reportToWrite(port, period);
      return {
        name,
        bytes: await word!.write(writtenReport(facts, letterheadOf(enclosed))),
      };
    });
  const filled = (template: ReceivedFile) =>
    run.start(async () => {
      setTroubles([]);
      const { name, facts, enclosed } = await reportToWrite(port, period);
      const done = await word!.fill(
        await template.bytes(),
        fieldValues(facts, letterheadOf(enclosed)),
      );
      if (!done.ok) throw unfit(template.path, done.refusal, language);
      const file = { name, bytes: done.bytes };
      setTroubles(done.troubles.map(({ kind, field }) => texts.out.templateTroubles[kind](field)));
      setMade(file);
      await give(file);
      const intent = done.troubles.length > 0 ? 'warning' : 'success';
      return { message: { intent, text: texts.out.sent(file.name) } };
    });
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
