/**
 * Most elements and attributes of a part of an office document: some ten times what 5 MB of text have in
 * the most wordy of programs.
 */
export const mostParts = 10_000_000;
