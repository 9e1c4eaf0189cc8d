import { describe, expect, test } from 'vitest';
import { readSource, type ReadOptions } from '../../../../src/read/read-source.js';

const read = async (name: string, text: string, options: ReadOptions = {}) => {
  const { sources } = await readSource(name, new TextEncoder().encode(text), options);
  const [source] = sources;
  if (!source) throw new Error('no source');
  return {
    format: source.format,
    notices: source.notices ?? [],
    cues: source.blocks.map(({ start, end, locator, segmented, noise }) => ({
      text: source.text.slice(start, end),
      ...(locator?.kind === 'cue' && { times: `${locator.start}-${locator.end}` }),
      segmented,
      noise,
    })),
  };
};
const texts = async (name: string, text: string, options: ReadOptions = {}) =>
  (await read(name, text, options)).cues.map((cue) => cue.text);

describe('SubRip', () => {
  const srt =
    '1\n00:00:01,000 --> 00:00:02,500\n<i>Hello,</i> {\\an8}there.\n\n' +
    '2\n00:00:03,000 --> 00:00:04,000 X1:1 X2:2\n- Who is it?\n- Me. 2 < 3 > 1\n';

  test('gives a sentence for each subtitle, with its times and without its markup', async () => {
    const { format, cues, notices } = await read('film.srt', srt);
    expect(format).toBe('srt');
    expect(cues).toEqual([
      { text: 'Hello, there.', times: '1000-2500', segmented: true, noise: null },
      { text: '- Who is it?\n- Me. 2 < 3 > 1', times: '3000-4000', segmented: true, noise: null },
    ]);
    expect(notices).toEqual([]);
  });

  test('of a text that nobody could read as one subtitle is refused, with its line', async () => {
    const long = 'A sentence. '.repeat(100_000);
    await expect(
      read('film.srt', `${srt}\n3\n00:00:05,000 --> 00:00:06,000\n${long}\n`),
    ).rejects.toThrow(/^film\.srt:\d+: the subtitle is longer than 1048576 characters$/);
  });

  test('is known by its first lines, whatever its line ends', async () => {
    expect((await read('film.txt', srt.replaceAll('\n', '\r\n'))).format).toBe('srt');
  });

  test('loses nothing after an empty line inside a subtitle, before the first or without numbers', async () => {
    const odd =
      'By someone\n\n1\n00:01.0 --> 00:02.000\nOne\n\nstill one\n00:00:03,000 --> 00:00:04,000\nTwo\n3\n0:00:05,000 --> 0:00:06,000\n42\n';
    const { cues } = await read('film.srt', odd);
    expect(cues.map(({ text, noise }) => [text, noise])).toEqual([
      ['By someone', 'markup'],
      ['One\nstill one', null],
      ['Two', null],
      ['42', null],
    ]);
  });

  test('says what is odd about its times', async () => {
    const cue = (from: string, to: string) => `00:00:${from},000 --> 00:00:${to},000\nText.\n\n`;
    const { notices, cues } = await read(
      'film.srt',
      cue('10', '12') + cue('11', '13') + cue('05', '04') + '00:00:aa --> x\n',
    );
    expect(notices).toEqual([
      'line 10 is read as text, although it looks like times',
      '1 subtitle begins before the one above it (line 7)',
      '1 subtitle overlaps the one above it (line 4)',
      '1 subtitle ends before it begins (line 7)',
    ]);
    expect(cues).toHaveLength(3);
  });

  test('that has no subtitles is refused', async () => {
    await expect(read('film.srt', 'Just text.\n')).rejects.toMatchObject({
      code: 'unreadable-document',
      message: 'film.srt: no SubRip subtitles in it',
    });
  });
});

describe('WebVTT', () => {
  test('leaves out styles, comments, names and tags', async () => {
    const vtt =
      'WEBVTT - A film\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE\nNot shown.\n\n' +
      'intro\n00:01.000 --> 00:02.000 align:start\n<v Ann>Fish &amp; <c.loud>chips</c></v> <ruby>漢<rt>kan</rt></ruby>\n\n' +
      'NOTE also not\n\n00:03.000 --> 01:00:04.000\nNext.\n';
    const { cues } = await read('film.vtt', vtt);
    expect(cues.filter(({ noise }) => noise === null)).toEqual([
      { text: 'Fish & chips 漢', times: '1000-2000', segmented: true, noise: null },
      { text: 'Next.', times: '3000-3604000', segmented: true, noise: null },
    ]);
  });

  test('loses no line of text above times without an empty line', async () => {
    const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\nOne\n00:03.000 --> 00:04.000\nTwo\n';
    expect(await texts('a.vtt', vtt)).toEqual(['One', 'Two']);
  });
});

describe('SubStation Alpha', () => {
  const ass = (events: string) =>
    `[Script Info]\nTitle: x\n\n[V4+ Styles]\nFormat: Name\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n${events}`;

  test('gives what is shown in the order of time', async () => {
    const events =
      'Dialogue: 0,0:00:05.00,0:00:06.50,S,,0,0,0,,Second, with a comma.\n' +
      'Comment: 0,0:00:01.00,0:00:02.00,S,,0,0,0,,Not shown.\n' +
      'Dialogue: 0,0:00:01.00,0:00:02.00,S,,0,0,0,,{\\b1}First{\\b0}\\Nline\\h2\n' +
      'Dialogue: 1,0:00:01.00,0:00:02.00,S,,0,0,0,,{\\b1}First{\\b0}\\Nline\\h2\n' +
      'Dialogue: 0,0:00:07.00,0:00:08.00,S,,0,0,0,,{\\p1}m 0 0 l 1 1{\\p0}Sign {unclosed\n';
    const { cues } = await read('film.ass', ass(events));
    expect(cues.map(({ text, times }) => [text, times])).toEqual([
      ['First\nline\u00a02', '1000-2000'],
      ['Second, with a comma.', '5000-6500'],
      ['Sign {unclosed', '7000-8000'],
    ]);
  });

  test('says which lines have no times', async () => {
    const { notices } = await read(
      'film.ass',
      ass('Dialogue: 0,0:00:05.00,0:00:06.50,S,,0,0,0,,Yes.\nDialogue: 0,,,S,,0,0,0,,No.\n'),
    );
    expect(notices).toEqual(['1 of its lines have no times and were not read']);
  });
});

describe('a sentence that runs over several subtitles', () => {
  const srt = (...lines: string[]) =>
    lines
      .map((line, at) => `${at + 1}\n00:00:0${at},000 --> 00:00:0${at},900\n${line}\n`)
      .join('\n');

  test('is joined on request, with the times of all of them', async () => {
    const film = srt(
      'I told you,',
      'and I tell you again',
      'that he left.',
      'Why?',
      '- Go.',
      'Now.',
    );
    const joined = await read('film.srt', film, { joinCues: true });
    expect(joined.cues.map(({ text, times }) => [text, times])).toEqual([
      ['I told you,\nand I tell you again\nthat he left.', '0-2900'],
      ['Why?', '3000-3900'],
      ['- Go.', '4000-4900'],
      ['Now.', '5000-5900'],
    ]);
    expect(await texts('film.srt', film)).toHaveLength(6);
  });

  test('is not made up where subtitles have no full stops', async () => {
    const film = srt('他走了', '我不知道', '为什么');
    expect(await texts('film.srt', film, { joinCues: true })).toEqual([
      '他走了',
      '我不知道',
      '为什么',
    ]);
  });
});
