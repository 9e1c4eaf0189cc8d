import type { NumberWords } from './number-word-data.js';

/** The number words of one language and their values. */
export interface NumberLexicon {
  /** Values that are added: one, twenty, two hundred in one word. */
  readonly values: ReadonlyMap<string, number>;
  /** Hundred, thousand, million: they multiply the number before them. */
  readonly multipliers: ReadonlyMap<string, number>;
  readonly joiners: ReadonlySet<string>;
}

type Forms = readonly (readonly [form: string, value: number])[];

/** Combines a language's word list with its compounds. */
export function makeLexicon(words: NumberWords): NumberLexicon {
  const small = words.small.split(' ').flatMap((forms, value) => formsOf(forms, value));
  const tens = [
    ...small.filter(([, value]) => value === 20),
    ...words.tens.split(' ').flatMap((forms, index) => formsOf(forms, 30 + 10 * index)),
  ];
  const units = small.filter(([, value]) => value >= 1 && value <= 9);
  const values = new Map([
    ...small,
    ...tens,
    ...compoundTens(words, units, tens),
    ...compoundPowers(words, units),
    ...otherWords(words),
  ]);
  // Some words are hyphenated ("dix-sept"): the pattern gives their parts, which add up to the same
  // value.
  const multipliers = new Map([
    ...formsOf(words.hundred, 100),
    ...formsOf(words.thousand, 1000),
    ...formsOf(words.million, 1_000_000),
    ...formsOf(words.billion, 1_000_000_000),
  ]);
  return { values, multipliers, joiners: new Set(words.joiner?.split(' ')) };
}

/** The forms of one number, separated by slashes; a dot means that there is none. */
function formsOf(forms: string, value: number): Forms {
  return forms
    .split('/')
    .filter((form) => form !== '.')
    .map((form) => [form, value] as const);
}

/** Einundzwanzig, ventuno. */
function compoundTens({ compound }: NumberWords, units: Forms, tens: Forms): Forms {
  if (compound === undefined) return [];
  const { order } = compound;
  const links = compound.link.split('/');
  return units.flatMap(([unit, u]) =>
    tens.flatMap(([ten, t]) =>
      links.map(
        (link) => [order === 'unit' ? unit + link + ten : ten + link + unit, t + u] as const,
      ),
    ),
  );
}

/** Zweihundert, fünftausend; a Siebentausender is a mountain of that height. */
function compoundPowers({ compound, hundred, thousand }: NumberWords, units: Forms): Forms {
  if (compound?.order !== 'unit') return [];
  const powers = [
    [hundred.split('/')[0]!, 100],
    [thousand.split('/')[0]!, 1000],
  ] as const;
  return units.flatMap(([unit, value]) =>
    powers.flatMap(([power, size]) =>
      ['', 'er', 'ern', 'ers'].map((ending) => [unit + power + ending, value * size] as const),
    ),
  );
}

function otherWords({ more, compound }: NumberWords): Forms {
  const entries = more?.split(' ') ?? [];
  return entries.flatMap((entry) => {
    const [word = '', number] = entry.split('=');
    const value = Number(number);
    // German ordinals have five endings.
    const endings = compound?.link === 'und' && word.endsWith('te') ? ['', ...'rsnm'] : [''];
    return endings.map((ending) => [word + ending, value] as const);
  });
}
