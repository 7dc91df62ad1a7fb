import { useCallback } from 'react';
import type { Act, Done, Tools } from '../app/acts/act';
import type { Question, Said } from '../app/acts/said';
import { useShownDesk } from './desk';
import { useGive } from './give-file';
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
 * done is said, and taken back the workbook is read anew, for what others did since stands. A
 * workbook of an older format is raised first, with the person's yes and a copy.
 */
export function usePerform(): Perform {
  const { port, texts, language, now, write } = useServices();
  const shown = useShownDesk();
  const run = useRun();
  const who = useWho();
  const give = useGive();
  return useCallback<Perform>(
    (act, given, { onDone, onUndone, onEnd } = {}) =>
      run.start(async (report) => {
        const { questionSaid, saidSentence } = await import(
          /* webpackPrefetch: true */ '../locale/said'
        );
        const sentence = (said: Said) => saidSentence(said, texts, language);
        const ask = (question: Question) => {
          const { text, yes } = questionSaid(question, texts, language);
          return report.ask(text, yes);
        };
        /** Null: what was asked was not wanted. */
        const play = async <Given, Ended extends Done>(
          one: Act<Given, Ended>,
          of: Given,
          onRun?: () => void,
        ): Promise<Ended | null> => {
          const question = await one.asks?.(port, of);
          if (question && !(await ask(question))) return null;
          let told: Said | null = null;
          const moment = now();
          const tools: Tools = {
            port,
            actor: { who, at: moment.slice(0, 19) },
            run: moment,
            checking: report.progress(texts.checking, true),
            making: report.progress(texts.issuing, true),
            progress: report.progress(
              () => (told ? sentence(told) : texts.writing),
              one.canCancel ?? false,
            ),
            tell: (said) => void (told = said),
            ask,
          };
          return one.run(tools, of).finally(onRun);
        };
        const show = (desk: Done['desk']) => {
          if (desk === 'plan') shown?.readAgain();
          else if (desk) shown?.onDesk(desk);
        };
        let raised = '';
        if (shown?.desk.older && !act.onlyReads) {
          const { writeIntoOlder } = await import('../app/acts/write-into-older');
          const first = await play(writeIntoOlder, { write, give });
          if (first?.isRaised !== true)
            return first && { message: { intent: 'warning', text: sentence(first.said) } };
          raised = sentence(first.said);
          if (first.desk && first.desk !== 'plan') shown.onDesk(first.desk);
        }
        const done = await play(act, given, onEnd);
        if (done === null)
          return raised === '' ? null : { message: { intent: 'success', text: raised } };
        const { desk, undo, said, intent = 'success' } = done;
        show(desk);
        await onDone?.(done);
        const onUndo = async () => {
          if (desk === 'plan') shown?.readAgain();
          else if (desk) shown?.onDesk(await (await import('../app/desk')).readDesk(port));
          await onUndone?.();
        };
        const text = [sentence(said), raised].filter(Boolean).join(' ');
        return { message: { intent, text }, undo, onUndo };
      }),
    [port, texts, language, now, write, shown, run, who, give],
  );
}
