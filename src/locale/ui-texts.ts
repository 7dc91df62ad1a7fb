import type { LegalBasis } from '../domain/plan/legal-bases';
import type { SaidFacts } from '../app/acts/said';
import type { DoubtCounts, DoubtKind } from '../domain/plan-check/doubt-kinds';
import type { TemplateTroubles } from './template-troubles';
import type { SelfCheckId } from '../app/self-check';
import type { Period } from '../domain/period/period';
import type { PathChoice } from '../domain/plan/plan';
import type { HandInState } from '../domain/report/hand-in';
import type { PeriodState } from '../domain/ledger/period-states';
import type { RegisterSpan } from '../domain/agency/national-register';
import type { IndicatorStatus } from '../domain/consolidation/consolidation';
import type { RestatementCause } from '../domain/consolidation/restatement';
import type { TroubleCode, TroubleFacts } from '../domain/own-layout/fill';
import type { FigureSource } from '../domain/own-layout/figure-source';
import type { Decision, TaskState } from '../domain/submission/submission';
import type { UndecidedCode } from '../domain/own-layout/read-tables';

/** As of src/app/figure-asked.ts: what a cell asked for that is not there. */
interface FigureGap {
  code:
    | 'no-plan'
    | 'no-such-indicator'
    | 'no-such-agency'
    | 'no-such-period'
    | 'no-such-measure'
    | 'not-assigned'
    | 'no-figure'
    | 'not-loaded';
  found?: string;
}

/** A figure within a sentence is named by its words. */
type InWords<Facts> = {
  [Key in keyof Facts]: Facts[Key] extends FigureSource ? string : Facts[Key];
};

/** Some of several names, and how many more there are. */
export interface FewNames {
  names: readonly string[];
  more: number;
}

/**
 * What the pane says before its other words are loaded: the first screen, its faults, and cells of
 * people's own sheets.
 */
export interface FirstTexts {
  product: string;
  loading: string;
  /** A part of the pane that is fetched when it is wanted. */
  loadingPart: string;
  partNotLoaded(reason: string): string;
  /** An act needs a part of the software that could not be loaded. */
  actNotLoaded: string;
  tryAgain: string;
  /**
   * What can be asked for from the ribbon, by the names of its buttons, and what is said where one
   * does not fit the workbook.
   */
  commands: Record<
    | 'check'
    | 'next-finding'
    | 'mark-checked'
    | 'issue'
    | 'intake'
    | 'chase'
    | 'consolidate'
    | 'sources'
    | 'help',
    string
  >;
  unfit(command: string, kind: 'form' | 'desk' | 'other'): string;
  agree: string;
  failed(reason: string): string;
  /** Beside work that has not moved for a while. */
  perhapsTyping: string;
  readAgain: string;
  /** Sentences for codes Excel reports. */
  excelErrors: Partial<Record<string, string>>;
  /** Of a code that has no sentence. */
  excelError(code: string): string;
  /** Of a form: to check it, how far it is filled, and of what runs. */
  goBack: string;
  cancel: string;
  cancelled: string;
  checkForm: string;
  commonForm: string;
  nextFinding: string;
  undo: string;
  undone: string;
  entered(filled: number, owed: number): string;
  /** Once more without the filter that was in the way, which is put back after. */
  liftFilters: string;
  month: { due(day: string): string };
  help: { title: string };
  selfCheck: { title: string; back: string };
  /** A workbook that is neither a form nor has a plan: whose work begins here. */
  start: { title: string; sender: string; desk: string };
  /** Why a cell with a function of ours shows #N/A. */
  figureGap(gap: FigureGap): string;
}

