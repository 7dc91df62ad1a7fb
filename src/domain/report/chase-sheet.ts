/** *Đôn đốc*: who was reminded of what a period owes, when and by whom; a row for each. */
export const CHASE_SHEET = 'Đôn đốc';
