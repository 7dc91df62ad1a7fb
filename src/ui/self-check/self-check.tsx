import { useState } from 'react';
import { Button, Field, Text, Textarea } from '@fluentui/react-components';
import { isUnexpected, type SelfCheckLine } from '../../app/self-check';
import type { UiTexts } from '../../locale/ui-texts';
import { copyText } from '../copy-text';
import { RunStatus } from '../run-status';
import { useServices } from '../services';
import { RunProvider, useIsBusy, useRun } from '../use-run';

/** *Tự kiểm tra*: tries what this Excel does and gives a text to send back. */
export function SelfCheckView() {
  return (
    <RunProvider>
      <SelfCheck />
    </RunProvider>
  );
}

function SelfCheck() {
  const { texts, selfCheck, now, version } = useServices();
  const run = useRun();
  const isBusy = useIsBusy();
  const [result, setResult] = useState<{ lines: readonly SelfCheckLine[]; text: string } | null>(
    null,
  );
  const [isCopied, setCopied] = useState(false);
  const own = texts.selfCheck;
  const start = () =>
    run.start(async (report) => {
      setResult(null);
      setCopied(false);
      const progress = report.progress((done, total) => own.running(done, total), false);
      const lines = await selfCheck!((done, total) => progress.step(done, total, ''));
      setResult({ lines, text: textOf(lines, now().slice(0, 16), texts, version) });
      const unexpected = lines.filter(isUnexpected).length;
      return {
        message: {
          intent: unexpected > 0 ? 'warning' : 'success',
          text: own.done(lines.length, unexpected),
        },
      };
    });
  const unexpected = result?.lines.filter(isUnexpected) ?? [];
  return (
    <section className="step" aria-label={own.title}>
      <h2>{own.title}</h2>
      <Text block>{own.hint}</Text>
      <Button appearance="primary" size="small" disabled={isBusy} onClick={start}>
        {own.start}
      </Button>
      <RunStatus />
      {unexpected.length > 0 && (
        <ul className="plain">
          {unexpected.map((line) => (
            <li key={`${line.id} ${line.of ?? ''}`}>{lineOf(line, texts)}</li>
          ))}
        </ul>
      )}
      {result && (
        <>
          <Field label={own.text} size="small">
            <Textarea
              size="small"
              readOnly
              rows={12}
              value={result.text}
              onFocus={(event) => event.target.select()}
            />
          </Field>
          <div className="buttons">
            <Button size="small" onClick={() => void copyText(result.text).then(setCopied)}>
              {own.copy}
            </Button>
            <Text role="status">{isCopied ? own.copied : ''}</Text>
          </div>
        </>
      )}
    </section>
  );
}

function lineOf(line: SelfCheckLine, { selfCheck }: UiTexts): string {
  const { id, of, found, expected } = line;
  const what = [selfCheck.checks[id], ...(of === undefined ? [] : [`“${of}”`])].join(' ');
  return `${what}: ${found}${isUnexpected(line) ? ` (${selfCheck.expected(expected!)})` : ''}`;
}

/** The text to send back; each line begins with what its check is called everywhere. */
function textOf(
  lines: readonly SelfCheckLine[],
  when: string,
  texts: UiTexts,
  version?: string,
): string {
  const product = [texts.product, version].filter(Boolean).join(' ');
  const head = `${product}, ${texts.selfCheck.title}, ${when}`;
  return [head, ...lines.map((line) => `[${line.id}] ${lineOf(line, texts)}`)].join('\n');
}
