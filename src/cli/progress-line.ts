import type { Progress } from '../app/ports';
import { cliTexts } from '../locale/cli-texts-of';
import type { Language } from '../locale/language';
import { plain } from './output';

/**
 * One line on standard error that is rewritten, with the time that is likely left; silent where
 * nobody watches.
 */
export function progressLine(language: Language): Progress {
  const began = Date.now();
  return {
    cancelled: false,
    step(done, total, what) {
      if (!process.stderr.isTTY) return;
      const elapsed = (Date.now() - began) / 1000;
      const left =
        elapsed > 1 && done > 0
          ? cliTexts(language).secondsLeft(Math.ceil((elapsed * (total - done)) / done))
          : '';
      process.stderr.write(
        `\r\x1b[2K${done < total ? `${done}/${total}${left} ${plain(what)}` : ''}`,
      );
    },
  };
}
