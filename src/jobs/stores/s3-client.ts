/** Objects on an S3 server: Amazon's, or any other that speaks its protocol. */
import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import { AppError } from '../../errors.js';
import { largestInput } from '../../platform/input-files.js';

/** An object by bucket and key. */
interface ObjectPlace {
  readonly bucket: string;
  readonly key: string;
}

/** The header with an object's SHA-256 in hexadecimal, for objects that paralign wrote. */
const digestHeader = 'x-amz-meta-paralign-sha256';

/** How often a request is repeated that the server could not answer. */
const retries = 5;

/** The place in a reference. Throws AppError `usage` if it has no bucket or no key. */
export function s3Place(reference: string): ObjectPlace {
  const [, bucket = '', key = ''] = /^s3:\/\/([^/]*)\/?(.*)$/s.exec(reference) ?? [];
  if (!/^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/.test(bucket) || key === '' || key.endsWith('/'))
    throw new AppError('usage', `${reference}: not an object of an S3 bucket`, {
      hint: 'write s3://bucket/folder/file.txt',
    });
  return { bucket, key };
}

/** Requests to the S3 server that the environment names, with its keys. */
export class S3Client {
  readonly #endpoint: string;
  readonly #aws: AwsClient | undefined;

  /** @param env as for Amazon's own tools: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION, AWS_ENDPOINT_URL */
  constructor(env: Readonly<Record<string, string | undefined>>) {
    const region = env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || 'us-east-1';
    const endpoint = env['AWS_ENDPOINT_URL_S3'] || env['AWS_ENDPOINT_URL'];
    this.#endpoint = (endpoint || `https://s3.${region}.amazonaws.com`).replace(/\/+$/, '');
    const accessKeyId = env['AWS_ACCESS_KEY_ID'];
    const secretAccessKey = env['AWS_SECRET_ACCESS_KEY'];
    const sessionToken = env['AWS_SESSION_TOKEN'];
    // Without keys, public buckets can be read.
    if (accessKeyId && secretAccessKey)
      this.#aws = new AwsClient({
        accessKeyId,
        secretAccessKey,
        ...(sessionToken && { sessionToken }),
        service: 's3',
        region,
        retries,
      });
  }

  /** The bytes of an object. Throws AppError `file-not-found`, `not-readable`, `too-large` or `io`. */
  async read(reference: string): Promise<Uint8Array<ArrayBuffer>> {
    const response = await this.#request('GET', reference);
    if (!response.ok) throw await readError(reference, response);
    const chunks: Uint8Array[] = [];
    let length = 0;
    try {
      for await (const chunk of response.body ?? []) {
        length += chunk.length;
        if (length > largestInput)
          throw new AppError('too-large', `${reference}: larger than ${largestInput} bytes`, {
            hint: 'split it',
          });
        chunks.push(chunk);
      }
    } catch (error) {
      throw error instanceof AppError ? error : noAnswer(reference, error);
    }
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return bytes;
  }

  /** SHA-256 of an object; undefined if there is none. That of a foreign object is computed. Throws as `read`. */
  async digest(reference: string): Promise<string | undefined> {
    const response = await this.#request('HEAD', reference);
    if (response.status === 404) return undefined;
    if (!response.ok) throw await readError(reference, response);
    const known = response.headers.get(digestHeader);
    return known ?? sha256(await this.read(reference));
  }

  /** Whether there is an object. Throws as `read`. */
  async exists(reference: string): Promise<boolean> {
    const response = await this.#request('HEAD', reference);
    if (response.ok || response.status === 404) return response.ok;
    throw await readError(reference, response);
  }

  /**
   * Writes an object, whole or not at all.
   *
   * @param isNew refuses to replace an object
   * @throws AppError `exists`, `cannot-create` or `io`
   */
  async write(
    reference: string,
    bytes: Uint8Array<ArrayBuffer>,
    { isNew = false } = {},
  ): Promise<void> {
    const digest = sha256(bytes);
    const headers = {
      'x-amz-content-sha256': digest,
      [digestHeader]: digest,
      ...(isNew && { 'if-none-match': '*' }),
    };
    const response = await this.#request('PUT', reference, { headers, body: bytes });
    if (response.ok) return void (await response.body?.cancel());
    if (response.status === 412) throw existsAlready(reference);
    const why = `${reference}: the S3 server refuses to write it (${await said(response)})`;
    throw response.status >= 500
      ? new AppError('io', why)
      : new AppError('cannot-create', why, { hint: keysHint });
  }

  async #request(
    method: 'GET' | 'HEAD' | 'PUT',
    reference: string,
    init: {
      readonly headers?: Record<string, string>;
      readonly body?: Uint8Array<ArrayBuffer>;
    } = {},
  ): Promise<Response> {
    const { bucket, key } = s3Place(reference);
    const path = [bucket, ...key.split('/')].map(encodeURIComponent).join('/');
    const url = `${this.#endpoint}/${path}`;
    try {
      return await (this.#aws
        ? this.#aws.fetch(url, { method, ...init })
        : fetch(url, { method, ...init }));
    } catch (error) {
      throw noAnswer(reference, error);
    }
  }
}

/** The error for an object that is there already. */
export function existsAlready(reference: string): AppError {
  return new AppError('exists', `${reference}: exists already`, {
    hint: 'write to another place, or let results be replaced',
  });
}

const keysHint =
  'set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_REGION to keys that may use the bucket, for other servers than Amazon AWS_ENDPOINT_URL as well';

async function readError(reference: string, response: Response): Promise<AppError> {
  const { status } = response;
  const why = await said(response);
  if (status === 404)
    return new AppError('file-not-found', `${reference}: no such object (${why})`);
  if (status >= 500 || status === 429)
    return new AppError('io', `${reference}: the S3 server fails (${why})`);
  return new AppError('not-readable', `${reference}: the S3 server refuses to give it (${why})`, {
    hint: keysHint,
  });
}

/** Longest answer that is looked at for its code. */
const longestAnswer = 65536;

/** The status, and the code of the error as the server names it. */
async function said(response: Response): Promise<string> {
  const text = await response.text().catch(() => '');
  const code = /<Code>([\w.]+)<\/Code>/.exec(text.slice(0, longestAnswer))?.[1];
  return code === undefined ? String(response.status) : `${response.status} ${code}`;
}

function noAnswer(reference: string, cause: unknown): AppError {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const why = inner instanceof Error ? inner.message : String(inner);
  return new AppError('io', `${reference}: the S3 server does not answer (${why})`, {
    hint: 'check AWS_ENDPOINT_URL and AWS_REGION',
    cause,
  });
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
