import { submissionId } from '../../domain/ledger/ledger-tables';
import type { Decision, Submission } from '../../domain/submission/submission';
import { decide } from '../decide';
import type { Act } from './act';

/** A yes or no about a version, with its reason. */
export const decideVersion: Act<{
  kind: Decision['kind'];
  submission: Submission;
  reason: string;
}> = {
  run: async ({ port, actor: { who }, run: at }, { kind, submission, reason }) => {
    const { hash, version } = submission;
    const id = submissionId(submission);
    return {
      ...(await decide(port, { kind, submission: id, hash, reason, document: '', who, at })),
      said: { code: 'decided', facts: { kind, version } },
    };
  },
};
