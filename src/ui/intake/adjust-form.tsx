import { formOf } from '../../domain/plan/assigned';
import { measureOf } from '../../domain/measure/measure';
import { useMemo, useState } from 'react';
import { Button, Field, Select } from '@fluentui/react-components';
import type { Entered, OfForm, OfIndicator, OfTask } from '../../app/adjust-figure';
import { inForceOf } from '../../domain/consolidation/figures-in-force';
import type { Agency } from '../../domain/agency/agency';
import { cutOff, isFilledBy, type Filler, type Standing } from '../../domain/plan/plan';
import { periodOf } from '../../domain/period/period';
import { useDesk } from '../desk';
import { GroundsFields } from '../grounds-fields';
import { ActButton, Asks, NeededGroup } from '../needed';
import { useServices } from '../services';
import { useWho } from '../who';
import { FormFields, IndicatorFields, TaskFields } from './adjust-fields';

interface AdjustFormProps {
  agency: Agency;
  period: string;
  onAdjust(entered: Entered): void;
}

type Kind = 'indicator' | 'form' | 'task';

/**
 * Nhập hộ, điều chỉnh: what no file says, with its reason and document, for an agency that told it
 * another way.
 */
export function AdjustForm(props: AdjustFormProps) {
  const { texts } = useServices();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        appearance="transparent"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {texts.ledger.adjust}
      </Button>
      {isOpen && <OpenForm {...props} />}
    </>
  );
}

function OpenForm({ agency, period, onAdjust }: AdjustFormProps) {
  const { texts } = useServices();
  const who = useWho();
  const desk = useDesk();
  const day = cutOff(desk.plan, periodOf(period));
  const isAsked = (row: { filledBy: Filler[] } & Standing) => isFilledBy(row, agency, day);
  const indicators = desk.plan.indicators.filter(
    (one) => !measureOf(one).isFromTasks && isAsked(one),
  );
  const forms = desk.plan.forms.filter(isAsked).map((form) => formOf(form, agency));
  const tasks = desk.plan.tasks.filter(isAsked);
  const kinds = (['indicator', 'form', 'task'] as const).filter(
    (one) => ({ indicator: indicators, form: forms, task: tasks })[one].length > 0,
  );
  const [kind, setKind] = useState<Kind | undefined>(kinds[0]);
  const [entered, setEntered] = useState<OfIndicator | OfForm | OfTask | null>(null);
  const [reason, setReason] = useState('');
  const [document, setDocument] = useState('');
  const counts = useMemo(
    () => inForceOf(desk.plan, desk.ledger).of(agency.code, period),
    [desk.plan, desk.ledger, agency.code, period],
  );
  if (kind === undefined) return null;
  return (
    <Asks>
      <div role="group" aria-label={texts.ledger.adjust} className="stacked">
        {kinds.length > 1 && (
          <Field label={texts.ledger.kindOfRow} size="small">
            <Select
              size="small"
              value={kind}
              onChange={(_, data) => {
                setKind(data.value as Kind);
                setEntered(null);
              }}
            >
              {kinds.map((one) => (
                <option key={one} value={one}>
                  {texts.ledger.kindsOfRow[one]}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <NeededGroup isMissing={entered === null} missing={texts.needed.figure}>
          {kind === 'indicator' && <IndicatorFields rows={indicators} onEntered={setEntered} />}
          {kind === 'form' && <FormFields rows={forms} counts={counts} onEntered={setEntered} />}
          {kind === 'task' && <TaskFields rows={tasks} onEntered={setEntered} />}
        </NeededGroup>
        <GroundsFields
          reason={reason}
          onReason={setReason}
          document={document}
          onDocument={setDocument}
        />
        <ActButton
          onAct={() => {
            const grounds = { reason: reason.trim(), document: document.trim(), who };
            onAdjust({ ...entered!, agency: agency.code, period, grounds });
          }}
        >
          {texts.ledger.enter}
        </ActButton>
      </div>
    </Asks>
  );
}
