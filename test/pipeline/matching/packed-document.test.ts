import { expect, test } from 'vitest';
import { packDocument, unpackDocument } from '../../../src/pipeline/matching/packed-document.js';

const document = {
  language: 'ko',
  texts: ['어린 왕자', 'b'],
  lengths: Float32Array.of(5, 1),
  rows: Int16Array.of(1, -2, 3, 16384),
};

test('a document comes back as it was', () => {
  expect(unpackDocument(Buffer.from(packDocument(document)))).toEqual(document);
});

test('an empty document, too', () => {
  const empty = { language: 'und', texts: [], lengths: new Float32Array(), rows: new Int16Array() };
  expect(unpackDocument(Buffer.from(packDocument(empty)))).toEqual(empty);
});

test('other bytes are no document', () => {
  expect(unpackDocument(Buffer.from('{}'))).toBeUndefined();
  expect(unpackDocument(Buffer.alloc(3))).toBeUndefined();
});
