/** The `code` of an error of the operating system (`ENOENT`, `EACCES`), undefined for any other. */
export function systemErrorCode(error: unknown): string | undefined {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return error.code;
  }
  return undefined;
}
