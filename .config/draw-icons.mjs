import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { startBrowser } from './browser.mjs';

/**
 * Draws the ribbon's icons into assets/ribbon: on a grid of 16, every line in the middle of a cell
 * of it, so that at 16, 32 and 80 pixels each line falls on whole pixels. The large ones carry what
 * a small one has no room for.
 */
const INK = '#424242';
const BLUE = '#0f6cbd';
const GREEN = '#107c10';
const RED = '#c50f1f';

const line = (d, colour = INK) => `<path d="${d}" stroke="${colour}"/>`;
const filled = (d, colour) => `<path d="${d}" fill="${colour}" stroke="none"/>`;
const sheet = 'M2.5 1.5h8v12h-8z';
const rows = (isLarge) =>
  line(`M4.5 4.5h4${isLarge ? 'M4.5 6.5h4M4.5 8.5h4M4.5 10.5h4' : 'M4.5 7.5h4'}`);

const ICONS = {
  check: (isLarge) => line(sheet) + rows(isLarge) + line('M7.5 11.5l2 2l5-5', GREEN),
  next: (isLarge) =>
    line(sheet) +
    line('M4.5 4.5h4', RED) +
    (isLarge ? line('M4.5 6.5h4') : '') +
    line('M6.5 10.5h8M11.5 7.5l3 3l-3 3', BLUE),
  mark: () => line('M8 1.5l5.5 2v4q0 5-5.5 7q-5.5-2-5.5-7v-4z') + line('M5.5 7.5l2 2l4-4', GREEN),
  issue: (isLarge) => line(sheet) + rows(isLarge) + line('M12.5 14.5v-7M9.5 10.5l3-3l3 3', BLUE),
  intake: () =>
    line('M1.5 9.5v5h13v-5M1.5 9.5h3l1 2h5l1-2h3') + line('M8 1.5v6M5.5 5l2.5 2.5l2.5-2.5', BLUE),
  chase: (isLarge) =>
    line('M1.5 3.5h13v9h-13zM1.5 3.5l6.5 5l6.5-5') +
    filled('M12.5 8.5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 1 1 0-7z', RED) +
    (isLarge ? '<path d="M12.5 10v2.5M12.5 13.6v.8" stroke="#fff" stroke-width=".8"/>' : ''),
  consolidate: (isLarge) =>
    line('M1.5 1.5h13v13h-13zM1.5 5.5h13M5.5 1.5v13') +
    (isLarge ? line('M1.5 8.5h13M1.5 11.5h13M10.5 1.5v13') : '') +
    filled('M6 12h8v2H6z', BLUE),
  sources: () =>
    line('M1.5 2.5h5v4h-5zM9.5 9.5h5v4h-5z') +
    line('M6.5 4.5h5.5v5', BLUE) +
    line('M4 6.5v5h5.5', BLUE),
  help: () =>
    line('M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z', BLUE) +
    line('M6 6.2q0-2 2-2t2 1.8q0 1.2-2 2.2v1', INK) +
    filled('M7.4 10.8h1.2v1.2H7.4z', INK),
};

const folder = fileURLToPath(new URL('../assets/ribbon/', import.meta.url));
mkdirSync(folder, { recursive: true });
const server = await startBrowser();
const browser = await chromium.connect(server.wsEndpoint());
const page = await browser.newPage();
for (const [name, draw] of Object.entries(ICONS)) {
  for (const size of [16, 32, 80]) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<body style="margin:0"><svg width="${size}" height="${size}" viewBox="0 0 16 16" fill="none" stroke-width="1" style="display:block">${draw(size > 16)}</svg>`,
    );
    await page.screenshot({ path: `${folder}${name}-${size}.png`, omitBackground: true });
  }
}
await browser.close();
await server.close();