/** Every text of the pane; a language that lacks one does not compile. */
export interface UiTexts extends FirstTexts {
  /** What official sheets say, in the reader's words. */
  official(text: string): string;
  moment(at: string): string;
  steps: {
    plan: string;
    issue: string;
    intake: string;
    settle: string;
    consolidate: string;
    lock: string;
  };
  /** The head of the pane: the period every step works in, and the next thing of it. */
  month: FirstTexts['month'] & {
    line: string;
    before: string;
    after: string;
    /** A period as a sentence names it: kỳ tháng 3/2024. */
    inSentence(period: Period): string;
    /** Files come for, or forms are issued by, a shorter period than the chosen one. */
    filesOf(period: string): string;
    /** Another part of a longer period: how far it is. */
    /** Under the issuing of forms: to how many. */
    toAgencies(count: number): string;
    part(name: string, taken: number, asked: number, open: number): string;
    formsOf(period: string): string;
    next: {
      locked(period: string): string;
      toPeriod(period: string): string;
      settle(count: number, missing: number): string;
      toSettle(count: number): string;
      issue: string;
      toIssue(count: number): string;
      receive: string;
      toReceive: string;
      chase(count: number): string;
      toChase(count: number): string;
      consolidate(taken: number, asked: number): string;
      toConsolidate(period: string): string;
      lock: string;
      toLock(period: string): string;
    };
    nothingToSettle: string;
  };
  help: FirstTexts['help'] & {
    heading: Record<'form' | 'desk' | 'other', string>;
    steps: Record<'form' | 'desk' | 'other', readonly string[]>;
    /** What is done on each screen. */
    screens: Record<
      'start' | 'form' | 'issue' | 'intake' | 'settle' | 'chase' | 'consolidate' | 'lock',
      { title: string; steps: readonly string[] }
    >;
    support: string;
    version(version: string): string;
  };
  /** Who owes something of the period, and what is written to them. */
  chase: {
    title: string;
    heading(count: number): string;
    /** `contact`: whom to ask there, where the register says it. */
    line(agency: string, reason: string, before: string | null, contact: string | null): string;
    all(count: number): string;
    day: string;
    draft: string;
    table: string;
    note(count: number): string;
    noted(count: number): string;
    made(file: string): string;
    calendar: string;
    calendarHint: string;
  };
  /** What is missing where an act was asked for. */
  needed: { reason: string; choice: string; figure: string; sameAsSigned: string };
  /** The other way than to go on. */
  sample: string;
  noPlan: string;
  choosePlan: string;
  writePlan: string;
  planSummary(number: string, year: number): string;
  planCounts(indicators: number, tasks: number, agencies: number): string;
  checkPlan: string;
  planChecked(counts: DoubtCounts): string;
  planSources: Record<'builtin' | 'appendix' | 'last-year' | 'sample', string>;
  start: FirstTexts['start'] & {
    openForm: string;
    sampleHint: string;
    lastYearHint: string;
    chooseLastYear: string;
  };
  appendixHint: string;
  readAppendix: string;
  /** What was understood of an appendix, shown before it is written. */
  appendix: {
    title: string;
    chooseFile: string;
    counts(indicators: number, targets: number, tasks: number, agencies: number): string;
    columns: string;
    guessed: string;
    /** Of all that will wait for a yes, so many are asked at cells of the appendix. */
    questions(toConfirm: number, atCells: number): string;
    afterWriting: string;
    back: string;
  };
  openDoubts(counts: DoubtCounts): string;
  /** How many points of the plan wait for a yes, where they are confirmed too. */
  waitsForYes(count: number): string;
  toConfirm(count: number): string;
  planYear: string;
  province: string;
  provinceOfDocument: string;
  spans: Record<RegisterSpan, string>;
  planTools: string;
  importRegister: string;
  /** What was replaced, once it is done. */
  registerImported(replaced: { after: number; stay: number }): string;
  /** What is about to be replaced; some names of those that go. */
  registerReplaces(replaced: {
    before: number;
    after: number;
    stay: number;
    gone: readonly string[];
    typedGone: number;
  }): string;
  replaceRegister: string;
  /** Heading of the offices a province may have beside its departments. */
  registerOffices: string;
  registerOfficesHint: string;
  statForm: string;
  addStatForm: string;
  statFormAdded(code: string): string;
  /** The document a form is laid out by, and what follows it. */
  statFormBasis(basis: LegalBasis): string;
  who: string;
  whoMissing: string;
  whoKept: string;
  confirmDoubt: string;
  confirmed: string;
  planFaulty(count: number): string;
  issueTo: string;
  issueTargets: { all(count: number): string; some: string; common: string };
  filterAgencies: string;
  chosenAgencies(count: number): string;
  downloadAgain(file: string): string;
  openInExcel: string;
  downloadHint: string;
  /** How a file reaches the person, and received ones the pane, where Excel lacks a way. */
  files: {
    asked(file: string): string;
    opened(file: string): string;
    copyText(file: string): string;
    elsewhere(file: string): string;
    copyFile(file: string): string;
    fileCopied: string;
    notCopied: string;
    dropNotRead: string;
    dropTooEarly: string;
    noFolder: string;
  };
  planWarnings(counts: DoubtCounts): string;
  planDoubts(counts: DoubtCounts): string;
  doubtHeading(kind: DoubtKind, count: number): string;
  doubtKinds: Record<DoubtKind, string>;
  showMoreDoubts(count: number): string;
  period: string;
  periodName(period: Period): string;
  issueForms: string;
  planPut(name: string): string;
  formsIssued(count: number, file: string): string;
  /** To whom forms went. */
  issueNotes: {
    show: string;
    none: string;
    time(at: string, forms: number, file: string, who: string): string;
    template(version: string): string;
    notNoted(reason: string): string;
  };
  received: string;
  receivedUnknown: string;
  /** How a day is written, in a field that is empty. */
  dayAsWritten: string;
  notADay(text: string): string;
  /**
   * The day files came: asked where it makes them very late, stated of single agencies and of all,
   * before a drop and after.
   */
  receipt: {
    doubtful(day: string, days: number, due: string): string;
    leaveOpen: string;
    isRight: string;
    ofAgency: string;
    fileDay(day: string): string;
    state: string;
    stateAll(count: number): string;
    stateAllAs(day: string): string;
    unknown: string;
    stated(count: number): string;
  };
  drop: string;
  chooseFiles: string;
  chooseFolder: string;
  checking(done: number, total: number, secondsLeft: number | null): string;
  writing: string;
  /** What a drop writes, while it is written. */
  entering(entering: SaidFacts['entering']): string;
  /** The same as a question. */
  /** A workbook of an older format, before it is written in for the first time. */
  older: {
    asked(of: { plan: number | null; ledger: number | null; file: string }): string;
    keep(file: string): string;
    kept(file: string): string;
    goOn: string;
    left(file: string): string;
    raised(file: string): string;
  };
  wouldEnter(entering: SaidFacts['entering']): string;
  enterDrop: string;
  takenIn(
    files: number,
    accepted: number,
    /** Of the accepted ones those with faults, of which only the rest was. */
    partial: number,
    wrong: number,
    waiting: number,
    entered: SaidFacts['entering'],
  ): string;
  nothingDropped: string;
  skipped(files: number): string;
  board: string;
  boardSummary(accepted: number, total: number, missing: number, returned: number): string;
  filters: { all: string; missing: string; waiting: string; returned: string; accepted: string };
  states: Record<HandInState, string>;
  /** The way back from one agency to all. */
  agencies: string;
  versionSaid(version: number, received: string | null, state: HandInState): string;
  order: string;
  orders: Record<'problems' | 'register' | 'name' | 'late', string>;
  levels: Record<'tinh' | 'huyen' | 'xa', string>;
  usual(count: number): string;
  noAgencyFound: string;
  lateDays(days: number): string;
  version(n: number): string;
  notPlaced: string;
  /** A file that says several things of itself is taken as this agency's for this period. */
  takeAs(agency: string, period: string): string;
  /** Beside an agency whose file has just been checked, while others still are. */
  justChecked(errors: number, warnings: number): string;
  showMore(count: number): string;
  noFindings: string;
  errorCount(n: number): string;
  warningCount(n: number): string;
  unreadCells(n: number): string;
  goToCell: string;
  findingsOf(agency: string): string;
  notEntered(count: number): string;
  alike(count: number): string;
  formVerdict(errors: number, warnings: number, causes: number, blanks: number): string;
  /**
   * The pane's own findings: what was understood, what follows from a cause, and what can be done.
   */
  understood(count: number): string;
  followers(count: number): string;
  andMore(count: number): string;
  explained(reason: string): string;
  repair: string;
  choose: string;
  repairAll(count: number): string;
  agreeAll(count: number): string;
  formulaOfForm: string;
  blankCell: string;
  repaired(count: number): string;
  explain: string;
  reason: string;
  confirmWarning: string;
  explainedNow: string;
  stamp: string;
  sameAsSigned: string;
  stamped(mark: string): string;
  notStamped(errors: number): string;
  changedSinceCheck: string;
  /** Excel does not tell of edits. */
  editsNotTold: string;
  /** The cells that were found faulty have a colour in the sheet. */
  coloured: string;
  uncolour: string;
  takeSound: string;
  chooseReading: string;
  readingChosen(cell: string): string;
  notApplicable: string;
  /** What a person decides about versions and figures of the ledger. */
  ledger: {
    waits(version: number): string;
    nothingChanges: string;
    changes(count: number): string;
    cell: string;
    before: string;
    after: string;
    measures: Record<string, string | undefined>;
    effect(indicators: number): string;
    decide: Record<'accepted' | 'returned', string>;
    decided: Record<'accepted' | 'returned', (version: number) => string>;
    decideAgain: Record<Decision['kind'], string>;
    adjust: string;
    document: string;
    enter: string;
    adjusted(row: string): string;
    kindOfRow: string;
    kindsOfRow: Record<'indicator' | 'form' | 'task', string>;
    formRow: string;
    task: string;
    chooseRow: string;
    taskStates: Record<TaskState, string>;
  };
  /** Nhập hộ cả biểu. */
  wholeForm: {
    open: string;
    title: string;
    emptyStays: string;
    /** Rows of a kind, or of the statistics form of this code, of which some are filled. */
    group(of: string, filled: number, count: number): string;
    /** How a day is typed. */
    day: string;
    enter(rows: number): string;
    /** With so many warnings that were seen. */
    enterAsItIs(warnings: number): string;
    found(errors: number, warnings: number): string;
    entered(rows: number): string;
  };
  markedCopy: string;
  /** Of a file that is not at hand any more. */
  markedCopyFrom: string;
  /** The open workbook is a marked copy of this agency's form. */
  isMarkedCopy(agency: string, period: string): string;
  returnMessage: string;
  acceptIncomplete: string;
  consolidate: string;
  consolidated(period: string): string;
  /** The structure of the workbook is protected; `seen`: what was to go out of sight. */
  asTheyStood(seen: readonly string[]): string;
  /** Agencies of whom a blank form was accepted once. */
  blankForms(agencies: string): string;
  coverage(accepted: number, expected: number): string;
  /** Why a figure of before is not made of all it should be; names are shortened to a few. */
  gap(said: {
    of: 'previous' | 'lastYear';
    codes: readonly string[];
    reported: number;
    expected: number;
    notReported: FewNames;
    unmatched: FewNames;
  }): string;
  openTable: string;
  paths: {
    title: string;
    asked(codes: readonly string[], example: string, above: number, below: number): string;
    choices: Record<PathChoice['path'], string>;
    chosen(count: number, path: PathChoice['path']): string;
  };
  /** Which sheets are seen. */
  sheetsSeen: {
    title: string;
    index: string;
    only: string;
    onlyShown: string;
    all: string;
    allShown: string;
  };
  /** Of the tables of a report by their keys; another is called as its sheet. */
  tables: Readonly<Record<string, string>>;
  formTable(form: string, reported: number, expected: number): string;
  statuses: Record<IndicatorStatus, string>;
  indicator: string;
  result: string;
  status: string;
  periods: {
    title: string;
    state: Record<PeriodState, string>;
    by(who: string, at: string): string;
    act: Record<'lock' | 'reopen', string>;
    acted: Record<'lock' | 'reopen', (period: string) => string>;
    isLocked(period: string): string;
    /** Of a longer period that is open itself. */
    partsLocked(periods: readonly string[]): string;
    lockHint: string;
    /** Said before a lock that leaves something out. */
    lockWarning(period: string, missing: number, open: number): string;
    lockAnyway(period: string): string;
    restatedCells(count: number): string;
    checkLocks: string;
    lockIs(period: string, isSame: boolean, missing: readonly string[]): string;
    noLocks: string;
    restated(count: number): string;
    signed: string;
    now: string;
    change: string;
    cause: string;
    causes: Record<RestatementCause, string>;
  };
  sources: {
    title: string;
    look: string;
    /** Excel does not tell what is selected. */
    selectionNotTold: string;
    agency: string;
    value: string;
    from: string;
    none: string;
    /** Why a figure has no file although its agency sent one. */
    notCounted(state: HandInState): string;
    place(sheet: string, cell: string): string;
    notOurs: string;
    noFigure: string;
    lockedOnly: string;
    locked(table: string): string;
    /** The same, where the cell leads to no figure now. */
    lockedNone(table: string): string;
    count(figures: number, numbers: number): string;
    all(count: number): string;
    cut: string;
    previous: string;
    next: string;
    nth(index: number, count: number): string;
    /** No form says the figure of this source. */
    nobody(source: string): string;
    told(grounds: string): string;
    /** The file was not received since the pane was opened. */
    away(file: string): string;
    give: string;
    toFigures: string;
  };
  preview: {
    title: string;
    fresh(tables: string): string;
    again(tables: number, cells: number): string;
    cell: string;
    before: string;
    after: string;
  };
  history: {
    title: string;
    undoLast: string;
    undoAct(what: string): string;
    nothing: string;
    taken(files: number): string;
    entered(agency: string): string;
    confirmed(table: string, code: string, heading: string): string;
    chose(count: number, path: PathChoice['path']): string;
    filled(cells: number, period: string): string;
    /** The last filling of bound tables is kept beside the ledger, and could not be read. */
    fillingNotRead(why: string): string;
    decided(kind: 'accepted' | 'returned', agency: string, version: number): string;
  };
  interrupted(count: number): string;
  strangers(codes: string): string;
  edits: {
    title(count: number): string;
    waysOut: string;
    accept: string;
    accepted(submission: string): string;
    takeBack: string;
    takenBack(count: number): string;
  };
  issuing(done: number, total: number): string;
  severity: { error: string; warning: string; fixed: string };
  /** What this Excel does, tried out (Tự kiểm tra). */
  selfCheck: FirstTexts['selfCheck'] & {
    hint: string;
    start: string;
    running(done: number, total: number): string;
    done(checks: number, unexpected: number): string;
    expected(what: string): string;
    text: string;
    copy: string;
    copied: string;
    checks: Record<SelfCheckId, string>;
  };
  /** The province's own report sheets (Liên kết biểu). */
  ownLayout: {
    title: string;
    hint: string;
    propose: string;
    chooseCell: string;
    preview: string;
    proposed(sheet: string, cells: number): string;
    columnCells(heading: string, cells: number): string;
    columnShows(source: string, label: string, figure: string | null): string;
    /** Of rows and columns, and of single cells. */
    undecided(rows: number, cells: number): string;
    undecidedCell: Record<UndecidedCode, (text: string, codes: string) => string>;
    bind(cells: number): string;
    bound(cells: number): string;
    boundSheet(sheet: string, cells: number): string;
    unbind: string;
    unbound(sheet: string): string;
    row: string;
    scope: string;
    province: string;
    span: string;
    measure: string;
    cellHint: string;
    bindCell: string;
    cellBound(cell: string, label: string, heading: string): string;
    wouldFill(cells: number, sheets: number): string;
    wouldOverwrite(cells: number): string;
    blanks(cells: number): string;
    notFilled(count: number): string;
    keepTyped: string;
    fill: string;
    filled(cells: number, troubles: number): string;
    follow: string;
    followed(cells: number): string;
    trouble: { [Code in TroubleCode]: (facts: InWords<TroubleFacts[Code]>) => string };
  };
  /** What leaves the workbook, is put away, and comes in from another. */
  out: {
    title: string;
    export: string;
    exportHint: string;
    exportAs: Record<'csv' | 'json', string>;
    exported(file: string, submissions: number): string;
    copy: string;
    copyHint: string;
    copyOf(period: string): string;
    copied(file: string): string;
    send: string;
    sendHint: string;
    printSet: string;
    word: string;
    template: string;
    fields: string;
    sent(file: string): string;
    templateLeft(count: number): string;
    templateTroubles: TemplateTroubles;
    lake: string;
    lakeHint: string;
    withNames: string;
    makeLake: string;
    archive: string;
    archiveHint: string;
    archiveOf(period: string): string;
    originalsAtHand(count: number): string;
    originalsGiven(count: number): string;
    archived(file: string, originals: number, absent: number): string;
    absent(count: number): string;
    restore: string;
    restoreHint: string;
    chooseArchive: string;
    restored(submissions: number, originals: number, troubles: number): string;
    troubles(count: number): string;
    openBook: string;
    downloadBook: string;
    submission: string;
    figure: string;
    downloadOriginal: string;
    import: string;
    importHint: string;
    chooseLedger: string;
    preview: Record<'enters' | 'waits' | 'known' | 'superseded', (count: number) => string>;
    nothingToEnter: string;
    waiting(count: number): string;
    refused(count: number): string;
    remarks(count: number): string;
    /** Before what is said of a cell. */
    atCell(sheet: string, cell: string): string;
    enter: string;
    imported(entered: number, waiting: number): string;
  };
}
