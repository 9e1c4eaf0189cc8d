/** The package of a book: which of its files are its text, in which order. */
import { AppError } from '../../../errors.js';
import type { Archive } from '../../archive/archive.js';
import { statedLanguage } from '../../../text/languages/stated-language.js';
import { parseXml } from '../../xml/parse-xml.js';

/** What a package says of its book's text. */
export interface BookText {
  readonly chapters: readonly Chapter[];
  /** BCP-47, if the package states one language. */
  readonly language?: string;
}

/** A file of the book's text. */
export interface Chapter {
  /** Its path in the archive. */
  readonly path: string;
  /** As the package links to it. */
  readonly href: string;
}

const containerPath = 'META-INF/container.xml';
const encryptionPath = 'META-INF/encryption.xml';

/** These scramble the beginnings of fonts only. */
const fontObfuscation = new Set([
  'http://www.idpf.org/2008/embedding',
  'http://ns.adobe.com/pdf/enc#RC',
]);

/**
 * The text of a book in reading order; what stands outside of that order comes last.
 *
 * @param name the book, for messages
 * @throws AppError `unreadable-document` for a book that is encrypted, has no package, or lists what is
 *   not in it; what `parseXml` throws
 */
export async function readingOrder(name: string, archive: Archive): Promise<BookText> {
  await refuseEncrypted(name, archive);
  const path = await findPackage(name, archive);
  const { items, spine, languages } = await parsePackage(name, archive, path);
  const main: Chapter[] = [];
  const aside: Chapter[] = [];
  const seen = new Set<string>();
  for (const { idref, isLinear } of spine) {
    if (seen.has(idref)) continue;
    seen.add(idref);
    const item = textOf(name, items, idref);
    if (!item || item.properties.has('nav')) continue;
    const chapter = { path: resolve(name, path, item.href), href: item.href };
    if (!archive.has(chapter.path))
      throw refuse(name, `its package lists ${item.href}, which is not in it`);
    (isLinear ? main : aside).push(chapter);
  }
  const [only, ...others] = languages;
  const language =
    only === undefined || others.length > 0 ? undefined : statedLanguage(only).language;
  return { chapters: [...main, ...aside], ...(language !== undefined && { language }) };
}

async function refuseEncrypted(name: string, archive: Archive): Promise<void> {
  if (!archive.has(encryptionPath)) return;
  const algorithms: string[] = [];
  let inData = false;
  await parseXml(`${name}:${encryptionPath}`, archive.stream(encryptionPath), {
    open: ({ local, attributes }) => {
      if (local === 'EncryptedData') inData = true;
      // Inside, a key may be encrypted by a method of its own.
      if (local === 'EncryptedKey' || local === 'KeyInfo') inData = false;
      if (inData && local === 'EncryptionMethod') algorithms.push(attributes['Algorithm'] ?? '');
    },
    close: (local) => {
      if (local === 'KeyInfo') inData = true;
    },
  });
  if (algorithms.every((algorithm) => fontObfuscation.has(algorithm))) return;
  throw new AppError('unreadable-document', `${name}: the book is encrypted (copy protection)`, {
    hint: 'use a copy without copy protection',
  });
}

async function findPackage(name: string, archive: Archive): Promise<string> {
  let path: string | undefined;
  await parseXml(`${name}:${containerPath}`, archive.stream(containerPath), {
    open: ({ local, attributes }) => {
      // A book may come in several renditions; the first is the default.
      if (local === 'rootfile') path ??= attributes['full-path'];
    },
  });
  if (path === undefined) throw refuse(name, `${containerPath} in it names no package`);
  return path;
}

/** A longer text is no tag of a language. */
const longestTag = 100;

interface Item {
  readonly href: string;
  readonly type: string;
  readonly properties: ReadonlySet<string>;
  readonly fallback: string | undefined;
}

interface ParsedPackage {
  readonly items: ReadonlyMap<string, Item>;
  readonly spine: readonly { readonly idref: string; readonly isLinear: boolean }[];
  /** As they stand in it, each once. */
  readonly languages: ReadonlySet<string>;
}

async function parsePackage(name: string, archive: Archive, path: string): Promise<ParsedPackage> {
  const items = new Map<string, Item>();
  const spine: { idref: string; isLinear: boolean }[] = [];
  const languages = new Set<string>();
  let language: string | undefined;
  await parseXml(`${name}:${path}`, archive.stream(path), {
    open: ({ local, attributes }) => {
      const { id, href, idref, fallback, linear } = attributes;
      if (local === 'language') language = '';
      if (local === 'item' && id !== undefined && href !== undefined) {
        const type = attributes['media-type'] ?? '';
        const properties = new Set((attributes['properties'] ?? '').split(/\s+/));
        items.set(id, { href, type, properties, fallback });
      }
      if (local === 'itemref' && idref !== undefined)
        spine.push({ idref, isLinear: linear !== 'no' });
    },
    text: (text) => {
      if (language !== undefined && language.length < longestTag) language += text;
    },
    close: (local) => {
      if (local !== 'language' || language === undefined) return;
      languages.add(language.trim());
      language = undefined;
    },
  });
  return { items, spine, languages };
}

const textTypes =
  /^(?:application\/xhtml\+xml|text\/html|text\/x-oeb1-document|application\/x-dtbook\+xml)$/;

/** The item with text that a place in the order stands for; undefined for pictures. */
function textOf(name: string, items: ReadonlyMap<string, Item>, idref: string): Item | undefined {
  const seen = new Set<string>();
  for (let id: string | undefined = idref; id !== undefined && !seen.has(id);) {
    seen.add(id);
    const item = items.get(id);
    if (!item)
      throw refuse(
        name,
        `the reading order in its package names ${id}, which the package does not list`,
      );
    if (textTypes.test(item.type)) return item;
    if (item.fallback === undefined) {
      if (/^(?:image|audio|video)\//.test(item.type)) return undefined;
      throw refuse(name, `${item.href} in its reading order is ${item.type}, which is not read`);
    }
    id = item.fallback;
  }
  throw refuse(name, `the fallbacks of ${idref} in its package go in a circle`);
}

/** The path in the archive of what a file links to. */
function resolve(name: string, from: string, href: string): string {
  const [link = ''] = href.split('#');
  let decoded: string;
  try {
    decoded = decodeURIComponent(link);
  } catch {
    // A percent sign may be nothing but that.
    decoded = link;
  }
  const parts = decoded.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of decoded.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined)
        throw refuse(name, `its package lists ${href}, which is outside of it`);
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function refuse(name: string, reason: string): AppError {
  return new AppError('unreadable-document', `${name}: ${reason}`, {
    hint: 'download or save the book again',
  });
}
