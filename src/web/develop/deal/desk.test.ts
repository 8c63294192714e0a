import { describe, expect, it } from 'vitest'
import { firstDesk, presetOf, rawDeal, readingOf, type Desk } from './desk.ts'
import { typedNumber } from '../../ui/figures.ts'
import { shareSaid, wholeYuan, yuan } from './figures.ts'
import { readScenarios } from './kept-scenarios.ts'
import { sumsOf } from './sums.ts'

const deskWith = (differs: Partial<Desk>): Desk => ({ ...firstDesk, ...differs })

describe('the desk', () => {
  it('begins with the article’s 15 in reading A, and what is kept is a range until it is said', () => {
    const { sums } = sumsOf(firstDesk)
    expect(sums?.said.perCase.total).toBe(15)
    // 6 of spread are sure; 3 of the exchange and 6 of the prizes hang on what nobody has said
    expect([sums?.low, sums?.high, sums?.open.length]).toEqual([6, 15, 2])
    expect(readingOf(firstDesk)).toBe('A')
    expect(readingOf(deskWith(presetOf('B')))).toBe('B')
    expect(readingOf(deskWith({ spread: 5 }))).toBeNull()
  })

  it('with one share said only the other one is open; with both the range is a figure', () => {
    const one = sumsOf(deskWith({ returnRate: 0.7 })).sums
    expect([one?.low, one?.high]).toEqual([8.1, 14.1]) // 6 + 2.10 + 0 … 6
    const both = sumsOf(deskWith({ returnRate: 0.7, kept: 0.5 })).sums
    expect([both?.low, both?.high, both?.said.perCase.total]).toEqual([11.1, 11.1, 15])
  })

  it('compares kept with kept: a rival who leaves 9.20 is reached at a spread of 4.10', () => {
    expect(sumsOf(deskWith({ returnRate: 0.7, kept: 0.5, rivalKept: 9.2 })).sums?.rivalBreak).toBe(4.1)
    // what is kept is open: nothing is compared
    expect(sumsOf(deskWith({ rivalKept: 9.2 })).sums?.rivalBreak).toBeNull()
  })

  it('leaves out a part that lacks what it needs, and says what cannot be', () => {
    expect(sumsOf(deskWith({ n: null })).sums?.said.perCase.total).toBe(12)
    expect(rawDeal(deskWith({ rebateBy: 'tiers', tiers: [{ from: null, rate: 1 }] }))).toMatchObject({
      case: { rebate: null },
    })
    expect(sumsOf(deskWith({ kept: 1.5 })).problem?.code).toBe('deal/share-outside')
  })
})

describe('what is typed and said', () => {
  it('takes full-width figures, commas and per cent; empty is nothing, words are no number', () => {
    expect(['１５', '2,400', '70%', '−1.5', ' ', '六', '.5'].map(typedNumber)).toEqual([
      15,
      2400,
      70,
      -1.5,
      null,
      undefined,
      0.5,
    ])
  })

  it('says money to the fen, and shares as people do', () => {
    expect([yuan(15), yuan(-0.5), yuan(null), wholeYuan(36_000)]).toEqual(['15.00', '−0.50', '—', '36,000'])
    expect([0.7, 0.5, 1, 0.55, 0].map((share) => shareSaid('zh', share))).toEqual([
      '七成',
      '五成',
      '100%',
      '55%',
      '0%',
    ])
    expect(shareSaid('en', 0.7)).toBe('70%')
  })

  it('reads what was put aside, and nothing of what is none', () => {
    const kept = [{ id: 'a', name: '方案1', desk: { spread: 4 } }, null, { id: 1 }]
    expect(readScenarios(JSON.stringify(kept))).toEqual([
      { id: 'a', name: '方案1', desk: { ...firstDesk, spread: 4 } },
    ])
    expect([readScenarios(null), readScenarios('{'), readScenarios('{}')]).toEqual([[], [], []])
  })
})
