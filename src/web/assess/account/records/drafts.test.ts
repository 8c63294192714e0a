import { describe, expect, it } from 'vitest'
import { readDraft as readFactDraft, typedValue } from './fact-draft.ts'
import { draftOf, readDraft } from './record-draft.ts'
import { titleOf } from './title.ts'

const today = '2026-11-26'
const fact = {
  fact: 'working_capital',
  value: '1，200,000',
  day: today,
  expiresOn: '',
  source: '征信',
} as const

describe('the draft of a record', () => {
  const empty = draftOf(null, today)
  const contact = { ...empty, name: ' 周永盛 ' }

  it('says nothing of a phone that was not typed, and null of one that is dropped', () => {
    expect(readDraft('contact', contact, today).change).not.toHaveProperty('phone')
    expect(readDraft('contact', { ...contact, dropPhone: true }, today).change).toMatchObject({ phone: null })
    expect(readDraft('contact', { ...contact, phone: '138 0013 4417' }, today).change).toMatchObject({
      name: '周永盛',
      phone: '138 0013 4417',
    })
  })

  it('says which field is wrong, and how to mend it', () => {
    const wrongOf = (...of: Parameters<typeof readDraft>) => readDraft(...of).wrong?.words
    expect(wrongOf('contact', empty, today)).toBe('records.wrong-name')
    expect(wrongOf('contact', { ...contact, phone: '12' }, today)).toBe('records.wrong-phone')
    expect(wrongOf('note', empty, today)).toBe('records.wrong-words-note')
    expect(wrongOf('note', { ...empty, words: 'x', day: '2026-11-27' }, today)).toBe('records.wrong-day')
  })

  it('is called by its name, else by the beginning of its words', () => {
    expect(titleOf({ name: '城北仓', words: '城北路' })).toBe('城北仓')
    expect(titleOf({ name: '', words: '老板说北麓给的账期长，问我们能不能放宽些' })).toBe(
      '老板说北麓给的账期长，问我们能不能放…',
    )
  })
})

describe('the draft of a fact', () => {
  it('reads figures as they are typed, a share in per cent', () => {
    expect(readFactDraft(fact, today).told).toMatchObject({ value: 1_200_000, expiresOn: null })
    expect(typedValue({ fact: 'share_of_wallet', value: '65%' })).toBeCloseTo(0.65)
  })

  it('says which field is wrong, and how to mend it', () => {
    const wrongOf = (change: Partial<Parameters<typeof readFactDraft>[0]>) =>
      readFactDraft({ ...fact, ...change }, today).wrong?.words
    expect(wrongOf({ value: '' })).toBe('records.wrong-value')
    expect(wrongOf({ fact: 'vehicles', value: '1.5' })).toBe('records.wrong-value-whole')
    expect(wrongOf({ fact: 'share_of_wallet', value: '120' })).toBe('records.wrong-value-share')
    expect(wrongOf({ expiresOn: today })).toBe('records.wrong-expires')
    expect(wrongOf({ source: ' ' })).toBe('records.wrong-source')
  })
})
