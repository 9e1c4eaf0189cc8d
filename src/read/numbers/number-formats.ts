/** Formats of links by sentence number. */
export const numberFormats = ['vecalign', 'ladder', 'linkgrp'] as const;
/** One of `numberFormats`. */
export type NumberFormat = (typeof numberFormats)[number];

/** Formats whose links and texts are several files. */
export const linkFormatNames = [...numberFormats, 'moses'] as const;

/** A link by sentence numbers, from 1. */
export interface NumberLink {
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** As the file gives it. */
  readonly score?: number;
  /** The file says that a person made or confirmed it. */
  readonly isManual?: true;
}

/** What such a file says. */
export interface NumberLinks {
  readonly links: readonly NumberLink[];
  /** The names of the two texts, if the file has them. */
  readonly texts?: readonly [string, string];
}
