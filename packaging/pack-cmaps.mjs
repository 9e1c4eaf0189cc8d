/**
 * Makes src/read/documents/pdf/data/cmaps.ts, the tables that some Chinese, Japanese and Korean PDF files
 * are read by, from the package pdfjs-dist of the version of pdf.js that unpdf contains:
 *
 *     npm pack pdfjs-dist@5.6.205 && tar xzf pdfjs-dist-5.6.205.tgz package/cmaps
 *     node packaging/pack-cmaps.mjs package/cmaps
 *
 * The package itself is no dependency: it is 40 MB, of which these are one.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const [folder = 'package/cmaps'] = process.argv.slice(2);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.bcmap'))
  .sort();
const files = names.map((name) => readFileSync(join(folder, name)));
const packed = brotliCompressSync(Buffer.concat(files), {
  params: { [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_QUALITY]: 11 },
});
const lengths = names.map((name, index) => `${name} ${files[index].length}`).join('\n  ');
writeFileSync(
  join(import.meta.dirname, '../src/read/documents/pdf/data/cmaps.ts'),
  `/* Made by packaging/pack-cmaps.mjs; not to be edited by hand. */

/** The files in \`packedCMaps\`, each with its length in bytes. */
export const cMapLengths = \`
  ${lengths}
\`;

/** The files one after the other, compressed by Brotli, in base64. */
export const packedCMaps =
  '${packed.toString('base64')}';
`,
);
