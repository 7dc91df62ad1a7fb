/**
 * What the page says when Excel does not answer. It must work where nothing else does (office.js
 * not found, a browser that cannot run the pane, React not loaded), so: a file of its own as the
 * content policy asks, no library, ES5, loaded first.
 * The pane replaces all of #root when it is there; while #not-ready is still in the page, it is
 * not.
 */
(function () {
  /** As long as a slow machine may take; nobody waits longer without asking. */
  var PATIENCE = 15000;
  var seen = [];

  function note(what) {
    if (seen.indexOf(what) < 0) seen.push(what);
    var box = document.getElementById('not-ready');
    if (box && !box.hidden) describe();
  }

  function onError(event) {
    var source = event.target && (event.target.src || event.target.href);
    note(source ? 'not loaded: ' + source : String(event.message));
  }
  // Scripts that do not load tell their own element only: listened for on the way down.
  window.addEventListener('error', onError, true);
  window.addEventListener('unhandledrejection', function (event) {
    note(String(event.reason));
  });

  /** For whoever looks after the server: what was asked for and what did not come. */
  function describe() {
    document.getElementById('not-ready-facts').textContent = [
      location.origin + location.pathname,
      navigator.userAgent,
    ]
      .concat(seen)
      .join('\n');
  }

  /**
   * The engine of Internet Explorer, as in Excel 2016 and 2019, or a browser of before 2022: no
   * waiting helps there.
   */
  function isOld() {
    return Boolean(document.documentMode) || typeof Array.prototype.at !== 'function';
  }

  /**
   * The edition that needs no such Excel lies beside the pane; its address is there to be copied,
   * for links open in the old engine.
   */
  function showOld() {
    var link = document.getElementById('old-excel-link');
    document.getElementById('opening').hidden = true;
    document.getElementById('old-excel').hidden = false;
    document.getElementById('old-excel-address').textContent = link.href;
  }

  document.addEventListener('DOMContentLoaded', function () {
    if (isOld()) showOld();
  });

  setTimeout(function () {
    if (isOld()) return;
    var box = document.getElementById('not-ready');
    if (!box) return;
    document.getElementById('opening').hidden = true;
    box.hidden = false;
    describe();
    document.getElementById('not-ready-again').addEventListener('click', function () {
      location.reload();
    });
  }, PATIENCE);
})();
