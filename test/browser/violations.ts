import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Fluent's own stops for the focus, which nobody sees. */
const DUMMIES = '[data-tabster-dummy]';

/** A colour on its way from that of a disabled button, or of another theme, is no colour yet. */
async function settled(page: Page): Promise<void> {
  for (const frame of page.frames())
    await frame.evaluate(async () => {
      const onTheirWay = document
        .getAnimations()
        .filter((one) => one instanceof CSSTransition && one.playState === 'running');
      await Promise.all(onTheirWay.map((one) => one.finished.catch(() => undefined)));
    });
}

/**
 * What axe objects to in the pane; with the page around it, whose grid of cells takes long, where
 * that was changed by the test.
 */
export async function violations(
  { page }: { page: Page },
  around: 'pane' | 'page' = 'pane',
): Promise<string[]> {
  await settled(page);
  const axe = new AxeBuilder({ page }).exclude(['iframe', DUMMIES]).exclude(DUMMIES);
  // Whether the pane stands within a landmark only the page can tell.
  const looked =
    around === 'page' ? axe : axe.include(['.pane-place iframe', 'body']).disableRules('region');
  const { violations: found } = await looked.analyze();
  return found.map(
    ({ id, nodes }) => `${id} ${nodes.map(({ html }) => html.slice(0, 300)).join(' ')}`,
  );
}
