import { useState } from 'react';
import { Button, Field, Input, Select } from '@fluentui/react-components';
import type { Adjustment } from '../../app/adjust-figure';
import type { Desk } from '../../app/desk';
import { cutOff, isFilledBy, type Agency } from '../../domain/plan/plan';
import { isCounted } from '../../domain/plan/units';
import { periodOf } from '../../domain/period/period';
import { readNumber } from '../../text/number';
import { useServices } from '../services';
import { useWho, WhoField } from '../who';

interface AdjustFormProps {
  desk: Desk;
  agency: Agency;
  period: string;
  isBusy: boolean;
  onAdjust(adjustment: Omit<Adjustment, 'at'>): void;
}

/** Nhập hộ, điều chỉnh: a figure no file says, with its reason and document, for an agency that told it another way. */
export function AdjustForm({ desk, agency, period, isBusy, onAdjust }: AdjustFormProps) {
  const { texts } = useServices();
  const who = useWho();
  const [isOpen, setOpen] = useState(false);
  const day = cutOff(desk.plan, periodOf(period));
  const own = desk.plan.indicators.filter((one) => one.kind !== 'computed' && isFilledBy(one, agency, day));
  const [code, setCode] = useState(own[0]?.code ?? '');
  const [typed, setTyped] = useState({ numerator: '', denominator: '', value: '' });
  const [reason, setReason] = useState('');
  const [document, setDocument] = useState('');
  const indicator = own.find((one) => one.code === code);
  if (!indicator) return null;
  const parts = indicator.denominator ? (['numerator', 'denominator'] as const) : (['value'] as const);
  const figures = Object.fromEntries(
    parts
      .filter((part) => typed[part].trim() !== '')
      .map((part) => {
        const { unit } = (part === 'denominator' && indicator.denominator) || indicator.numerator;
        return [part, figureOf(typed[part], isCounted(unit))];
      }),
  );
  const isReady = Object.keys(figures).length > 0 && reason.trim() !== '' && who !== '';
  return (
    <>
      <Button size="small" appearance="transparent" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {texts.ledger.adjust}
      </Button>
      {isOpen && (
        <div role="group" aria-label={texts.ledger.adjust} className="adjust">
          <Field label={texts.indicator} size="small">
            <Select size="small" value={code} onChange={(_, data) => setCode(data.value)}>
              {own.map((one) => (
                <option key={one.code} value={one.code}>
                  {one.code} – {one.name.slice(0, 60)}
                </option>
              ))}
            </Select>
          </Field>
          <div className="pair">
            {parts.map((part) => (
              <Field key={part} label={texts.ledger.measures[part]} size="small">
                <Input
                  size="small"
                  inputMode="decimal"
                  value={typed[part]}
                  onChange={(_, data) => setTyped({ ...typed, [part]: data.value })}
                />
              </Field>
            ))}
          </div>
          <Field label={texts.reason} size="small">
            <Input size="small" maxLength={500} value={reason} onChange={(_, data) => setReason(data.value)} />
          </Field>
          <Field label={texts.ledger.document} size="small">
            <Input size="small" maxLength={200} value={document} onChange={(_, data) => setDocument(data.value)} />
          </Field>
          <WhoField />
          <Button
            size="small"
            disabled={isBusy || !isReady}
            onClick={() => {
              const grounds = { reason: reason.trim(), document: document.trim(), who };
              onAdjust({ agency: agency.code, period, indicator: code, figures, grounds });
            }}
          >
            {texts.ledger.enter}
          </Button>
        </div>
      )}
    </>
  );
}

/** As people type figures; what is none is refused with what was typed. */
function figureOf(text: string, counted: boolean): number {
  const read = readNumber(text, { counted });
  return read.kind === 'number' ? read.value : NaN;
}
