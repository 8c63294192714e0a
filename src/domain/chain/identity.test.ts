import { assert, integer, option, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeKey, matchLostZeros, withoutZeros } from './code.ts'
import { fingerprintOf, identityOf, wordsOf, type Fingerprinted } from './identity.ts'
import { ALWAYS, withSizes, type Period } from './size-period.ts'

const LINE = { source: '', kind: 'sell_in', day: '2025-01-05', seller: '', buyer: 'a1', sku: 's1' } as const

describe('identity of a line', () => {
  it('is source, document and line; without a line number everything that names it', () => {
    expect(identityOf({ ...LINE, doc: 'D1', line: '1' })).toBe(
      identityOf({ ...LINE, doc: 'D1', line: '1', buyer: 'a2', day: '2025-02-01' }),
    )
    expect(identityOf({ ...LINE, doc: 'D1' })).not.toBe(identityOf({ ...LINE, doc: 'D1', buyer: 'a2' }))
    expect(identityOf(LINE)).not.toBe(identityOf({ ...LINE, day: '2025-01-06' }))
    expect(identityOf({ ...LINE, doc: 'D1', line: '1' })).not.toBe(
      identityOf({ ...LINE, doc: 'D1', line: '1', source: 'erp' }),
    )
    expect(identityOf({ ...LINE, doc: 'D1', line: '11' })).not.toBe(
      identityOf({ ...LINE, doc: 'D11', line: '1' }),
    )
  })

  it('a fingerprint tells lines apart that differ in one figure', () => {
    const figure = option(integer(), { nil: null })
    const line = (figures: readonly (number | null)[]): Fingerprinted => ({
      kind: 0,
      day: 2e4,
      seller: [0, 0],
      buyer: wordsOf('a1'),
      sku: wordsOf('s1'),
      millilitres: figures[0] ?? 1,
      milliCases: figures[1] ?? null,
      amountMinor: figures[2] ?? null,
      costMinor: figures[3] ?? null,
    })
    const four = tuple(figure, figure, figure, figure)
    assert(
      property(four, four, (a, b) => {
        const same = JSON.stringify(line(a)) === JSON.stringify(line(b))
        return same === (fingerprintOf(line(a)).join() === fingerprintOf(line(b)).join())
      }),
    )
    expect(fingerprintOf(line([1, null, 2, 3]))).not.toEqual(fingerprintOf(line([1, 2, null, 3])))
  })
})

describe('codes', () => {
  it('agree after NFKC, trimming, white space and case', () => {
    expect(codeKey('　ＡＢ１２ ')).toBe('ab12')
    expect(codeKey('a  b')).toBe(codeKey('A B'))
    expect([withoutZeros('00296'), withoutZeros('000'), withoutZeros('0a1')]).toEqual(['296', '0', '0a1'])
  })

  it('lost zeros are found only where one longer code exists and the names agree', () => {
    const numeric = { key: '296', name: 'Riverside' }
    const one = { key: '00296', name: ' riverside ' }
    expect(matchLostZeros(numeric, [one])).toEqual({ kind: 'one', match: one })
    expect(matchLostZeros(numeric, [{ key: '00296', name: 'Hilltop' }])).toEqual({ kind: 'none' })
    expect(matchLostZeros({ key: '296', name: null }, [one])).toEqual({ kind: 'none' })
    expect(matchLostZeros(numeric, [one, { key: '0296', name: 'Hilltop' }])).toEqual({ kind: 'none' })
    expect(matchLostZeros(numeric, [one, { key: '0296', name: 'Riverside' }])).toEqual({ kind: 'several' })
  })
})

describe('sizes of a product over time', () => {
  const period = (validFrom: string, unitMl: number | null): Period => ({
    validFrom,
    packUnits: 12,
    unitMl,
    costMinor: 5,
    exciseMinor: null,
  })
  const seen = (first: string, unitMl: number) => ({ first, size: { packUnits: 12, unitMl } })

  it('the first holds from always, a different one opens a period, an unknown one is filled in', () => {
    expect(withSizes([], [seen('2025-03-01', 500)]).periods).toMatchObject([
      { validFrom: ALWAYS, unitMl: 500 },
    ])
    const opened = withSizes([period('2025-01-01', 500)], [seen('2025-06-01', 450)])
    expect(opened).toMatchObject({
      changed: true,
      opened: 1,
      periods: [{ unitMl: 500 }, { validFrom: '2025-06-01', unitMl: 450, costMinor: 5 }],
    })
    expect(withSizes([period('2025-01-01', null)], [seen('2025-06-01', 450)])).toMatchObject({
      opened: 0,
      periods: [{ unitMl: 450 }],
    })
    expect(withSizes([period('2025-01-01', 500)], [seen('2025-01-01', 450)])).toMatchObject({
      changed: false,
      clashing: 1,
    })
  })

  it('saying the same again changes nothing', () => {
    const day = integer({ min: 1, max: 28 }).map((n) => `2025-02-${String(n).padStart(2, '0')}`)
    const size = tuple(day, integer({ min: 1, max: 3 })).map(([first, n]) => seen(first, n * 250))
    assert(
      property(tuple(size, size, size), (sizes) => {
        const distinct = sizes.filter(
          (one, at) => sizes.findIndex((other) => other.size.unitMl === one.size.unitMl) === at,
        )
        const { periods } = withSizes([], distinct)
        return withSizes(periods, distinct).changed === false
      }),
    )
  })
})
