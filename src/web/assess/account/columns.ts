/**
 * Which sections go to the right column, so that the two end at about the same height: of all ways to part them, the one with
 * the least difference; the first section always stands at the left. `heights`: px, roughly, in reading order (at most a dozen).
 */
export function toTheRight(heights: readonly number[]): readonly boolean[] {
  const ways = 2 ** Math.max(0, heights.length - 1)
  let best = 0
  let least = Infinity
  for (let way = 0; way < ways; way++) {
    const apart = Math.abs(heights.reduce((sum, height, i) => sum + (isRight(way, i) ? -height : height), 0))
    if (apart < least) {
      best = way
      least = apart
    }
  }
  return heights.map((_, i) => isRight(best, i))
}

function isRight(way: number, at: number): boolean {
  return at > 0 && Math.floor(way / 2 ** (at - 1)) % 2 === 1
}
