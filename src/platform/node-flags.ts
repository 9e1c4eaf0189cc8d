/**
 * The Node flags of this process, for the processes that it starts. Leaves out flags that
 * are valid only with code on the command line (`node --input-type=module -e CODE`): a thread or
 * process that inherits them fails.
 */
export function inheritedFlags(flags: readonly string[] = process.execArgv): string[] {
  const kept: string[] = [];
  for (let index = 0; index < flags.length; index++) {
    const flag = flags[index] ?? '';
    if (/^(-e|-p|-pe|--eval|--print)$/.test(flag)) index++;
    else if (!/^--(input-type|eval|print)=/.test(flag)) kept.push(flag);
  }
  return kept;
}

/**
 * The flags of a thread: undefined, for those of this process as they are, wherever that works. Named one by one, flags
 * of V8 are refused, and hold for all threads anyway.
 */
export function threadFlags(flags: readonly string[] = process.execArgv): string[] | undefined {
  const kept = inheritedFlags(flags);
  return kept.length === flags.length ? undefined : kept;
}
