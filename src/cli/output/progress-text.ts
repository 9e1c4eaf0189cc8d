/** `12 of 300 jobs, 4.1/s, 1 min 10 s left`; `what` names what is counted. */
export function progressText(
  done: number,
  total: number,
  milliseconds: number,
  what = 'jobs',
): string {
  const rate = milliseconds > 0 ? done / (milliseconds / 1000) : 0;
  const pace = rate >= 1 || rate === 0 ? `${rate.toFixed(1)}/s` : `${(rate * 60).toFixed(1)}/min`;
  const left = rate > 0 ? `, ${duration((total - done) / rate)} left` : '';
  return `${done} of ${total} ${what}, ${pace}${left}`;
}

/** A duration for people, rounded up. */
export function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
