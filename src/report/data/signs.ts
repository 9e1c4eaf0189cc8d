import type { ConfidenceLevel } from '../../confidence.js';

/** What stands for the levels besides their colour: beside rows and on the map. */
export const levelSigns: Readonly<Record<ConfidenceLevel, string>> = {
  sure: '●',
  fair: '◆',
  doubtful: '▲',
};
