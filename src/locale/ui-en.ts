import { counted } from './counted';
import { doubtCounts, doubtHeading, doubtsInWords } from './doubt-words';
import { doubtsEn, troublesEn, wordsEn } from './words-en';
import { officialInEnglish } from './official-en';
import type { SaidFacts } from '../app/acts/said';
import { namedSome } from './some-names';
import type { FewNames, UiTexts } from './ui-texts';
import { INDICATOR_STATUS_EN } from './statuses-en';

function inEntering({ adding, replacing, restoring, keeping }: SaidFacts['entering']): string {
  const parts = [
    adding > 0 && `${adding} added`,
    replacing > 0 && `${replacing} replaced (once accepted)`,
    restoring > 0 && `${restoring} changed by hand, written as their file says`,
    keeping > 0 && `${keeping} as they were`,
  ].filter(Boolean);
  return parts.join(', ') || 'nothing changed';
}

/** What several of Excel's codes mean to a person. */
const NO_ANSWER =
  'Excel has not answered, so it is not known whether this was written. Please press “Reload the workbook”, look, and go on from there';
const TOO_LARGE =
  'more was sent or read at once than this Excel takes. Please open the workbook in Excel on a computer (not on the web) and try again';
const NOT_IN_FRONT = 'another workbook is in front. Please click into this one and try again';
const NOT_HERE =
  'this Excel cannot do what is needed. Please update Excel, or do this on a computer with Microsoft 365';
const GONE =
  'a cell or row is no longer in the workbook. Please press “Reload the workbook” and try again';

