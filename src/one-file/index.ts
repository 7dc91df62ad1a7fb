/**
 * The whole edition is one script in one file: the page runs it, and each of its workers runs the
 * very same text, for a worker may load nothing either.
 */
if (typeof document === 'undefined') void import('../taskpane/checker');
else {
  // What the page is told apart by from a browser that could not read this script (old-browser.js).
  Object.assign(window, { tongHop: true });
  void import('./start').then(({ start }) => start());
}
