/** Area under the ROC curve: how often a good pair has a higher score than a bad one; ties count half. */
export function areaUnder(good: readonly number[], bad: readonly number[]): number {
  if (good.length === 0 || bad.length === 0) return NaN;
  const all = [
    ...good.map((score) => ({ score, isGood: true })),
    ...bad.map((score) => ({ score, isGood: false })),
  ].sort((x, y) => x.score - y.score);
  let ranks = 0;
  for (let from = 0; from < all.length;) {
    let end = from;
    while (end < all.length && all[end]?.score === all[from]?.score) end++;
    const rank = (from + end + 1) / 2;
    for (let at = from; at < end; at++) if (all[at]?.isGood === true) ranks += rank;
    from = end;
  }
  return (ranks - (good.length * (good.length + 1)) / 2) / (good.length * bad.length);
}
