import { assert, nat, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitting, nextSort, picked } from './list-column.ts'

const columns = [
  { key: 'name' },
  { key: 'code', width: 100 },
  { key: 'rep', width: 100 },
  { key: 'volume', width: 90 },
]
const keysOf = (list: readonly { readonly key: string }[]) => list.map(({ key }) => key)

describe('columns', () => {
  it('give way from the last on', () => {
    // 180 + 100 + 100 + 90 = 470
    expect(keysOf(fitting(columns, 470, null))).toEqual(['name', 'code', 'rep', 'volume'])
    expect(keysOf(fitting(columns, 469, null))).toEqual(['name', 'code', 'rep'])
    expect(keysOf(fitting(columns, 10, null))).toEqual(['name'])
  })
  it('keep the one that the rows are sorted by', () => {
    expect(keysOf(fitting(columns, 380, 'volume'))).toEqual(['name', 'code', 'volume'])
  })
  it('never show fewer where there is more room', () => {
    assert(
      property(nat(800), nat(400), (width, more) => {
        expect(fitting(columns, width + more, null).length).toBeGreaterThanOrEqual(
          fitting(columns, width, null).length,
        )
      }),
    )
  })
  it('sort figures from the largest on and words from the first on', () => {
    const cell = () => null
    expect(nextSort({ key: 'v', head: '', align: 'end', cell }, undefined)).toEqual({
      key: 'v',
      descending: true,
    })
    expect(nextSort({ key: 'n', head: '', cell }, { key: 'v', descending: true })).toEqual({
      key: 'n',
      descending: false,
    })
    expect(nextSort({ key: 'n', head: '', cell }, { key: 'n', descending: false })).toEqual({
      key: 'n',
      descending: true,
    })
  })
})

describe('picking', () => {
  const keys = ['a', 'b', 'c', 'd']
  it('takes and leaves one row', () => {
    expect([...picked(keys, new Set(), 1, null)]).toEqual(['b'])
    expect([...picked(keys, new Set(['b', 'd']), 1, null)]).toEqual(['d'])
  })
  it('takes the rows between, in both directions', () => {
    expect([...picked(keys, new Set(['b']), 3, 1)].toSorted()).toEqual(['b', 'c', 'd'])
    expect([...picked(keys, new Set(), 0, 2)].toSorted()).toEqual(['a', 'b', 'c'])
  })
  it('leaves everything where the row is gone', () => {
    expect([...picked(keys, new Set(['a']), 9, null)]).toEqual(['a'])
  })
})
