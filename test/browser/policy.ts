import type { Page } from 'playwright-core';

/** What the page or a frame in it did against its Content Security Policy, as the browser says. */
export function breachesOf(page: Page): string[] {
  const breaches: string[] = [];
  page.on('console', (line) => {
    if (/Content Security Policy/.test(line.text())) breaches.push(line.text());
  });
  return breaches;
}
