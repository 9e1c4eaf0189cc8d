import { describe, expect, test } from 'vitest';
import { lineId, parseLine, readLineJob } from '../../../src/jobs/lines/line-job.js';

const read = (text: string) => readLineJob(parseLine(text), '/data');

describe('a job as a line of JSON', () => {
  test('names files, whose paths start at the folder, and texts', () => {
    const line =
      '{"id":7,"sources":[{"path":"en.txt"},{"name":"es","text":"Hola.","lang":"Spanish"}]}';
    expect(read(line)).toEqual({
      job: {
        id: '7',
        where: 'job 7',
        sources: ['/data/en.txt', 'text:0'],
        languages: [null, 'es'],
        anchors: null,
      },
      texts: [{ name: 'es', text: 'Hola.' }],
      options: {},
    });
  });

  test.each([
    ['7', /the line/],
    ['{"id":1}', /"sources"/],
    ['{"id":1,"sources":[]}', /"sources"/],
    ['{"id":1,"sources":[{"text":"no name"}]}', /"sources.0/],
    ['{"id":1,"sources":[{"path":"a"}],"option":{}}', /"option"/],
    ['{"id":{},"sources":[{"path":"a"}]}', /"id"/],
    ['{"id":1,"sources":[{"path":"a"}],"options":{"lang":{}}}', /"options.lang"/],
    ['{"id":1,', /not valid JSON, column/],
  ])('%s is none', (line, message) => {
    expect(() => read(line)).toThrow(expect.objectContaining({ code: 'bad-job' }));
    expect(() => read(line)).toThrow(message);
  });

  test('an unknown language is named with its place', () => {
    expect(() => read('{"id":1,"sources":[{"path":"a","lang":"xx-none"}]}')).toThrow(
      /sources\.0\.lang/,
    );
  });

  test('what is no job otherwise may still have an id', () => {
    const idOf = (line: string): string => lineId(line, parseLine(line));
    expect(idOf('{"id":"x","sources":5}')).toBe('"x"');
    expect(['{}', 'null', '[1]', '{"id":{}}'].map(idOf)).toEqual(Array(4).fill('null'));
  });

  test.each([
    '1234567890123456789',
    '-9007199254740993',
    '0.12345678901234567890123',
    '1e400',
    '1.5',
  ])('an id of %s keeps every digit', (id) => {
    const line = `{"id" : 1, "sources": [{"name": "id", "text": "2"}], "id": ${id} }`;
    expect(lineId(line, parseLine(line))).toBe(id);
  });
});
