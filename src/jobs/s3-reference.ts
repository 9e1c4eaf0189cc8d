import { isAbsolute, resolve } from 'node:path';

/** Whether a reference is an object's on an S3 server: `s3://bucket/key`. */
export function isS3(reference: string): boolean {
  return reference.startsWith('s3://');
}

/** The reference of a source as people write it: an object's as it is, a path made absolute from `folder`. */
export function sourceReference(folder: string, text: string): string {
  return isS3(text) || isAbsolute(text) ? text : resolve(folder, text);
}
