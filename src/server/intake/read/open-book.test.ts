import { afterAll, describe, expect, it } from 'vitest'
import { makeLines } from '../../../../test/make/files/lines.ts'
import { scratch, summed, wanted } from '../../../../test/make/files/reading.ts'
import { bookTwists, makeBook } from '../../../../test/make/files/twists-book.ts'

const folder = scratch()
afterAll(() => folder.remove())

describe('workbooks in the shapes that offices export', () => {
  it.each(bookTwists)('%s', async (name) => {
    const made = makeBook(name, makeLines(bookTwists.indexOf(name) + 100))
    const got = await summed(folder, made)
    expect(got.problems).toEqual({})
    expect(got.sums).toEqual(wanted(made))
  })
})
