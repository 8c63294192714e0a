import { expect, it } from 'vitest'
import type { AccountProfile } from '../../../contract/assess.ts'
import { failedByHand, markedReason, reasonKeys, testsOf } from './verdict.ts'

type Judged = Parameters<typeof testsOf>[0]
const judged = (over: {
  parts?: object
  contribution?: number | null
  steps?: AccountProfile['scoreSteps']
}) =>
  ({
    account: {
      parts: { volume: 93, profit: 79, strength: 40, potential: 62, ...over.parts },
      contribution: over.contribution === undefined ? 1_447_000 : over.contribution,
    },
    scoreSteps:
      over.steps === undefined
        ? [
            { name: 'mean', kind: 'total', value: 50 },
            { name: 'volume', kind: 'plus', value: 14.1 },
            { name: 'profit', kind: 'plus', value: 8.1 },
            { name: 'strength', kind: 'minus', value: 2 },
            { name: 'potential', kind: 'plus', value: 0 },
            { name: 'score', kind: 'total', value: 70.2 },
          ]
        : over.steps,
  }) as Judged
const passed = (profile: Judged) => testsOf(profile).map((test) => test.passed)

it('passes what is not below the mean of the market', () => {
  expect(passed(judged({}))).toEqual([true, true, false, true])
})

it('a loss never passes, however it compares; what nobody knows neither passes nor fails', () => {
  expect(passed(judged({ contribution: -5 }))).toEqual([true, false, false, true])
  expect(passed(judged({ parts: { strength: null } }))).toEqual([true, true, null, true])
  expect(passed(judged({ steps: null }))).toEqual([null, null, null, null])
})

it('names the failed tests of a key account that was set by hand, and of no other', () => {
  const by = (standing: string) =>
    ({ ...judged({ contribution: -5 }), override: { standing } }) as Parameters<typeof failedByHand>[0]
  expect(failedByHand(by('key_account'))).toEqual(['profit', 'strength'])
  expect(failedByHand(by('regular'))).toEqual([])
  expect(failedByHand({ ...judged({ contribution: -5 }), override: null })).toEqual([])
})

it('marks the figures of a sentence by its place and by whether it is a loss', () => {
  const silent = { code: 'loyalty.silent', facts: { n: 41, usual: 12 } }
  expect(markedReason('zh', silent, 1)).toBe('已 <loss1>41</loss1> 天未进货，平时每 <loss1>12</loss1> 天一次')
  const first = { code: 'tonnage.place', facts: { place: 2, share: 0.131 } }
  expect(markedReason('zh', first, 0)).toBe('销量第 <why0>2</why0>，占本市场 <why0>13.1%</why0>')
})

it('leaves days and numbers of the wording alone', () => {
  const grew = { code: 'tonnage.grew', facts: { change: 1.095 } }
  expect(markedReason('zh', grew, 2)).toBe('近 12 个月比上一年多销 <why2>109.5%</why2>')
  const since = { code: 'dormant.since', facts: { n: 200, day: '2026-05-07' } }
  expect(markedReason('zh', since, 0)).toBe('2026年5月7日以后再没有进出货，已 <loss0>200</loss0> 天')
})

it('each mark opens the figure it is about', () => {
  const keys = reasonKeys([
    { code: 'loyalty.silent', facts: {} },
    { code: 'tonnage.grew', facts: {} },
  ])
  expect(keys.map(({ tag, why }) => `${tag} ${why}`)).toEqual([
    'why0 loyalty',
    'loss0 loyalty',
    'why1 lastYear',
    'loss1 lastYear',
  ])
})
