/**
 * Robustness of a market's verdicts: 10,000 weightings over 60, 400 and 2,000 accounts, one criterion unknown, as a ratio to
 * sorting as many random numbers as often (the floor of any method that ranks each draw). Run: npx tsx benchmarks/robustness.ts
 */
import { sfc32 } from '../src/domain/assess/random.ts'
import { drawWeightings, robustness } from '../src/domain/assess/robustness.ts'

const DRAWS = 10_000
const ranks = { k: 10, enterRank: 9, leaveRank: 13 }

function median(run: () => void): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return times.toSorted((a, b) => a - b)[2] ?? Number.NaN
}

for (const accounts of [60, 400, 2000]) {
  const random = sfc32(1)
  const contenders = Array.from({ length: accounts }, () => ({
    units: { volume: random(), profit: random(), strength: null, potential: random() },
    same: [true, false, false, false],
  }))
  const row = new Float64Array(accounts)
  const floor = median(() => {
    for (let draw = 0; draw < DRAWS; draw += 1) {
      for (let i = 0; i < accounts; i += 1) row[i] = random()
      row.sort()
    }
  })
  const ours = median(() => robustness(contenders, ranks, drawWeightings(DRAWS, sfc32(1), null), sfc32(2)))
  console.log(
    `${accounts} accounts × ${DRAWS} draws: ${ours.toFixed(0)} ms, sorting alone ${floor.toFixed(0)} ms, ratio ${(ours / floor).toFixed(2)}`,
  )
}
