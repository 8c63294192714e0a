/** Growth on the time before; null where there was none, so that nobody sees an infinite per cent. */
export function growth(now: number | null, before: number | null): number | null {
  return now === null || before === null || before <= 0 ? null : now / before - 1
}
