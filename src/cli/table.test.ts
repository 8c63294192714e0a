import { describe, expect, it } from 'vitest'
import { tableOf, widthOf } from './table.ts'

describe('a table on a terminal', () => {
  it('counts a Chinese character as two columns', () => {
    expect(widthOf('永盛 A1（总）')).toBe(4 + 3 + 6)
  })

  it('keeps columns in line whatever the script', () => {
    const lines = tableOf(
      ['名称', '千升'],
      [
        ['永盛', '1,234'],
        ['Harbour', '7'],
      ],
      [false, true],
    )
    expect(lines).toEqual(['名称      千升', '永盛     1,234', 'Harbour      7'])
    expect(new Set(lines.map(widthOf)).size).toBe(1)
  })
})
