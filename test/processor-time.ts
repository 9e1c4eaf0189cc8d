/**
 * Milliseconds of the processor that this process spends on some work: unlike a clock, it does not count what other
 * programs take on a busy machine.
 */
export async function processorTime(work: () => unknown): Promise<number> {
  const begun = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}