export const uiEn: UiTexts = {
  product: 'Tổng Hợp',
  official: officialInEnglish,
  moment: wordsEn.moment,
  loading: 'Reading the workbook…',
  loadingPart: 'Opening…',
  partNotLoaded: (reason) =>
    `This part of the software could not be loaded. Please check the network and try again; if that does not help, close the pane and open it anew. (${reason})`,
  actNotLoaded:
    'What was asked is not finished: a part of the software could not be loaded. Please check the network and press again; if that does not help, there may be a new version: close the pane, open it anew and do it again.',
  tryAgain: 'Try again',
  steps: {
    plan: 'Plan',
    issue: 'Issue',
    intake: 'Intake',
    settle: 'Settle',
    consolidate: 'Consolidate',
    lock: 'Lock',
  },
  month: {
    line: 'Steps of the period',
    before: 'To the period before',
    after: 'To the period after',
    due: (day) => `due ${day}`,
    inSentence: wordsEn.periods.alone,
    filesOf: (period) =>
      `The list is that of ${period}. Files of the other parts can be dropped here too, each enters its own; see another part:`,
    toAgencies: (count) => `to ${count.toLocaleString('en-US')}`,
    part: (name, taken, asked, open) =>
      `${name}: accepted ${taken}/${asked}${open > 0 ? `, ${open} to settle` : ''}`,
    formsOf: (period) => `Forms are issued by ${period}.`,
    next: {
      locked: (period) => `${period} is locked.`,
      toPeriod: (period) => `Go to ${period}`,
      settle: (count, missing) =>
        `${counted(count, 'form')} to settle${missing > 0 ? `, ${missing} ${missing === 1 ? 'agency' : 'agencies'} missing` : ''}.`,
      toSettle: (count) => `Settle ${counted(count, 'form')}`,
      issue: 'No form of this period was taken in yet.',
      toIssue: (count) => `Issue to ${count} ${count === 1 ? 'agency' : 'agencies'}`,
      receive: 'The forms were made; none was taken in yet.',
      toReceive: 'Take in what was received',
      chase: (count) => `${count} ${count === 1 ? 'agency has' : 'agencies have'} sent nothing.`,
      toChase: (count) => `Chase ${count} ${count === 1 ? 'agency' : 'agencies'}`,
      consolidate: (taken, asked) =>
        `${taken} of ${asked} taken in; the newest figures are not consolidated.`,
      toConsolidate: (period) => `Consolidate ${period}`,
      lock: 'The tables agree with the ledger.',
      toLock: (period) => `Lock ${period}`,
    },
    nothingToSettle: 'Nothing waits for a decision.',
  },
  commands: {
    check: 'Check the form',
    'next-finding': 'Next finding',
    'mark-checked': 'Mark as checked',
    issue: 'Issue',
    intake: 'Take in',
    chase: 'Chase',
    consolidate: 'Consolidate',
    sources: 'Sources',
    help: 'Help',
  },
  unfit: (command, kind) =>
    `“${command}” ${
      {
        form: 'is for the consolidating office’s workbook; this workbook is a form of one agency. Please open the workbook with the plan.',
        desk: 'is for a form of one agency; this workbook is the consolidating office’s. Please open the form.',
        other:
          'needs an issued form or a workbook with a plan; this workbook is neither. Please open one, or start a plan in this pane.',
      }[kind]
    }`,
  help: {
    title: 'Help',
    heading: { form: 'Sending a report', desk: 'Consolidating a period', other: 'Where to start' },
    steps: {
      form: [
        'Fill in the light yellow cells of the form; where nothing occurred write “Không phát sinh”.',
        'Press “Check the form”. F8 leads to the next finding.',
        'Fix each error. A right figure with a warning: press “Explain…” and write why.',
        'No errors left: compare with the signed report, press “Mark as checked”, save and send the file.',
      ],
      desk: [
        'Choose the period at the top; it holds for every step.',
        'Issue: make the forms and send them to the agencies.',
        'Intake: choose or drop the received files; each is checked.',
        'Settle: return forms with errors, decide about new versions, choose the right reading of unclear cells.',
        'Consolidate: write the tables. Select a cell of them and look at its sources.',
        'Lock: keep the tables of the period as they are and take in no more.',
      ],
      other: [
        'An agency: open the form you received; this pane knows it by itself.',
        'A consolidating office: choose a built-in plan or read a decision’s appendix into this workbook.',
        'If there is a workbook with the plan: open it and open the pane again.',
      ],
    },
    screens: {
      start: {
        title: 'This workbook has neither a form nor a plan',
        steps: [
          'An agency that reports: open the form you received.',
          'A consolidating office: press “I consolidate”, choose a plan and write it into the workbook.',
          'To look first: choose “A sample to try”.',
        ],
      },
      form: {
        title: 'Check the form',
        steps: [
          'Press “Check the form”; each cause is a card and leads to its cell.',
          '“Repair…” shows what will be written first; “Explain…” is for a right figure with a warning.',
          'No errors left: “Mark as checked”, save the file and send it.',
        ],
      },
      issue: {
        title: 'Issue',
        steps: [
          'Check the plan; each point leads to its cell.',
          'Issue to all, to some agencies, or one form for all.',
          'Press “Issue forms”, save the .zip and send each agency its form.',
        ],
      },
      intake: {
        title: 'Intake',
        steps: [
          'Enter the day of receipt if you know it; left blank, no file counts as late.',
          'Choose files or a folder, or drop them; each is checked, and none is changed.',
          'Look at the submission status; an agency opens as a page.',
        ],
      },
      settle: {
        title: 'Settle',
        steps: [
          'A form with errors: download a marked copy and the message to return it with.',
          'A new version: see which cells change, then accept or return it with a reason.',
          'An unclear cell: choose the right figure. Told by telephone: enter or adjust it.',
        ],
      },
      chase: {
        title: 'Chase',
        steps: [
          'Choose whom to remind; each line says why.',
          'Copy the text, download a draft or the list.',
          'Note who was reminded, so that it is seen the next time.',
        ],
      },
      consolidate: {
        title: 'Consolidate',
        steps: [
          'Press “Preview” to see which cells change, then “Consolidate”.',
          'Select a cell of a table and look at its sources: agency, file, cell.',
          'n/N: n of N reports that are asked for came; until all did, nothing is judged.',
        ],
      },
      lock: {
        title: 'Lock',
        steps: [
          'Lock the period once its tables are right; they are kept in the sheets “Khóa …”.',
          'Nothing more is taken in then; open the period again to correct something.',
          'What changed after a lock is in sheet “Số liệu điều chỉnh”.',
        ],
      },
    },
    version: (version) => `Version ${version}`,
    support:
      'If something is wrong: press “Self-check”, copy the result and send it to your administrator with a picture.',
  },
  figureGap: ({ code, found = '' }) =>
    ({
      'no-plan': 'This workbook has no plan.',
      'no-such-indicator': `The plan has no indicator “${found}”.`,
      'no-such-agency': `The register has no agency “${found}”, or several of that name; please write its code.`,
      'no-such-period': `“${found}” is no period of the plan; such as 2024-03 or 2024-Q1.`,
      'no-such-measure': `There is no measure “${found}”; there are value, numerator, denominator, cumulative, previous.`,
      'not-assigned': 'This indicator is not assigned to the agency in the period.',
      'no-figure': 'No figure counts in this period yet.',
      'not-loaded':
        'What calculates the figures could not be loaded. Please check the network, then press F2 and Enter in this cell.',
    })[code],
  chase: {
    title: 'Chase',
    heading: (count) => (count === 0 ? 'Nobody is left to chase.' : `To chase: ${count}`),
    line: (agency, reason, before, contact) =>
      `${agency}: ${reason}${before ? ` (reminded on ${before})` : ''}${contact ? ` – contact: ${contact}` : ''}`,
    all: (count) => `Show all ${counted(count, 'agency', 'agencies')}`,
    day: 'Asked for by the end of',
    draft: 'Download a draft (.eml)',
    table: 'Download the list (.xlsx)',
    note: (count) => `Note that ${counted(count, 'was', 'were')} reminded`,
    noted: (count) =>
      `${counted(count, 'reminder was', 'reminders were')} noted in the sheet “Đôn đốc”.`,
    made: (file) => `${file} was made.`,
    calendar: 'Download the due dates (.ics)',
    calendarHint:
      'The due dates of every period of the plan, for Outlook or a phone; a reminder a day before.',
  },
  needed: {
    reason: 'Please write the reason.',
    choice: 'Please choose.',
    figure: 'Please enter the figure.',
    sameAsSigned: 'Please compare with the signed report and tick this box.',
  },
  goBack: 'Back',
  sample: 'SAMPLE FIGURES',
  noPlan:
    'This workbook has no plan yet. Please choose a built-in one, or read the appendix of a decision.',
  choosePlan: 'Built-in plans',
  writePlan: 'Write the plan into the workbook',
  planSummary: (number, year) => `${number} – ${year}`,
  planCounts: (indicators, tasks, agencies) =>
    `${counted(indicators, 'indicator')}, ${counted(tasks, 'task')}, ${counted(agencies, 'reporting agency', 'reporting agencies')}`,
  checkPlan: 'Check the plan',
  planChecked: (counts) =>
    `The plan was checked: ${doubtsInWords(counts, doubtsEn) || 'nothing to look at'}.`,
  planSources: {
    builtin: 'Choose from the list',
    appendix: 'Read an appendix',
    'last-year': 'Last year’s workbook',
    sample: 'A sample to try',
  },
  start: {
    title: 'Where to start',
    sender: 'I send reports',
    desk: 'I consolidate',
    openForm:
      'Please open the form your consolidating office sent; it is known by itself. If you have none, please ask that office.',
    sampleHint:
      'A made-up plan of a made-up province, to try every step; it is nobody’s. Please use a workbook of its own.',
    lastYearHint:
      'The plan, register, indicators, targets and tasks of that workbook are copied into this one; its figures are not. Please change the year, targets and deadlines then, and check the plan.',
    chooseLastYear: 'Choose last year’s workbook…',
  },
  appendixHint:
    'Paste the table of the decision’s appendix into a sheet, open that sheet and press “Read the appendix”; or choose the decision’s .docx itself. What was read is shown first and not written yet.',
  readAppendix: 'Read the appendix',
  appendix: {
    title: 'What was read from the appendix',
    chooseFile: 'Choose a .docx or a workbook',
    counts: (indicators, targets, tasks, agencies) =>
      `${counted(indicators, 'indicator')}, ${counted(targets, 'target')}, ${counted(tasks, 'task')}, ${counted(agencies, 'agency', 'agencies')}. Nothing has been written yet.`,
    columns: 'Each column is understood as',
    guessed: 'Guessed from what is below it. Please check.',
    questions: (toConfirm, atCells) =>
      toConfirm === 0
        ? 'Nothing waits to be confirmed.'
        : `${toConfirm} points to confirm, of which ${atCells} are unclear places of the appendix:`,
    afterWriting:
      'What is to be confirmed goes to the sheet Xác nhận; until somebody confirms them nothing is judged by them.',
    back: 'Choose again',
  },
  openDoubts: (counts) => `The plan has ${doubtsInWords(counts, doubtsEn)}. Please check the plan.`,
  waitsForYes: (count) => `The plan has ${counted(count, 'point', 'points')} to be confirmed.`,
  toConfirm: (count) => `See ${counted(count, 'point', 'points')} to be confirmed`,
  planYear: 'Year of the plan (blank: as in the appendix)',
  province: 'Province',
  provinceOfDocument: 'As the document names it',
  spans: {
    'from-2025-07-01': 'Since 01/7/2025',
    'across-2025': 'The year 2025 (before and after 01/7)',
    'to-2025-06-30': 'Before 01/7/2025',
  },
  planTools: 'Register, statistics forms',
  importRegister: 'Import the register',
  registerImported: ({ after, stay }) =>
    `Wrote ${counted(after, 'agency', 'agencies')} to the sheet “Đơn vị”; ${stay} of them stood there before. Please check the plan.`,
  registerReplaces: ({ before, after, stay, gone, typedGone }) =>
    `The register of ${counted(before, 'agency', 'agencies')} will be replaced by one of ${after}: ${stay} stay under their code (under the same name with contacts and identifiers), ${gone.length} are no longer in it: ${namedSome(gone)}.` +
    (typedGone > 0
      ? ` Contacts and identifiers of ${counted(typedGone, 'agency that goes or has another name', 'agencies that go or have another name')} are lost.`
      : ''),
  replaceRegister: 'Replace the register',
  registerOffices: 'Other offices of the province',
  registerOfficesHint:
    'Choose those the province has. A chosen office is one of “các sở, ban, ngành cấp tỉnh”; rows it is not given are said in the sheet “Phân công”.',
  statForm: 'Statistics form',
  statFormBasis: wordsEn.basis,
  addStatForm: 'Add the form',
  statFormAdded: (code) => `Added form ${code} to the sheet Biểu thống kê; please adapt its rows.`,
  who: 'Your name (as you state it)',
  whoMissing: 'Please write your name.',
  whoKept: 'The name is remembered at this machine.',
  confirmDoubt: 'Confirm',
  confirmed: 'The confirmation is in the sheet Xác nhận.',
  planFaulty: (count) =>
    `The plan has ${counted(count, 'error')}; nothing can be issued, received or consolidated yet.`,
  issueTo: 'Issue to',
  issueTargets: {
    all: (count) => `All ${counted(count, 'agency', 'agencies')}`,
    some: 'Choose agencies…',
    common: 'One form for all (the sender picks the agency)',
  },
  filterAgencies: 'Find an agency',
  chosenAgencies: (count) => `${counted(count, 'agency', 'agencies')} chosen`,
  downloadAgain: (file) => `Download ${file} again`,
  openInExcel: 'Open in Excel',
  downloadHint: 'Where downloads are blocked: choose one agency and press “Open in Excel”.',
  files: {
    asked: (file) =>
      `The machine was asked to save ${file}; the pane cannot see whether it did. Please look in Downloads; if it is not there:`,
    opened: (file) =>
      `Excel for Mac cannot save files from the pane, so ${file} is opened as a new workbook. Please save it under that name; if you do not see it:`,
    copyText: (file) =>
      `Excel for Mac cannot save files from the pane. Please copy all of the text below into a UTF-8 text file named ${file}`,
    elsewhere: (file) =>
      `Excel for Mac saves no files from the pane. For ${file}: open this workbook in Excel on the web or for Windows and do it there; or on this machine, press the button below.`,
    copyFile: (file) => `Copy ${file} to the clipboard`,
    fileCopied:
      'Copied. Please open Terminal, paste this line and press Enter; the file is in the folder Downloads: ',
    notCopied: 'The pane is not given the clipboard. Please use Excel on the web or for Windows.',
    dropNotRead:
      'Excel did not hand over what was dropped. Please press “Choose files…” and choose the files.',
    dropTooEarly:
      'Something else is running, so what was dropped was not taken. Please drop it again when that is done.',
    noFolder:
      'Excel for Mac cannot choose folders: press “Choose files…” and take all files of the folder (⌘A), or a .zip of it.',
  },
  planWarnings: (counts) => ` The plan has ${doubtsInWords(counts, doubtsEn)}; check the plan.`,
  planDoubts: (counts) => doubtCounts(counts, doubtsEn),
  doubtHeading: (kind, count) => doubtHeading(kind, count, doubtsEn),
  doubtKinds: doubtsEn.kinds,
  showMoreDoubts: (count) => `Show ${count} more`,
  periodName: wordsEn.periods.alone,
  period: 'Period',
  issueForms: 'Issue forms',
  planPut: (name) => `The plan “${name}” is in the workbook.`,
  formsIssued: (count, file) => `${counted(count, 'form')} made in ${file}.`,
  issueNotes: {
    show: 'To whom forms went, and when',
    none: 'No form of this period was issued from this workbook.',
    time: (at, forms, file, who) =>
      `${at}: ${forms} agencies, ${file}${who === '' ? '' : ` (${who})`}`,
    template: (version) => `template version ${version}`,
    notNoted: (reason) => `That they were issued could not be noted: ${reason}`,
  },
  received: 'Received on',
  dayAsWritten: 'dd/mm/yyyy',
  notADay: (text) => `“${text}” is no date. Please write it as 20/9/2024.`,
  receivedUnknown: 'Not known: no file counts as late.',
  receipt: {
    doubtful: (day, days, due) =>
      `Received on ${day}, the files of this period are ${counted(days, 'day')} late (due ${due}). Did they really come on that day?`,
    leaveOpen: 'Take in, day not known',
    isRight: 'Yes, take in with this day',
    ofAgency: 'The file of this agency came on',
    fileDay: (day) => `The file’s own date: ${day} (only a hint).`,
    state: 'Enter the day',
    stateAll: (count) => `Correct the day of ${counted(count, 'file')} taken in`,
    stateAllAs: (day) => `Enter for every file of the period: ${day}`,
    unknown: 'not known',
    stated: (count) =>
      `The day of ${count} ${count === 1 ? 'submission' : 'submissions'} was entered.`,
  },
  drop: 'Drop the received files here (folders and .zip too)',
  chooseFiles: 'Choose files…',
  chooseFolder: 'Choose a folder…',
  checking: (done, total, left) =>
    `Checking ${done} of ${total} files${left === null ? '' : `, about ${left} s left`}`,
  writing: 'Writing to the workbook…',
  entering: (entering) => `Writing to the ledger: ${inEntering(entering)}…`,
  older: {
    asked: ({ plan, ledger, file }) =>
      `This workbook was written by an older version of the software (${[
        plan === null ? '' : `plan of format ${plan}`,
        ledger === null ? '' : `ledger of format ${ledger}`,
      ]
        .filter(Boolean)
        .join(
          ', ',
        )}). Once it is written in, older versions cannot open it. A copy of it as it is (figures and formulas) is saved first, in ${file}.`,
    keep: (file) => `Save the copy ${file}`,
    kept: (file) =>
      `The machine was asked to save the copy ${file}; please look in Downloads, or save the workbook just opened under that name. Press “I have the copy, go on” once it is there; if it is not, press “Back”: the workbook is as it was.`,
    goOn: 'I have the copy, go on',
    left: (file) =>
      `Nothing was written: the workbook is of its old format still. The copy asked for: ${file}.`,
    raised: (file) =>
      `The workbook is of the new format now; older versions cannot open it. As it was before: ${file}.`,
  },
  wouldEnter: (entering) =>
    `To be written to the ledger: ${inEntering(entering)}. Please check before it is written.`,
  enterDrop: 'Write them',
  cancel: 'Stop',
  cancelled: 'Stopped; nothing was written.',
  takenIn: (files, accepted, partial, wrong, waiting, entered) =>
    `${counted(files, 'file')} checked: ${accepted} accepted` +
    (partial > 0 ? ` (${partial} without the part that has errors, still to correct)` : '') +
    (partial > 0 && wrong === 0 ? '.' : `, ${wrong} to correct.`) +
    ` Ledger: ${inEntering(entered)}.` +
    (waiting > 0 ? ` ${waiting} submitted again, waiting to be accepted.` : ''),
  nothingDropped: 'There is no file to take in among what was chosen. Please check the folder.',
  skipped: (files) =>
    `${counted(files, 'file')} left out that are no submissions (lock, system or hidden files).`,
  board: 'Submission status',
  boardSummary: (accepted, total, missing, returned) =>
    `Accepted ${accepted}/${total}; not submitted ${missing}; returned ${returned}`,
  filters: {
    all: 'All',
    missing: 'Not submitted',
    waiting: 'Submitted again',
    returned: 'Returned',
    accepted: 'Accepted',
  },
  states: {
    accepted: 'Accepted',
    partial: 'Accepted in part',
    waiting: 'Submitted again, waiting',
    returned: 'Returned',
    missing: 'Not submitted',
    incomplete: 'Not for every period',
  },
  agencies: 'All agencies',
  versionSaid: (version, received, state) =>
    `Version ${version}${received ? `, received ${received}` : ''}: ${uiEn.states[state].toLowerCase()}`,
  order: 'Order',
  orders: {
    problems: 'To look at first',
    register: 'As in the register',
    name: 'By name',
    late: 'The latest first',
  },
  levels: { tinh: 'Departments', huyen: 'Districts', xa: 'Communes' },
  usual: (count) => `${counted(count, 'agency', 'agencies')} with nothing to look at`,
  noAgencyFound: 'There is no such agency.',
  lateDays: (days) => `${counted(days, 'day')} late`,
  version: (n) => `version ${n}`,
  notPlaced: 'Files that could not be taken in',
  takeAs: (agency, period) => `Take as ${agency}, ${period}`,
  justChecked: (errors, warnings) =>
    errors > 0
      ? `just checked: ${counted(errors, 'error')}`
      : warnings > 0
        ? `just checked: ${counted(warnings, 'warning')}`
        : 'just checked: no errors',
  showMore: (count) => `Show ${counted(count, 'more file')}`,
  noFindings: 'No errors or warnings.',
  errorCount: (n) => counted(n, 'error'),
  warningCount: (n) => counted(n, 'warning'),
  unreadCells: (n) => `${n} unclear ${n === 1 ? 'cell' : 'cells'}`,
  goToCell: 'Go to the cell',
  findingsOf: (agency) => `Findings of ${agency}`,
  checkForm: 'Check the form',
  commonForm: 'Form for all',
  nextFinding: 'Next finding',
  entered: (filled, owed) => `${filled} of ${owed} cells entered`,
  notEntered: (count) => `${counted(count, 'cell')} not entered yet`,
  alike: (count) => `${counted(count, 'place')} of one kind`,
  formVerdict: (errors, warnings, causes, blanks) => {
    const left = [
      counted(warnings, 'warning'),
      blanks > 0 && `${counted(blanks, 'cell')} not entered`,
    ]
      .filter(Boolean)
      .join(', ');
    if (errors > 0)
      return `${counted(errors, 'error')} to fix${causes < errors ? ` (from ${counted(causes, 'cause')})` : ''}, ${left}.`;
    return warnings + blanks > 0
      ? `Can be sent; ${warnings > 0 ? left : `${counted(blanks, 'cell')} not entered`} to look at first.`
      : 'No errors – ready to send.';
  },
  understood: (count) =>
    `${counted(count, 'point was', 'points were')} handled by the software, nothing to do`,
  followers: (count) => `${counted(count, 'more point', 'more points')} of the same cause`,
  andMore: (count) => `… and ${count} more`,
  explained: (reason) => `Explained: ${reason}`,
  repair: 'Repair…',
  choose: 'Choose…',
  repairAll: (count) => `Repair all ${count} of this kind…`,
  agree: 'Agree',
  agreeAll: (count) => `Agree to repair ${counted(count, 'cell')}`,
  formulaOfForm: 'the formula of the form',
  blankCell: '(blank)',
  repaired: (count) =>
    `${counted(count, 'cell was', 'cells were')} repaired and logged in sheet Nhật ký sửa.`,
  explain: 'Explain…',
  reason: 'Reason',
  confirmWarning: 'Confirm the warning',
  explainedNow: 'The reason is in sheet Giải trình and goes with the figures to the report.',
  stamp: 'Mark as checked',
  sameAsSigned: 'The figures are those of the report that was (or will be) signed',
  stamped: (mark) => `Written: ${mark}. Please save the file and send it.`,
  notStamped: (errors) =>
    `Not marked as checked yet: ${counted(errors, 'error is', 'errors are')} left.`,
  coloured: 'The cells that need attention are coloured in the sheet until the next check.',
  uncolour: 'Remove the colours',
  changedSinceCheck: 'The form has changed since it was checked. Please check it again.',
  editsNotTold:
    'Excel does not tell the pane of edits. After an edit, please press “Check the form” again before marking it.',
  takeSound: 'Accept the part without errors',
  chooseReading: 'The right figure',
  readingChosen: (cell) => `The right figure of ${cell} is in the ledger.`,
  notApplicable: 'Nothing occurred',
  ledger: {
    waits: (version) => `Submitted again (version ${version}), waiting for a decision`,
    nothingChanges: 'The new version changes no figure.',
    changes: (count) =>
      `${counted(count, 'cell differs', 'cells differ')} from the figures in force`,
    cell: 'Indicator, cell',
    before: 'In force',
    after: 'New version',
    measures: {
      numerator: 'Numerator',
      denominator: 'Denominator',
      value: 'Result',
      status: 'Status',
      date: 'Date done',
      text: 'Text',
      difficulty: 'Difficulties',
    },
    effect: (indicators) =>
      indicators === 0
        ? 'No total of the period changes.'
        : `If accepted, ${counted(indicators, 'total of the province changes', 'totals of the province change')}:`,
    decide: { accepted: 'Accept', returned: 'Return' },
    decided: {
      accepted: (version) => `Version ${version} is accepted and counts from now on.`,
      returned: (version) => `Version ${version} is returned and does not count.`,
    },
    decideAgain: {
      returned: 'Return the accepted version…',
      accepted: 'Accept the returned version after all…',
    },
    adjust: 'Enter or adjust a figure…',
    document: 'Document number',
    enter: 'Enter in the ledger',
    adjusted: (row) => `What was entered of ${row} counts; its reason goes with it to the report.`,
    kindOfRow: 'Kind of figure',
    kindsOfRow: { indicator: 'Indicator', form: 'Row of a statistics form', task: 'Task' },
    formRow: 'Row of the form',
    task: 'Task',
    chooseRow: '(choose)',
    taskStates: { done: 'Done', 'in-progress': 'In progress', 'not-started': 'Not started' },
  },
  wholeForm: {
    open: 'Enter the whole form…',
    title: 'Enter the whole form',
    emptyStays:
      'Type as in the agency’s form. What is left empty stays as it counts now (shown faintly).',
    group: (of, filled, count) =>
      `${of === 'indicator' ? 'Indicators' : of === 'task' ? 'Tasks' : `Form ${of}`}: ${filled}/${count} rows entered`,
    day: 'day/month/year',
    enter: (rows) =>
      rows === 0 ? 'Enter in the ledger' : `Enter ${counted(rows, 'row')} in the ledger`,
    enterAsItIs: (warnings) =>
      `The figures are right: enter them with ${counted(warnings, 'warning')}`,
    found: (errors, warnings) =>
      errors > 0
        ? `Not entered: ${counted(errors, 'error')} to fix${warnings > 0 ? `, ${counted(warnings, 'warning')}` : ''}. Please fix what is named at its row and enter again.`
        : `Not entered yet: ${counted(warnings, 'warning')} to look at, each at its row. If the figures are right, please press again.`,
    entered: (rows) =>
      `${counted(rows, 'row')} entered; the reason goes with the figures to the report.`,
  },
  markedCopy: 'Download a marked copy',
  markedCopyFrom: 'Download a marked copy (choose the original or the archive)…',
  isMarkedCopy: (agency, period) =>
    `This is a marked copy of the form of ${agency || 'an agency'}${period ? `, ${period}` : ''}: please fix the agency's own file and send that; this one is only for reading.`,
  returnMessage: 'Message to the agency',
  acceptIncomplete:
    'Close the period although agencies are missing (judge incomplete indicators too)',
  consolidate: 'Consolidate',
  consolidated: (period) => `${period} consolidated; the tables are in the workbook.`,
  asTheyStood: (seen) =>
    `The structure of the workbook is protected: the figures are in the sheets that were there; ${seen.length > 0 ? `still in sight: ${seen.map((name) => `“${name}”`).join(', ')}` : 'no sheet was hidden or shown'}. To arrange them, please unprotect it (tab Review, button Protect Workbook) and press “Show this period’s tables only”.`,
  blankForms: (agencies) =>
    `Blank forms accepted earlier, now counted as not reported: ${agencies}. Please ask for them again.`,
  gap: ({ of, codes, reported, expected, notReported, unmatched }) => {
    const why = [
      ...fewNames('no figure from', notReported),
      ...fewNames('nothing in that period to compare with for', unmatched),
    ].join('; ');
    const word = of === 'previous' ? 'The period before' : 'The same period of last year';
    return `${word} has ${reported} of ${expected} reports (${codes.join(', ')})${why ? `; ${why}` : ''}.`;
  },
  coverage: (accepted, expected) => `Accepted from ${accepted}/${expected} agencies`,
  paths: {
    title: 'Two paths of reporting',
    asked: (codes, example, above, below) =>
      `${codes.join(', ')}: “${example}”${above > 1 ? ` and ${above - 1} others` : ''} report it, and so do ${below} agencies under them. Please choose whose figures count in this period; the workbook keeps who chose.`,
    choices: {
      above: 'Count those above',
      below: 'Count those below',
      both: 'Count both (each has figures of its own)',
    },
    chosen: (count, path) =>
      `The choice for ${counted(count, 'row')} is in sheet “Chọn đường báo cáo”: ${path === 'both' ? 'both count' : path === 'above' ? 'those above count' : 'those below count'}. Please consolidate again.`,
  },
  openTable: 'Open the table',
  sheetsSeen: {
    title: 'Sheets in sight',
    index: 'Open the index “Mục lục”',
    only: 'Show this period’s tables only',
    onlyShown: 'Tables of other periods and working sheets are hidden.',
    all: 'Show all sheets',
    allShown: 'All sheets of the workbook are shown.',
  },
  tables: {
    indicators: 'Indicators',
    tasks: 'Tasks',
    handIn: 'Submissions',
    matrix: 'By agency',
    explanations: 'Explanations',
    notCounted: 'Not counted',
    reconciliation: 'Compared',
    narratives: 'Difficulties',
    charts: 'Charts',
    figures: 'Source figures',
  },
  formTable: (form, reported, expected) => `Form ${form} (${reported}/${expected})`,
  statuses: INDICATOR_STATUS_EN,
  indicator: 'Indicator',
  result: 'Result',
  status: 'Status',
  periods: {
    title: 'State of the period',
    state: {
      'not-open': 'Not open yet',
      open: 'Open',
      closed: 'Figures closed',
      consolidating: 'Being consolidated',
      locked: 'Locked',
      reopened: 'Open again',
    },
    by: (who, at) => `${who || 'no name given'}, ${wordsEn.moment(at)}`,
    act: { lock: 'Lock the period', reopen: 'Open the period again' },
    acted: {
      lock: (period) => `${period} is locked; its tables are kept in the sheets “Khóa …”.`,
      reopen: (period) => `${period} is open again; the locked tables stay as they were.`,
    },
    isLocked: (period) => `${period} is locked: no more files are taken in.`,
    partsLocked: (periods) =>
      `${periods.join(', ')} ${periods.length === 1 ? 'was locked by itself' : 'were locked by themselves'}: open that period again to correct it.`,
    lockHint:
      'Locking keeps the tables as values with a check code; after it no more files are taken in.',
    lockWarning: (period, missing, open) =>
      `Locking ${period} while ${[missing > 0 && `${missing} ${missing === 1 ? 'agency has' : 'agencies have'} not submitted`, open > 0 && `${open} ${open === 1 ? 'form waits' : 'forms wait'} for a decision`].filter(Boolean).join(' and ')}: what they say is not in the locked tables, and nothing more is taken in until the period is reopened.`,
    lockAnyway: (period) => `Lock ${period} all the same`,
    restatedCells: (count) =>
      `${counted(count, 'cell')} of locked tables changed since; each with its cause in sheet “Số liệu điều chỉnh”.`,
    checkLocks: 'Check the locked tables',
    lockIs: (period, isSame, missing) =>
      missing.length > 0
        ? `${period}: sheet ${missing.join(', ')} is gone.`
        : isSame
          ? `${period}: as it was locked.`
          : `${period}: a locked table was changed afterwards.`,
    noLocks: 'No period is locked.',
    restated: (count) =>
      `${counted(count, 'figure has', 'figures have')} changed since the period was locked (sheet Số liệu điều chỉnh):`,
    signed: 'Locked',
    now: 'Now',
    change: 'Difference',
    cause: 'Cause',
    causes: {
      figures: 'The figures changed',
      method: 'The way of computing changed',
      either: 'The figures or the way of computing changed',
    },
  },
  sources: {
    title: 'Sources of the selected cell',
    look: 'Look at the selected cell',
    selectionNotTold:
      'Excel does not tell which cell is selected. Please select a cell and press “Look at the selected cell”.',
    agency: 'Agency, period',
    value: 'Figure',
    from: 'File, sheet, cell; version; state',
    none: '(nothing sent)',
    notCounted: (state) => `(${uiEn.states[state].toLowerCase()}: not counted)`,
    place: (sheet, cell) => `${sheet}, cell ${cell}`,
    notOurs: 'This cell takes nothing from the ledger.',
    noFigure: 'This cell of the table is text or a count, not added up from figures.',
    lockedOnly:
      'A locked table holds values only, and the table of now has no such row and column: no sources can be told.',
    locked: (table) =>
      `A locked table holds values only. These are the sources of the same cell of “${table}” now:`,
    lockedNone: (table) =>
      `A locked table holds values only; the same cell of “${table}” is added up from no agency’s figures now.`,
    count: (figures, numbers) => `${counted(figures, 'source')}, ${numbers} with a figure`,
    all: (count) => `Show all ${count} sources`,
    cut: 'There are more sources: please select a cell with fewer.',
    previous: 'Previous',
    next: 'Next',
    nth: (index, count) => `source ${index} of ${count}`,
    nobody: (source) => `${source}: no form that is counted says this figure.`,
    told: (grounds) => `This figure comes from no file: ${grounds}.`,
    away: (file) =>
      `“${file}” was received before the pane was opened. To see it at its cell, please open the original or the archive of the period.`,
    give: 'Open the original or the archive…',
    toFigures: 'Go to its row of figures',
  },
  preview: {
    title: 'Preview',
    fresh: (tables) => `Written new: ${tables}.`,
    again: (tables, cells) =>
      cells === 0
        ? `${counted(tables, 'table is', 'tables are')} made again, no cell changes.`
        : `${counted(tables, 'table is', 'tables are')} made again in place, ${counted(cells, 'cell changes', 'cells change')}:`,
    cell: 'Row, column',
    before: 'Now',
    after: 'Then',
  },
  history: {
    title: 'History',
    undoLast: 'Undo the last action',
    undoAct: (what) => `Undo: ${what}`,
    nothing: 'Nothing was done yet.',
    taken: (files) => `${counted(files, 'submission')} taken in`,
    entered: (agency) => `Figures entered for ${agency}`,
    confirmed: (table, code, heading) => `Plan confirmed: “${table}”, ${code}, “${heading}”`,
    chose: (count, path) =>
      `Path chosen for ${counted(count, 'row')}: ${path === 'both' ? 'both count' : path === 'above' ? 'those above count' : 'those below count'}`,
    filled: (cells, period) => `Bound tables filled: ${period}, ${counted(cells, 'cell')}`,
    fillingNotRead: (why) =>
      `The last filling of bound tables could not be read and is not listed here. ${why}`,
    decided: (kind, agency, version) =>
      `${kind === 'accepted' ? 'Accepted' : 'Returned'} version ${version} of ${agency}`,
  },
  undo: 'Undo',
  undone: 'Undone.',
  liftFilters: 'Clear the filter, try again, then filter as before',
  failed: (reason) => `Could not be done: ${reason}`,
  interrupted: (count) =>
    `${counted(count, 'submission')} without all rows in the ledger (a write was ended, or rows were deleted), not counted; please take the files in again.`,
  strangers: (codes) =>
    `The ledger has submissions of agencies no longer in the register (${codes}); they do not count.`,
  edits: {
    title: (count) =>
      `${counted(count, 'place of the ledger is', 'places of the ledger are')} not what was entered:`,
    waysOut:
      'Figures and submissions that were changed: please type back what was there, take in the very file again (step Intake), restore it from an archive (step Consolidate), or accept it as an adjustment with a reason.',
    accept: 'Accept as an adjustment',
    accepted: (submission) => `What was changed of ${submission} is an adjustment now.`,
    takeBack: 'Restore what was changed by hand',
    takenBack: (count) =>
      `${counted(count, 'submission was', 'submissions were')} restored from the archive.`,
  },
  issuing: (done, total) => `Making form ${done}/${total}`,
  perhapsTyping:
    'Excel has not answered yet: if a cell is being edited, please press Enter or Esc.',
  readAgain: 'Reload the workbook',
  excelErrors: {
    AccessDenied:
      'Excel does not let it be written: a sheet or the structure of the workbook is protected. Please unprotect it (tab Review) and try again',
    BadPassword:
      'a sheet is protected with a password. Please ask who set it to unprotect the sheet and try again',
    FilteredRangeConflict:
      'a sheet is filtered. Please clear the filter (tab Data, button Clear) and try again',
    InsertDeleteConflict:
      'rows can be neither put in nor taken out, for merged cells or a table of Excel lie across them. Please unmerge the cells, or move the table, and try again',
    NonBlankCellOffSheet:
      'rows cannot be put in, for the last row of the sheet holds something. Please clear the end of the sheet (Ctrl+End) and try again',
    InvalidArgument:
      'Excel did not take something it was sent (a cell, an area or a formula beyond what this workbook can). The workbook is as before; please press “Reload the workbook” and try again',
    InvalidOperation:
      'Excel cannot do this with the sheet as it is now (it is hidden, or the last one that is shown). Please unhide it and try again',
    InvalidRequestContext:
      'Excel has lost touch with this pane. Please close the pane and open it again from the ribbon',
    InvalidOperationInCellEditMode:
      'a cell of the sheet is being edited. Please press Enter (or Esc where Excel does not take what was typed) and try again',
    ItemNotFound: 'a sheet is no longer in the workbook. Please press “Reload the workbook”',
    ItemAlreadyExists: 'a sheet of that name exists. Please rename it and try again',
    RowsMoved: 'the rows were sorted or edited since, so they cannot be undone automatically',
    ActivityLimitReached: 'Excel is busy. Please wait a moment and try again',
    InvalidOrTimedOutSession: NO_ANSWER,
    ConnectionFailure: NO_ANSWER,
    RequestAborted: NO_ANSWER,
    ServiceNotAvailable: NO_ANSWER,
    Timeout: NO_ANSWER,
    RangeExceedsLimit: TOO_LARGE,
    RequestPayloadSizeLimitExceeded: TOO_LARGE,
    ResponsePayloadSizeLimitExceeded: TOO_LARGE,
    InactiveWorkbook: NOT_IN_FRONT,
    InvalidSelection: NOT_IN_FRONT,
    ApiNotAvailable: NOT_HERE,
    ApiNotFound: NOT_HERE,
    NotImplemented: NOT_HERE,
    UnsupportedOperation: NOT_HERE,
    InvalidReference: GONE,
    Conflict:
      'somebody else has just written into the workbook. Please press “Reload the workbook” and try again',
    EmptyChartSeries: 'a chart of the workbook has no figures. Please delete it and try again',
    FormulaLengthExceedsLimit:
      'a formula is longer than Excel takes. Please make what it adds up smaller and try again',
    MergedRangeConflict:
      'a table of Excel lies over merged cells or another table. Please unmerge the cells, or move the table, and try again',
    UnsupportedSheet: 'what is needed is a chart or macro sheet. Please rename it and try again',
    WriteNotSupportedWhenModalDialogOpen: 'Excel shows a dialog. Please close it and try again',
    GeneralException: 'Excel could not do it. The workbook is as before; please try again',
  },
  excelError: (code) =>
    `Excel answered ${code}. Please press “Reload the workbook”, look whether this was written, and try again; if it stays so, please send this line to your support`,
  severity: { error: 'Error', warning: 'Warning', fixed: 'Note' },
  selfCheck: {
    title: 'Self-check',
    hint: 'Tries how Excel works on this machine, on a hidden sheet of its own that is deleted afterwards. The figures of the workbook are neither read nor changed; nothing is sent. What was done before can no longer be undone by Ctrl+Z.',
    start: 'Start',
    back: 'Back',
    running: (done, total) => `Trying ${done}/${total}`,
    done: (checks, unexpected) =>
      unexpected === 0
        ? `${counted(checks, 'thing was', 'things were')} tried, none is other than expected.`
        : `${counted(checks, 'thing was', 'things were')} tried, ${counted(unexpected, 'is', 'are')} other than expected. Please copy the result and send it to whoever supports you.`,
    expected: (what) => `expected: ${what}`,
    text: 'The result, to be sent back',
    copy: 'Copy',
    copied: 'Copied.',
    checks: {
      program: 'Excel and operating system',
      sets: 'Requirement sets',
      languages: 'Languages of display, content',
      theme: 'Theme as Excel tells it',
      region: 'Region: decimal, group, date',
      workbook: 'The open workbook',
      grid: 'Rows and columns of a sheet',
      'date-system': 'Date system',
      storage: 'Storage of the pane',
      workers: 'Workers',
      typed: 'Typed into an ordinary cell',
      quoted: 'Written as text',
      'error-names': 'Names of errors in formulas',
      'text-cell-number': 'A number into a cell of text',
      'text-cell-formula': 'A formula into a cell of text',
      'long-text': 'A text over 8,200 characters',
      'long-text-formulas': 'A long text read among formulas',
      'ranges-comma': 'Several areas, comma',
      'ranges-semicolon': 'Several areas, semicolon',
      'name-area': 'The area of a name',
      'copy-formulas': 'Copying formulas',
      'copy-formats': 'Copying formats',
      'copy-merges': 'Merged cells go with formats',
      'clear-remarks': 'Comments when cells are cleared and copied',
      links: 'Links within the workbook',
      'chart-categories': 'Labels of a chart’s axis',
      'filter-told': 'Excel tells of a filter',
      'filter-write': 'Writing under a filter',
      'filter-clear': 'Clearing under a filter',
      suspended: 'Calculated after calculation was suspended',
      'panes-hidden': 'Panes of a hidden sheet',
      paper: 'Paper A4',
      'unprotect-twice': 'Unprotecting an unprotected sheet',
      colours: 'Colouring a cell (a conditional format)',
      'colours-protected': 'Colouring on a protected sheet that lets cells be formatted',
      'protect-twice': 'Protecting a protected sheet',
      password: 'Unprotecting without the password',
      'same-name': 'A sheet of a name that is taken',
      'wrong-size': 'Values of the wrong size',
      'hidden-shown': 'Selecting on a hidden sheet',
      'write-speed': 'Writing 10,000 cells',
      'read-speed': 'Reading 10,000 cells',
      'round-trip': 'One round trip',
      'cleaned-up': 'Adding and deleting the sheet of the checks',
      saving: 'How files are saved',
      calculation: 'Calculating a formula',
      'read-back': 'Reading back what was written',
    },
  },
  ownLayout: {
    title: 'Your own report tables',
    hint: 'Bind once, then press “Fill the bound tables” each period.',
    propose: 'Bind an existing table',
    chooseCell: 'Bind the selected cell',
    preview: 'Fill the bound tables',
    proposed: (sheet, cells) =>
      `“${sheet}”: ${counted(cells, 'cell')} could be bound. Please look through the columns and agree.`,
    columnCells: (heading, cells) => `${heading} (${counted(cells, 'cell')})`,
    columnShows: (source, label, figure) =>
      figure === null
        ? `Will show: ${source}. The chosen period has no figure to show yet.`
        : `Will show: ${source}. For example “${label}”: ${figure}`,
    undecided: (rows, cells) =>
      `${[rows > 0 && `${counted(rows, 'row or column', 'rows and columns')} not understood`, cells > 0 && `${counted(cells, 'cell')} not certain`].filter(Boolean).join(', ')}: neither bound nor filled.`,
    undecidedCell: {
      'row-unknown': (text) =>
        `row “${text}” is no indicator, task, agency or row of a form of the plan.`,
      'row-shared-name': (text, codes) =>
        `“${text}” is the name of ${codes}. Please write the code before it (such as “${codes.split(',')[0]}. …”).`,
      'row-contrary': (text) => `code and name of row “${text}” belong to two indicators or rows.`,
      'row-other-unit': (text) => `row “${text}” has another unit than the plan.`,
      'row-repeated': (text) => `label “${text}” is in several rows.`,
      'column-unknown': (text) => `heading “${text}” is not understood; single cells can be bound.`,
      'column-contrary': (text) =>
        `heading “${text}” says two different things, or a figure that is not kept.`,
      'column-other-kind': (text) =>
        `the heading “${text}” is of another kind of period than the one chosen; choose that period and bind again.`,
      'column-repeated': (text) => `heading “${text}” is over several columns.`,
      'no-such-figure': (text) => `the reports have no such figure (${text}).`,
      'own-formula': (text) => `the cell has a formula of your own and is left alone (${text}).`,
    },
    bind: (cells) => `Bind ${counted(cells, 'cell')}`,
    bound: (cells) =>
      `${counted(cells, 'cell is', 'cells are')} linked; the list is in sheet “Liên kết biểu”.`,
    boundSheet: (sheet, cells) => `${sheet}: ${counted(cells, 'cell')}`,
    unbind: 'Unbind',
    unbound: (sheet) => `“${sheet}” is not bound any more; its figures stay.`,
    row: 'Indicator or task',
    scope: 'Scope',
    province: 'The province',
    span: 'Span',
    measure: 'Figure',
    cellHint: 'Please select the cell in your table, choose the figure and press “Bind this cell”.',
    bindCell: 'Bind this cell',
    cellBound: (cell, label, heading) => `${cell} is bound (row “${label}”, column “${heading}”).`,
    wouldFill: (cells, sheets) =>
      `${counted(cells, 'cell')} in ${counted(sheets, 'sheet')} would be filled.`,
    wouldOverwrite: (cells) =>
      `${counted(cells, 'cell holds', 'cells hold')} something else and would be replaced:`,
    blanks: (cells) => `${counted(cells, 'cell stays', 'cells stay')} blank`,
    notFilled: (count) => `${counted(count, 'place is', 'places are')} not filled:`,
    keepTyped: 'Leave these cells as they are',
    fill: 'Fill',
    filled: (cells, troubles) =>
      `${counted(cells, 'cell is', 'cells are')} filled.${troubles > 0 ? ` ${counted(troubles, 'place is', 'places are')} not; please see the list.` : ''}`,
    follow: 'Bind where they are now',
    followed: (cells) => `${counted(cells, 'cell is', 'cells are')} bound where they are now.`,
    trouble: {
      'row-unreadable': ({ heading, found }) =>
        `“${found}” in column “${heading}” is not understood; the row's cell is not filled. Please correct or delete the row.`,
      'sheet-missing': () =>
        'the sheet is not in the workbook (it may have been renamed). Please restore or unbind it.',
      'own-sheet': () => 'this is a sheet of the software and is not filled.',
      'cell-twice': () => 'the cell is linked twice in sheet “Liên kết biểu”. Please keep one row.',
      'label-missing': ({ label }) => `label “${label}” is not there any more.`,
      'label-ambiguous': ({ label }) => `label “${label}” is in several rows.`,
      'heading-missing': ({ heading }) => `heading “${heading}” is not there any more.`,
      'heading-ambiguous': ({ heading }) => `heading “${heading}” is over several columns.`,
      moved: ({ to, label, heading }) => `moved to ${to} (row “${label}”, column “${heading}”).`,
      'other-period': ({ heading }) =>
        `heading “${heading}” names another period. Please correct it.`,
      'not-in-plan': ({ found }) => `the plan of this period has no “${found}”.`,
      'agency-not-in-plan': ({ found }) => `the register has no agency “${found}”.`,
      'not-in-report': ({ source }) => `the tables of this period have no figure: ${source}.`,
      'left-over': ({ formula }) =>
        `the cell still holds a figure of another period (=${formula}) and is left blank.`,
      blank: ({ why, source }) =>
        ({
          'not-reported': `not reported: ${source}.`,
          'no-earlier-figure': `no earlier figure: ${source}.`,
          'no-occurrence': `nothing occurred: ${source}.`,
        })[why],
    },
  },
  out: {
    title: 'Send, archive, import',
    export: 'Export the ledger',
    exportHint:
      'A line for each figure with file, sheet and cell. The CSV has decimal points: open it by Data > From Text/CSV.',
    exportAs: { csv: 'Download CSV', json: 'Download JSON' },
    exported: (file, submissions) => `${file} was made with ${counted(submissions, 'submission')}.`,
    copy: 'Values-only copy',
    copyHint:
      'The tables of the period without formulas, to be sent. They must agree with the ledger.',
    copyOf: (period) => `Download values only: ${period}`,
    copied: (file) => `${file} was made; the tables agree with the ledger.`,
    send: 'Send',
    sendHint:
      'The annexes and the report in Word of the period, with the figures of the tables, which must agree with the ledger.',
    printSet: 'Make the annexes to print',
    word: 'Make the report in Word',
    template: 'Fill a Word template…',
    fields: 'The fields a template may use',
    sent: (file) => `${file} was made.`,
    templateLeft: (count) =>
      count === 1
        ? 'One place of the template was left as it is:'
        : `${count} places of the template were left as they are:`,
    templateTroubles: troublesEn,
    lake: 'Send: the open lake',
    lakeHint:
      'The whole ledger as Parquet files in one .zip, to consolidate several provinces or to open in Power BI or DuckDB; unzip it first.',
    withNames: 'With the names of who entered and decided',
    makeLake: 'Make the open lake',
    archive: 'Archive the period',
    archiveHint:
      'Makes one .zip of the originals, the ledger and the locked tables. Please choose the folder of received files (their names may have changed).',
    archiveOf: (period) => `Archive ${period}`,
    originalsAtHand: (count) =>
      `${counted(count, 'file')} taken in since the pane was opened included; only those of earlier times have to be chosen.`,
    originalsGiven: (count) => `${counted(count, 'file')} chosen.`,
    archived: (file, originals, absent) =>
      absent === 0
        ? `${file} was made with all ${counted(originals, 'original')}.`
        : `${file} was made with ${counted(originals, 'original')}; ${counted(absent, 'is', 'are')} missing. Please find them and archive again.`,
    absent: (count) =>
      `${counted(count, 'original is', 'originals are')} not among the chosen files:`,
    restore: 'Restore from an archive',
    restoreHint:
      'Checks that every file is unchanged and opens the cell of the original. The open workbook changes only by “Restore what was changed by hand”.',
    chooseArchive: 'Choose an archive…',
    restored: (submissions, originals, troubles) =>
      `The archive has ${counted(submissions, 'submission')} and ${counted(originals, 'unchanged original')}${troubles === 0 ? '; every file is unchanged.' : `; ${counted(troubles, 'thing does', 'things do')} not agree.`}`,
    troubles: (count) => `${counted(count, 'thing does', 'things do')} not agree:`,
    openBook: 'Open its workbook in Excel',
    downloadBook: 'Download its workbook',
    submission: 'Submission',
    figure: 'Figure',
    downloadOriginal: 'Download the original',
    import: 'Import',
    importHint:
      'From another copy of the workbook, last year’s, a ledger of the command line, or a hand-made table with the columns Mã đơn vị (or Đơn vị), Kỳ, Mã chỉ tiêu (or Chỉ tiêu), Tử số, Mẫu số, Kết quả. You see what it brings before it is written.',
    chooseLedger: 'Choose a file to import…',
    preview: {
      enters: (count) => `${counted(count, 'submission')} will enter.`,
      waits: (count) =>
        `${counted(count, 'submission is a new version', 'submissions are new versions')} of figures in force: waiting for a decision.`,
      known: (count) => `${counted(count, 'submission is', 'submissions are')} there already.`,
      superseded: (count) =>
        `${counted(count, 'older version was', 'older versions were')} replaced in that file: left out.`,
    },
    nothingToEnter: 'Nothing can enter.',
    waiting: (count) => `${counted(count, 'submission')} will wait for a decision (step Intake):`,
    refused: (count) => `${counted(count, 'row')} cannot enter:`,
    remarks: (count) => `${counted(count, 'thing')} to look at:`,
    atCell: (sheet, cell) => `[${sheet}] Cell ${cell}: `,
    enter: 'Enter in the ledger',
    imported: (entered, waiting) =>
      `${counted(entered, 'submission')} entered${waiting === 0 ? '.' : `; ${counted(waiting, 'waits', 'wait')} for a decision in the step Intake.`}`,
  },
};

function fewNames(word: string, { names, more }: FewNames): string[] {
  if (names.length === 0) return [];
  return [
    `${word}: ${names.map((name) => `“${name}”`).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  ];
}
