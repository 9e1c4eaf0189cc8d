/** A file name quoted for a shell if necessary, and never mistaken for an option. */
export function shellWord(file: string): string {
  return /^[\w./+-]+$/.test(file) && !file.startsWith('-')
    ? file
    : `'${file.replace(/'/g, "'\\''")}'`;
}
