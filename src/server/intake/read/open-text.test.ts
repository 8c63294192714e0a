import { afterAll, describe, expect, it } from 'vitest'
import { makeLines } from '../../../../test/make/files/lines.ts'
import { scratch, summed, wanted } from '../../../../test/make/files/reading.ts'
import { makeText, textTwists } from '../../../../test/make/files/twists-text.ts'

const folder = scratch()
afterAll(() => folder.remove())

describe('text files in the shapes that offices export', () => {
  it.each(textTwists)('%s', async (name) => {
    const made = makeText(name, makeLines(textTwists.indexOf(name) + 1))
    const got = await summed(folder, made)
    expect(got.problems).toEqual({})
    expect(got.sums).toEqual(wanted(made))
  })
})
