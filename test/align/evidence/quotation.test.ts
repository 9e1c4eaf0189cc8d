import { describe, expect, it } from 'vitest';
import { readQuotations } from '../../../src/align/evidence/quotation.js';

/** One sign a sentence: `<` begins inside, then how many quotations begin, then `>` when it ends with one's end. */
const read = (...texts: string[]): string[] => {
  const { inside, begun, endsQuoted } = readQuotations(texts);
  return texts.map((_, i) => `${inside[i] ? '<' : ''}${begun[i]}${endsQuoted[i] ? '>' : ''}`);
};

describe('readQuotations', () => {
  it('follows a quotation over several sentences', () => {
    expect(read('He said: “No.', 'I will not.', 'Never.”', 'He left.')).toEqual([
      '1',
      '<0',
      '<0>',
      '0',
    ]);
  });

  it.each([
    ['German', 'Er rief: „Halt!', 'Wer da?“', 'Niemand.'],
    ['German in print', 'Er rief: »Halt!', 'Wer da?«', 'Niemand.'],
    ['French', 'Il cria : « Halte !', 'Qui va là ? »', 'Personne.'],
    ['Swedish', 'Han ropade: ”Halt!', 'Vem där?”', 'Ingen.'],
    ['straight', 'He cried: "Halt!', 'Who goes there?"', 'Nobody.'],
    ['Chinese', '他喊道：“站住！', '谁在那里？”', '没有人。'],
    ['Japanese', '彼は「止まれ！', '誰だ？」', '誰もいない。'],
  ])('knows the marks of %s texts', (_, ...texts) => {
    expect(read(...texts)).toEqual(['1', '<0>', '0']);
  });

  it('takes single marks for quotation marks where a text uses them so', () => {
    const british = [
      "'I can see you've never done it,' laughed Misty.",
      "'But you're quick!",
      "You managed to get away that time—'",
      "'Is that right?' he asked.",
    ];
    expect(read(...british)).toEqual(['1', '1', '<0>', '1']);
  });

  it('never takes apostrophes for them', () => {
    expect(read("The dogs' dinner isn't ready.", "It's l'heure.", "'Tis the '90s.")).toEqual([
      '0',
      '0',
      '0',
    ]);
  });

  it('ignores single marks inside double ones', () => {
    const nested = ['“He told me: ‘Go.’', 'So I went.”', '“And ‘now’?”'];
    expect(read(...nested)).toEqual(['1', '<0>', '1>']);
  });

  it('follows marks that stand apart, as in texts cut into words', () => {
    const apart = ["' A knot ! ' said Alice , looking about her . '", "Oh , do let me ! '"];
    const many = [...apart, ...apart, ...apart];
    expect(read(...many)).toEqual(['2', '<0>', '2', '<0>', '2', '<0>']);
  });

  it('forgets a quotation that nobody closes', () => {
    const text = ['“Open.', ...Array.from({ length: 20 }, () => 'More.')];
    const { inside } = readQuotations(text);
    expect([inside[3], inside[20]]).toEqual([1, 0]);
  });

  it('leaves Hebrew abbreviations alone', () => {
    expect(read('צה"ל הודיע.', 'ארה"ב הגיבה.')).toEqual(['0', '0']);
  });
});
