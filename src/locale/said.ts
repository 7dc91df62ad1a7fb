import type { Question, Said, SaidCode, SaidFacts } from '../app/acts/said';
import { stampFoot } from '../domain/stamp/stamp';
import { periodOf, type PeriodId } from '../domain/period/period';
import { refusalSentence } from './sentence';
import type { Language } from './language';
import type { UiTexts } from './ui-texts';

const named = ({ periodName }: UiTexts, period: PeriodId) => periodName(periodOf(period));

const leftOut = (skipped: number, texts: UiTexts) =>
  skipped > 0 ? ` ${texts.skipped(skipped)}` : '';

type Sentence<Code extends SaidCode> = (
  facts: SaidFacts[Code],
  texts: UiTexts,
  language: Language,
) => string;

const SENTENCES: { [Code in SaidCode]: Sentence<Code> } = {
  'taken-in': ({ files, accepted, partial, wrong, waiting, skipped, entered }, texts) =>
    texts.takenIn(files, accepted, partial, wrong, waiting, entered) + leftOut(skipped, texts),
  entering: (entering, texts) => texts.entering(entering),
  'nothing-dropped': ({ skipped }, texts) => texts.nothingDropped + leftOut(skipped, texts),
  'reading-chosen': ({ cell }, texts) => texts.readingChosen(cell),
  decided: ({ kind, version }, texts) => texts.ledger.decided[kind](version),
  'figure-entered': ({ row }, texts) => texts.ledger.adjusted(row),
  'form-entered': ({ rows }, texts) => texts.wholeForm.entered(rows),
  'form-found-faulty': ({ errors, warnings }, texts) => texts.wholeForm.found(errors, warnings),
  'receipt-stated': ({ count }, texts) => texts.receipt.stated(count),
  'edit-accepted': ({ submission }, texts) => texts.edits.accepted(submission),
  'edits-restored': ({ count }, texts) => texts.edits.takenBack(count),
  'ledger-imported': ({ enters, waits }, texts) => texts.out.imported(enters, waits),
  'chase-noted': ({ count }, texts) => texts.chase.noted(count),
  consolidated: ({ period, stillSeen }, texts) =>
    texts.consolidated(named(texts, period)) +
    (stillSeen ? ` ${texts.asTheyStood(stillSeen)}` : ''),
  'period-locked': ({ period }, texts) => texts.periods.acted.lock(named(texts, period)),
  'period-reopened': ({ period }, texts) => texts.periods.acted.reopen(named(texts, period)),
  'cells-bound': ({ count }, texts) => texts.ownLayout.bound(count),
  'cell-bound': ({ cell, label, heading }, texts) =>
    texts.ownLayout.cellBound(cell, label, heading),
  'sheet-unbound': ({ sheet }, texts) => texts.ownLayout.unbound(sheet),
  'layouts-filled': ({ filled, left }, texts) => texts.ownLayout.filled(filled, left),
  'moved-followed': ({ count }, texts) => texts.ownLayout.followed(count),
  'plan-put': ({ name }, texts) => texts.planPut(name),
  'forms-issued': ({ count, file, doubts, refusal }, texts, language) =>
    [
      texts.formsIssued(count, file) +
        (doubts.confirm + doubts.review > 0 ? texts.planWarnings(doubts) : ''),
      refusal && texts.issueNotes.notNoted(refusalSentence(refusal, language)),
    ]
      .filter(Boolean)
      .join(' '),
  'report-copied': ({ file }, texts) => texts.out.copied(file),
  'report-sent': ({ file }, texts) => texts.out.sent(file),
  'ledger-exported': ({ file, submissions }, texts) => texts.out.exported(file, submissions),
  'period-put-away': ({ file, originals, absent }, texts) =>
    texts.out.archived(file, originals, absent),
  'archive-opened': ({ submissions, originals, troubles }, texts) =>
    texts.out.restored(submissions, originals, troubles),
  'act-undone': (_, texts) => texts.undone,
  'doubt-confirmed': (_, texts) => texts.confirmed,
  'path-chosen': ({ count, path }, texts) => texts.paths.chosen(count, path),
  'register-put': (replaced, texts) => texts.registerImported(replaced),
  'form-added': ({ form }, texts) => texts.statFormAdded(form),
  'form-repaired': ({ count }, texts) => texts.repaired(count),
  'warning-explained': (_, texts) => texts.explainedNow,
  'form-stamped': ({ stamp }, texts) => texts.stamped(stampFoot(stamp)),
  'form-not-stamped': ({ errors }, texts) => texts.notStamped(errors),
  'older-left': ({ file }, texts) => texts.older.left(file),
  'older-raised': ({ file }, texts) => texts.older.raised(file),
};

/** What was done, in a sentence. */
export function saidSentence({ code, facts }: Said, texts: UiTexts, language: Language): string {
  return (SENTENCES[code] as Sentence<SaidCode>)(facts as never, texts, language);
}

/** What is asked before something is written, and the answer that lets it go on. */
export function questionSaid(
  { code, facts }: Question,
  texts: UiTexts,
  language: Language,
): { text: string; yes: string } {
  if (code === 'enter-drop') return { text: texts.wouldEnter(facts), yes: texts.enterDrop };
  if (code === 'replace-register')
    return { text: texts.registerReplaces(facts), yes: texts.replaceRegister };
  if (code === 'write-into-older')
    return { text: texts.older.asked(facts), yes: texts.older.keep(facts.file) };
  if (code === 'older-kept') return { text: texts.older.kept(facts.file), yes: texts.older.goOn };
  const { period, missing, open, doubt } = facts;
  const label = texts.month.inSentence(periodOf(period));
  const said = [
    doubt && refusalSentence(doubt, language),
    missing + open > 0 && texts.periods.lockWarning(label, missing, open),
  ];
  return { text: said.filter(Boolean).join(' '), yes: texts.periods.lockAnyway(label) };
}
