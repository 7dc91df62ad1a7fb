/** The arrows of the house (docs/architecture.md): which room may know which. */
const rooms = {
  text: [],
  workbook: [],
  domain: ['text', 'workbook'],
  app: ['domain', 'text', 'workbook'],
  xlsx: ['app', 'domain/result', 'workbook', 'text'],
  intake: ['app', 'domain', 'xlsx', 'workbook', 'text'],
  excel: ['app', 'workbook', 'text'],
  locale: ['domain', 'text', 'app/refusals', 'app/self-check'],
  ui: ['app', 'domain', 'locale', 'text', 'workbook'],
};

const quoted = (path) => path.replace('/', '\\/');

module.exports = {
  forbidden: [
    ...Object.entries(rooms).map(([room, known]) => ({
      name: `arrows-of-${room}`,
      severity: 'error',
      from: { path: `^src/${room}/`, pathNot: '\\.test\\.tsx?$' },
      to: { path: '^src/', pathNot: `^src/(${[room, ...known].map(quoted).join('|')})` },
    })),
    {
      name: 'nobody-imports-an-entry-point',
      severity: 'error',
      // A test may calculate formulas with the workbench's engine.
      from: { path: '^src/(text|workbook|domain|app|xlsx|intake|excel|locale|ui)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^src/(taskpane|commands|functions|cli|workbench)/' },
    },
    {
      name: 'pure-rooms-use-no-platform',
      severity: 'error',
      from: { path: '^src/(text|workbook|domain|app|locale)/', pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-circular-values',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
};
