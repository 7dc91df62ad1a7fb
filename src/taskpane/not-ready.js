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
  /** What stood in #root before the pane, to be shown again where the pane falls over. */
  var first = null;

  function note(what) {
    if (seen.indexOf(what) < 0) seen.push(what);
    var box = document.getElementById('not-ready');
    if (box && !box.hidden) describe();
    // Whatever leaves the page empty has not yet done so when it is told of.
    setTimeout(showFallen);
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

  /** Says that the pane is not there, and what to do. */
  function show() {
    document.getElementById('opening').hidden = true;
    document.getElementById('not-ready').hidden = false;
    describe();
    document.getElementById('not-ready-again').addEventListener('click', function () {
      location.reload();
    });
  }

  /** A fault in drawing the pane takes all of it away, and would leave an empty page. */
  function showFallen() {
    var root = document.getElementById('root');
    if (!first || !root || root.firstElementChild) return;
    root.appendChild(first.cloneNode(true));
    document.getElementById('not-ready-silent').hidden = true;
    document.getElementById('not-ready-fallen').hidden = false;
    show();
  }

  document.addEventListener('DOMContentLoaded', function () {
    first = document.getElementById('root').firstElementChild.cloneNode(true);
    if (isOld()) showOld();
  });

  setTimeout(function () {
    if (isOld()) return;
    if (document.getElementById('not-ready')) show();
    else showFallen();
  }, PATIENCE);
})();
