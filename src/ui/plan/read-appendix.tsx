import { useState } from 'react';
import { Button, Field, Input, Text } from '@fluentui/react-components';
import { putFirstPlan } from '../../app/acts/put-plan';
import { DeskRefused } from '../../app/desk-refused';
import { planFromAppendix, tablesRead, type AppendixPlan } from '../../app/plan-from-appendix';
import { isOfWord } from '../../app/opened-appendix';
import type { ReceivedFile } from '../../app/ports';
import { rememberColumns, rememberedColumns } from '../../app/remembered-columns';
import type { AppendixColumn, ColumnChoice, ColumnRole } from '../../domain/appendix/read-appendix';
import { ownFileSentence } from '../../locale/sentence';
import type { Workbook } from '../../workbook/workbook';
import { FileButton } from '../ledger/file-button';
import { usePerform } from '../perform';
import { useServices } from '../services';
import { useIsBusy, useRun } from '../use-run';
import { AppendixPreview } from './appendix-preview';
import type { LastWrites } from '../../workbook/workbook';
import { ProvinceSelect, type Province } from './province-select';

/** What can hold an appendix. */
const ACCEPTED = '.docx,.xlsx,.xlsm,.xls,.xlsb,.ods';

interface Source {
  workbook: Workbook;
  /** Its cells are on a sheet that can be shown. */
  isOpen: boolean;
  isWord: boolean;
}

interface Shown {
  source: Source;
  choices: readonly ColumnChoice[];
  read: AppendixPlan;
}

/**
 * *Đọc phụ lục*: the reading is shown first, its columns can be said otherwise, and only then the
 * plan is written.
 */
export function ReadAppendix({ seen, onPlan }: { seen?: LastWrites; onPlan(): void }) {
  const run = useRun();
  const perform = usePerform();
  const { texts, port, national, openAppendix, keeper, language } = useServices();
  const [year, setYear] = useState('');
  const [province, setProvince] = useState<Province | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const isYear = year === '' || /^20\d\d$/.test(year);
  const isBusy = useIsBusy();

  const reading = async (
    source: Source,
    columns: readonly ColumnChoice[],
  ): Promise<AppendixPlan> => {
    const options = { year: year === '' ? null : Number(year), province, columns };
    const read = planFromAppendix(source.workbook, await national(), options);
    if (!read.ok) throw new DeskRefused(read.refusal);
    return read.value;
  };
  const show = async (source: Source): Promise<void> => {
    setShown(null);
    const first = await reading(source, []);
    const choices = rememberedColumns(keeper, first.plan.issuer);
    setShown({
      source,
      choices,
      read: choices.length === 0 ? first : await reading(source, choices),
    });
  };
  const readSheet = () =>
    run.start(async () => {
      await show({ workbook: await port.readActiveSheet(), isOpen: true, isWord: false });
      return null;
    });
  const readFile = (file: ReceivedFile) =>
    run.start(async () => {
      const opened = await openAppendix!(await file.bytes());
      if (!opened.ok) {
        if (isOfWord(opened.refusal)) throw new DeskRefused(opened.refusal);
        const reason = ownFileSentence(opened.refusal, language);
        throw new DeskRefused({
          code: 'appendix-file-unreadable',
          facts: { file: file.path, reason },
        });
      }
      await show({ workbook: opened.workbook, isOpen: false, isWord: opened.isWord });
      return null;
    });
  const choose = ({ sheet, column, heading }: AppendixColumn, role: ColumnRole) =>
    run.aside(async () => {
      if (!shown) return;
      const { source } = shown;
      const others = shown.choices.filter((one) => one.column !== column || one.sheet !== sheet);
      const choices = [{ sheet, column, heading, role }, ...others];
      setShown({ source, choices, read: await reading(source, choices) });
    });
  const write = ({ source, read, choices }: Shown) =>
    perform(
      putFirstPlan,
      {
        source: {
          appendix: read,
          tables: source.isWord ? tablesRead(source.workbook, read) : [],
        },
        seen,
      },
      {
        onDone: () => {
          rememberColumns(keeper, read.plan.issuer, choices);
          onPlan();
        },
      },
    );
  if (shown)
    return (
      <AppendixPreview
        read={shown.read}
        onRole={choose}
        onGoTo={
          shown.source.isOpen
            ? (place) => run.aside(() => port.goTo(place.sheet, place.cell))
            : undefined
        }
        onWrite={() => write(shown)}
        onCancel={() => setShown(null)}
      />
    );
  return (
    <>
      <Text block>{texts.appendixHint}</Text>
      <Field label={texts.planYear} size="small" validationState={isYear ? 'none' : 'error'}>
        <Input
          size="small"
          inputMode="numeric"
          value={year}
          onChange={(_, data) => setYear(data.value.trim())}
        />
      </Field>
      <ProvinceSelect value={province} blank={texts.provinceOfDocument} onChange={setProvince} />
      <Button appearance="primary" size="small" disabled={isBusy || !isYear} onClick={readSheet}>
        {texts.readAppendix}
      </Button>
      {openAppendix && (
        <FileButton
          label={texts.appendix.chooseFile}
          accept={ACCEPTED}
          disabled={!isYear}
          onFile={readFile}
        />
      )}
    </>
  );
}
