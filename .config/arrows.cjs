/**
 * The arrows of the house (docs/architecture.md): which room may know which. `known` is the ground
 * they all stand on.
 */
const rooms = {
  known: [],
  text: [],
  workbook: [],
  document: [],
  domain: ['text', 'workbook'],
  app: ['domain', 'text', 'workbook'],
  xlsx: ['app', 'domain/result', 'workbook', 'text'],
  word: ['app', 'document', 'domain/result', 'text', 'workbook', 'xlsx'],
  intake: ['app', 'domain', 'xlsx', 'workbook', 'text'],
  lake: ['domain', 'text'],
  excel: ['app', 'workbook', 'text'],
  locale: [
    'domain',
    'document',
    'text',
    'app/acts/said',
    'app/refusals',
    'app/self-check',
    'lake/refused',
    'workbook/loss',
  ],
  ui: ['app', 'document', 'domain', 'locale', 'text', 'workbook'],
};

/**
 * The rooms of the domain, from the ground up: a room knows only rooms that stand before it in this
 * table.
 */
const domain = {
  decimal: [],
  period: [],
  page: [],
  table: [],
  agency: [],
  finding: ['period'],
  submission: ['finding', 'period'],
  measure: ['decimal'],
  plan: ['agency', 'decimal', 'finding', 'measure', 'period', 'table'],
  appendix: ['agency', 'measure', 'period', 'plan'],
  'plan-check': ['agency', 'finding', 'measure', 'period', 'plan', 'table'],
  template: ['agency', 'measure', 'page', 'period', 'plan', 'submission'],
  reading: ['agency', 'finding', 'measure', 'period', 'plan', 'submission', 'table', 'template'],
  rules: [
    'agency',
    'decimal',
    'finding',
    'measure',
    'period',
    'plan',
    'reading',
    'submission',
    'template',
  ],
  repair: ['finding', 'template'],
  stamp: ['rules', 'template'],
  check: [
    'agency',
    'finding',
    'period',
    'plan',
    'reading',
    'rules',
    'stamp',
    'submission',
    'table',
    'template',
  ],
  ledger: ['finding', 'period', 'plan', 'reading', 'rules', 'submission', 'table'],
  consolidation: [
    'agency',
    'decimal',
    'ledger',
    'measure',
    'period',
    'plan',
    'submission',
    'table',
  ],
  report: [
    'agency',
    'consolidation',
    'decimal',
    'ledger',
    'measure',
    'page',
    'period',
    'plan',
    'submission',
    'table',
    'template',
  ],
  'written-report': ['agency', 'consolidation', 'decimal', 'period', 'plan', 'report'],
  'own-layout': [
    'agency',
    'consolidation',
    'ledger',
    'measure',
    'period',
    'plan',
    'report',
    'table',
  ],
};
const order = Object.keys(domain);
for (const [room, known] of Object.entries(domain)) {
  const upward = known.find(
    (other) => order.indexOf(other) >= order.indexOf(room) || !order.includes(other),
  );
  if (upward)
    throw new Error(`domain/${room} would know domain/${upward}, which does not stand below it.`);
}

const quoted = (path) => path.replace('/', '\\/');

module.exports = {
  forbidden: [
    ...Object.entries(rooms).map(([room, known]) => ({
      name: `arrows-of-${room}`,
      severity: 'error',
      from: { path: `^src/${room}/`, pathNot: '\\.test\\.tsx?$' },
      to: { path: '^src/', pathNot: `^src/(${['known', room, ...known].map(quoted).join('|')})` },
    })),
    ...Object.entries(domain).map(([room, known]) => ({
      name: `arrows-of-domain-${room}`,
      severity: 'error',
      from: { path: `^src/domain/${room}/`, pathNot: '\\.test\\.tsx?$' },
      to: { path: '^src/domain/[^/]+/', pathNot: `^src/domain/(${[room, ...known].join('|')})/` },
    })),
    {
      name: 'every-room-of-the-domain-is-in-the-table',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/domain/[^/]+/', pathNot: `^src/domain/(${order.join('|')})/` },
    },
    {
      // What is found never depends on the language it is said in.
      name: 'sentences-of-rules-are-said-by-locale',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(locale/|domain/rules/sentences\\.ts$)' },
      to: { path: '^src/domain/rules/(sentences|.*\\.sentences)\\.ts$' },
    },
    {
      // A folder of a rule brings sentences; what they are made of is text and facts.
      name: 'sentences-of-rules-know-facts-and-text',
      severity: 'error',
      from: { path: '\\.sentences\\.ts$' },
      to: { path: '^src/', pathNot: '^src/(text/|domain/rules/sentence\\.ts$)' },
    },
    {
      // Grid, calculation and host are a product of their own; only the page around them is ours.
      name: 'arrows-of-the-workbench-within',
      severity: 'error',
      from: {
        path: '^src/workbench/(model|calc|grid|host)/',
        pathNot: '\\.test\\.tsx?$',
      },
      to: {
        path: '^src/',
        pathNot: '^src/(workbench/(model|calc|grid|host)|workbook|text|known)/',
      },
    },
    {
      // What others may use of it is named in its index; a stylesheet is no module.
      name: 'into-the-workbench-by-its-index',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/workbench/|\\.test\\.tsx?$' },
      to: { path: '^src/workbench/', pathNot: '^src/workbench/(index\\.ts|page\\.css)$' },
    },
    {
      name: 'nobody-imports-an-entry-point',
      severity: 'error',
      // A test may calculate formulas with the workbench's engine.
      from: {
        path: '^src/(text|workbook|document|domain|app|xlsx|word|intake|lake|excel|locale|ui)/',
        pathNot: '\\.test\\.tsx?$',
      },
      to: { path: '^src/(taskpane|commands|functions|cli|workbench|one-file)/' },
    },
    {
      name: 'pure-rooms-use-no-platform',
      severity: 'error',
      from: {
        path: '^src/(text|workbook|document|domain|app|lake|locale)/',
        pathNot: '\\.test\\.tsx?$',
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      // Nor of types alone. Still open: the objects of the Excel host, which know one another as
      // Excel's do, and what is found, whose list says what its facts are.
      name: 'no-circular-types',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(workbench/host|domain/finding)/' },
      to: { circular: true },
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
