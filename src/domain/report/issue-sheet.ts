/** *Phát hành*: which form went to whom, when, in which version of the template; a row for each. */
export const ISSUE_SHEET = 'Phát hành';
