import { useCallback } from 'react';
import type { Act, Done } from '../app/acts/act';
import type { Question, Said } from '../app/acts/said';
import { useShownDesk } from './desk';
import { useServices } from './services';
import { useRun } from './use-run';
import { useWho } from './who';

/** What a screen does of its own beside an act. */
export interface Beside<Ended> {
  onDone?(done: Ended): void | Promise<void>;
  onUndone?(): void | Promise<void>;
  /** Whatever came of it. */
  onEnd?(): void;
}

export type Perform = <Given, Ended extends Done>(
  act: Act<Given, Ended>,
  given: Given,
  beside?: Beside<Ended>,
) => void;

/**
 * Does an act on the workbook in the person's name: everybody sees the workbook it left, what was
 * done is said, and taken back the workbook is read anew, for what others did since stands.
 */
export function usePerform(): Perform {
  const { port, texts, language, now } = useServices();
  const shown = useShownDesk();
  const run = useRun();
  const who = useWho();
  return useCallback<Perform>(
    (act, given, { onDone, onUndone, onEnd } = {}) =>
      run.start(async (report) => {
        const { questionSaid, saidSentence } = await import(
          /* webpackPrefetch: true */ '../locale/said'
        );
        const ask = (question: Question) => {
          const { text, yes } = questionSaid(question, texts, language);
          return report.ask(text, yes);
        };
        const question = await act.asks?.(port, given);
        if (question && !(await ask(question))) return null;
        let told: Said | null = null;
        const writing = () => (told ? saidSentence(told, texts, language) : texts.writing);
        const moment = now();
        const done = await act
          .run(
            {
              port,
              actor: { who, at: moment.slice(0, 19) },
              run: moment,
              checking: report.progress(texts.checking, true),
              making: report.progress(texts.issuing, true),
              progress: report.progress(writing, act.canCancel ?? false),
              tell: (said) => void (told = said),
              ask,
            },
            given,
          )
          .finally(onEnd);
        const { desk, undo, said, intent = 'success' } = done;
        if (desk === 'plan') shown?.readAgain();
        else if (desk) shown?.onDesk(desk);
        await onDone?.(done);
        const onUndo = async () => {
          if (desk === 'plan') shown?.readAgain();
          else if (desk) shown?.onDesk(await (await import('../app/desk')).readDesk(port));
          await onUndone?.();
        };
        return { message: { intent, text: saidSentence(said, texts, language) }, undo, onUndo };
      }),
    [port, texts, language, now, shown, run, who],
  );
}
