import { build } from './build.mjs';

/** The browser tests need the pages and the server that serves them. */
export default async () => {
  await build('pages');
  await build('cli');
};
