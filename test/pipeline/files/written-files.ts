/** The files that a writer writes, whole, by their endings: bytes as Latin-1, so that they can be compared as text. */
export async function writtenFiles(
  parts: AsyncIterable<{ readonly file: string; readonly chunk: string | Uint8Array }>,
): Promise<Readonly<Record<string, string>>> {
  const files: Record<string, string> = {};
  for await (const { file, chunk } of parts)
    files[file] = (files[file] ?? '') + Buffer.from(chunk).toString('latin1');
  return files;
}
