import { assert, dictionary, property, string, stringMatching } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { downloads, parseSearch, readPlaceAndDay, stringifySearch } from './paths.ts'

describe('addresses', () => {
  it('keep a code as it was written: leading zeros, 1e3, true, signs of a query', () => {
    for (const node of ['0412', '1e3', 'true', 'null', 'a&b=c#d', '临江 城区', '+%2B'])
      expect(parseSearch(stringifySearch({ node }))).toEqual({ node })
  })

  it('come back whole, whatever text stands in them', () => {
    const text = string({ unit: 'grapheme', minLength: 1 })
    assert(
      property(dictionary(stringMatching(/^[a-z]{1,6}$/), text), (search) => {
        expect(parseSearch(stringifySearch(search))).toEqual({ ...search })
      }),
    )
  })

  it('leave out what is not known, and a day that is none', () => {
    expect(stringifySearch({ node: undefined, asOf: '2026-11-23', q: '' })).toBe('?asOf=2026-11-23')
    expect(readPlaceAndDay({ node: 'LJ', asOf: 'yesterday' })).toEqual({ node: 'LJ' })
    expect(readPlaceAndDay({ node: '', asOf: '2026-11-23' })).toEqual({ asOf: '2026-11-23' })
  })

  it('of downloads carry place and day', () => {
    expect(downloads.export('accounts', 'csv', { node: 'A&B', asOf: undefined })).toBe(
      '/api/export/accounts?format=csv&node=A%26B',
    )
  })
})
