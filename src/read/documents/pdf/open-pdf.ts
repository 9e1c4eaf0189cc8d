/** Opens PDF files with pdf.js: without its canvas, its evaluation of code or anything from the network. */
import { getDocument, type PDFDocumentProxy } from 'unpdf/pdfjs';
import { AppError } from '../../../errors.js';
import { readCMap } from './cmaps.js';
import { isPdf } from './is-pdf.js';

/** Largest file taken, in bytes: pdf.js holds it whole. */
export const largestPdf = 256 * 2 ** 20;

/** Gives pdf.js the tables of Chinese, Japanese and Korean encodings, which it asks for by file. */
class PackagedData {
  fetch({
    kind,
    filename,
  }: {
    readonly kind: string;
    readonly filename: string;
  }): Promise<Uint8Array> {
    const data = kind === 'cMapUrl' ? readCMap(filename) : undefined;
    return data ? Promise.resolve(data) : Promise.reject(new Error(`${filename} is not there`));
  }
}

/**
 * Opens a file. `strict` documents reject what they can't read; others leave it out.
 *
 * @param name the file, for messages
 * @throws AppError `unreadable-document`: encrypted, or no PDF that can be made out; `too-large`
 */
export async function openPdf(
  name: string,
  bytes: Uint8Array,
  strict: boolean,
): Promise<PDFDocumentProxy> {
  if (bytes.length > largestPdf) {
    throw new AppError('too-large', `${name}: a PDF larger than ${largestPdf / 2 ** 20} MB`, {
      hint: 'split it',
    });
  }
  try {
    return await getDocument({
      // It takes the bytes away from whoever gave them.
      data: new Uint8Array(bytes),
      verbosity: 0,
      stopAtErrors: strict,
      isEvalSupported: false,
      useSystemFonts: true,
      disableFontFace: true,
      useWorkerFetch: false,
      useWasm: false,
      enableXfa: false,
      cMapUrl: 'cmaps/',
      cMapPacked: true,
      BinaryDataFactory: PackagedData,
    }).promise;
  } catch (error) {
    throw openingError(name, bytes, error);
  }
}

function openingError(name: string, bytes: Uint8Array, error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof Error && error.name === 'PasswordException') {
    return new AppError(
      'unreadable-document',
      `${name}: the PDF is encrypted and needs a password`,
      {
        hint: 'open it with the password in a PDF reader and save or print it to a new PDF without one',
        cause: error,
      },
    );
  }
  if (!isPdf(bytes)) {
    return new AppError(
      'unreadable-document',
      `${name}: is not a PDF: "%PDF-" is missing at its beginning`,
      {
        hint: 'leave out the format, and it will be recognised',
        cause: error,
      },
    );
  }
  return new AppError('unreadable-document', `${name}: the PDF is broken (${reasonOf(error)})`, {
    hint: 'download it again, or repair it with a PDF program',
    cause: error,
  });
}

/** What pdf.js says of an error, as a clause. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : hasMessage(error) ? error.message : '';
  return message.replace(/\s+/g, ' ').replace(/\.$/, '').slice(0, 200) || 'no reason is known';
}

/** Whether a reason is that a stream inflates to far more than a page needs; see packaging/pdf-text.mjs. */
export const isBomb = (reason: string): boolean => reason.includes('inflates to more than');

const hasMessage = (error: unknown): error is { readonly message: string } =>
  typeof error === 'object' &&
  error !== null &&
  'message' in error &&
  typeof error.message === 'string';
