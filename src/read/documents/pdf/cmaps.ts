/** The tables from codes to characters of Chinese, Japanese and Korean fonts that files only name. */
import { brotliDecompressSync } from 'node:zlib';
import { cMapLengths, packedCMaps } from './data/cmaps.js';

let files: ReadonlyMap<string, Uint8Array> | undefined;

/** A table by the name of its file (`90ms-RKSJ-H.bcmap`); undefined if there is none. */
export function readCMap(name: string): Uint8Array | undefined {
  files ??= unpack();
  // Whoever gets it may give it away.
  return files.get(name)?.slice();
}

function unpack(): Map<string, Uint8Array> {
  const all = brotliDecompressSync(Buffer.from(packedCMaps, 'base64'));
  const found = new Map<string, Uint8Array>();
  let at = 0;
  for (const entry of cMapLengths.trim().split(/\s*\n\s*/)) {
    const [name = '', length = '0'] = entry.split(' ');
    found.set(name, all.subarray(at, (at += Number(length))));
  }
  return found;
}
