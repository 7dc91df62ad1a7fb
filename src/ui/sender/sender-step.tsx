import { useRef, useState } from 'react';
import { Button, MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import { checkOpenForm, type OpenForm } from '../../app/check-open-form';
import { inReadingOrder, type Finding } from '../../domain/rules/finding';
import type { CheckedFile } from '../../domain/submission/submission';
import { Findings } from '../intake/findings';
import { RunStatus } from '../run-status';
import { useServices } from '../services';
import { useRun } from '../use-run';

/** The sender's pane: one button, the verdict, and what to mend, each leading to its cell. */
export function SenderStep({ form }: { form: OpenForm }) {
  const { texts, port } = useServices();
  const run = useRun();
  const [checked, setChecked] = useState<CheckedFile | null>(null);
  const next = useRef(0);
  const check = () =>
    run.start(async () => {
      next.current = 0;
      setChecked(await checkOpenForm(port, form.plan));
      return null;
    });
  const goTo = ({ sheet, cell }: { sheet: string; cell: string }) => run.aside(() => port.goTo(sheet, cell));
  const placed = checked ? [...checked.findings].sort(inReadingOrder).filter(isPlaced) : [];
  const goToNext = () => {
    const { sheet, cell } = placed[next.current++ % placed.length];
    goTo({ sheet: sheet!, cell: cell! });
  };
  const count = (severity: Finding['severity']) =>
    checked?.findings.filter((one) => one.severity === severity).length ?? 0;
  const [errors, warnings] = [count('error'), count('warning')];
  return (
    <section className="step" aria-label={texts.checkForm}>
      <Text as="h2" weight="semibold" block>
        {form.agency || texts.commonForm}
      </Text>
      <Text block>
        {form.period} – {form.plan.number}
      </Text>
      <div className="buttons">
        <Button appearance="primary" size="small" disabled={run.running !== null} onClick={check}>
          {texts.checkForm}
        </Button>
        {placed.length > 0 && (
          <Button size="small" disabled={run.running !== null} onClick={goToNext}>
            {texts.nextFinding}
          </Button>
        )}
      </div>
      <RunStatus run={run} />
      {checked && (
        <>
          <MessageBar intent={errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'success'} layout="multiline">
            <MessageBarBody>{texts.formVerdict(errors, warnings)}</MessageBarBody>
          </MessageBar>
          <Findings file={checked} onGoTo={goTo} />
        </>
      )}
    </section>
  );
}

function isPlaced({ sheet, cell, severity }: Finding): boolean {
  return sheet !== null && cell !== null && severity !== 'fixed';
}
