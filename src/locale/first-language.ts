/** What is spoken by nearly all, and in what is official: its first words come with the pane. */
export const FIRST = 'vi';

/** What the pane offers instead, said before the other languages are loaded. */
export const AFTER_FIRST = 'English';
