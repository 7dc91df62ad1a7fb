const { Script } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

// Every suite has a context of its own, and for each Jest compiles all it loads anew: the product,
// the packages, its own matchers, some 280 times over. Here a worker compiles a file once and runs
// it in every context, so a suite still has its modules for itself: a sixth of a second a suite,
// half a second where there is a screen.

/** File → its text when it was compiled, and what V8 made of it. */
const compiled = new Map();

function scriptOf(source, filename, parameters) {
  const known = compiled.get(filename);
  if (known?.source === source) return known.script;
  const head = `(function (${parameters.join(', ')}) {`;
  // The first line of a stack is where it is in the file.
  const script = new Script(`${head}${source}\n})`, { filename, columnOffset: -head.length });
  compiled.set(filename, { source, script });
  return script;
}

module.exports = class extends Runtime {
  constructor(...given) {
    super(...given);
    const { executor } = this;
    const compileAnew = executor.compile.bind(executor);
    executor.compile = (source, filename) => {
      const context = executor.environment.getVmContext();
      // No other suite loads a suite.
      if (context === null || filename === executor.testPath) return compileAnew(source, filename);
      try {
        return scriptOf(source, filename, executor.injectedModuleParameters).runInContext(context);
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        // Jest says better what is wrong with it.
        return compileAnew(source, filename);
      }
    };
  }
};
