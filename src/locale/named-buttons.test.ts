import { refusalSentence } from './sentence';
import { uiEn } from './ui-en';
import { uiVi } from './ui-vi';

/** A sentence that says which button to press names it, and its step, as the pane does. */
const PERIOD = { period: '2024-03', found: 'mở' };

it.each(['period-is-locked', 'ledger-act-changed', 'ledger-lock-lost'] as const)(
  '%s leads to the button that opens a period again, in the step it stands in',
  (code) => {
    for (const [language, texts] of [
      ['vi', uiVi],
      ['en', uiEn],
    ] as const) {
      const said = refusalSentence({ code, facts: PERIOD }, language);
      expect(said).toContain(`“${texts.periods.act.reopen}”`);
      expect(said).toContain(`(${language === 'vi' ? 'bước' : 'step'} ${texts.steps.lock})`);
    }
  },
);
