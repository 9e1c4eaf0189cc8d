/** A file's name as a shell takes it for one word, never for an option. */
export function shellWord(file: string): string {
  return /^[\w./+-]+$/.test(file) && !file.startsWith('-')
    ? file
    : `'${file.replace(/'/g, "'\\''")}'`;
}
