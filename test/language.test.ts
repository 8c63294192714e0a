import { describe, expect, it } from 'vitest'
import { problems } from '../src/domain/problem.ts'
import { app as appEn } from '../src/language/en/app.ts'
import { assess as assessEn, reasons as reasonsEn } from '../src/language/en/assess.ts'
import { chain as chainEn } from '../src/language/en/chain.ts'
import { cli as cliEn } from '../src/language/en/cli.ts'
import { deal as dealEn } from '../src/language/en/deal.ts'
import { desk as deskEn } from '../src/language/en/desk.ts'
import { findings as findingsEn, intake as intakeEn } from '../src/language/en/intake.ts'
import { people as peopleEn } from '../src/language/en/people.ts'
import { problem as problemEn } from '../src/language/en/problem.ts'
import { ranking as rankingEn } from '../src/language/en/ranking.ts'
import { second as secondEn } from '../src/language/en/second.ts'
import { settings as settingsEn } from '../src/language/en/settings.ts'
import { warnings as warningsEn } from '../src/language/en/warnings.ts'
import { say, sentence, translator } from '../src/language/index.ts'
import { fill, longDay, shortDay, type Message, type SameAs } from '../src/language/message.ts'
import { app } from '../src/language/zh/app.ts'
import { assess, reasons } from '../src/language/zh/assess.ts'
import { chain } from '../src/language/zh/chain.ts'
import { cli } from '../src/language/zh/cli.ts'
import { deal } from '../src/language/zh/deal.ts'
import { desk } from '../src/language/zh/desk.ts'
import { findings, intake } from '../src/language/zh/intake.ts'
import { people } from '../src/language/zh/people.ts'
import { problem } from '../src/language/zh/problem.ts'
import { ranking } from '../src/language/zh/ranking.ts'
import { second } from '../src/language/zh/second.ts'
import { settings } from '../src/language/zh/settings.ts'
import { warnings } from '../src/language/zh/warnings.ts'

const chapters: readonly (readonly [string, Record<string, Message>, Record<string, Message>])[] = [
  ['app', app, appEn],
  ['problem', problem, problemEn],
  ['assess', assess, assessEn],
  ['reasons', reasons, reasonsEn],
  ['intake', intake, intakeEn],
  ['findings', findings, findingsEn],
  ['warnings', warnings, warningsEn],
  ['people', people, peopleEn],
  ['second', second, secondEn],
  ['settings', settings, settingsEn],
  ['chain', chain, chainEn],
  ['deal', deal, dealEn],
  ['desk', desk, deskEn],
  ['cli', cli, cliEn],
  ['ranking', ranking, rankingEn],
]

const textsOf = (message: Message) => (typeof message === 'string' ? [message] : Object.values(message))
const holesOf = (message: Message) =>
  [
    ...new Set(textsOf(message).flatMap((text) => [...text.matchAll(/\{(\w+)/g)].map((hole) => hole[1]))),
  ].toSorted()

describe('words', () => {
  it.each(chapters)('%s: both languages have the same keys and the same holes', (_, zh, en) => {
    expect(Object.keys(en).toSorted()).toEqual(Object.keys(zh).toSorted())
    for (const key of Object.keys(zh)) expect([key, holesOf(en[key]!)]).toEqual([key, holesOf(zh[key]!)])
  })

  it.each(chapters)(
    '%s: no word is empty, no bracket is left open, Chinese is not in the English',
    (_, zh, en) => {
      for (const [key, message] of [...Object.entries(zh), ...Object.entries(en)])
        for (const text of textsOf(message)) {
          expect([key, text.trim().length > 0]).toEqual([key, true])
          expect([key, text.split('[[').length]).toEqual([key, text.split(']]').length])
        }
      for (const [key, message] of Object.entries(en))
        for (const text of textsOf(message))
          expect([key, /[\u4e00-\u9fff，。]/.test(text)]).toEqual([key, key === 'app.zh'])
    },
  )

  it('no key stands in two chapters', () => {
    const keys = chapters.flatMap(([, zh]) => Object.keys(zh))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('every refusal has one sentence in both languages, also without facts', () => {
    const broken = Object.keys(problems).flatMap((code) =>
      (['zh', 'en'] as const)
        .map((locale) => [code, say(locale, { code, facts: {} })])
        .filter(([, words = '']) => words === code || /—|\{|\[\[|\s[,.]|undefined/.test(words)),
    )
    // A hole outside of [[ ]] has nothing to stand there when its fact is not given.
    expect(broken).toEqual([])
  })

  it('a missing word or a missing fact does not compile', () => {
    const t = translator('zh')
    // @ts-expect-error there is no such key
    expect(() => t('app.nothing')).toThrow(TypeError)
    // @ts-expect-error the hole {id} is not filled
    t('state.error-id')
    // @ts-expect-error the English lacks a key
    const lacking: SameAs<{ readonly a: 'x'; readonly b: 'y' }> = { a: 'x' }
    expect(lacking).toEqual({ a: 'x' })
  })
})

describe('filling', () => {
  it('writes figures, shares, days and plain numbers in the reader’s way', () => {
    const facts = { n: 12_345.6789, share: 0.1834, day: '2026-11-23', year: 2026, loss: -3 }
    const text = '{n} {share:percent} {day} {year:plain} {loss}'
    expect(fill('en', text, facts)).toBe('12,345.679 18.3% 23 Nov 2026 2026 −3')
    expect(fill('zh', text, facts)).toBe('12,345.679 18.3% 2026年11月23日 2026 −3')
  })

  it('leaves out a bracketed part whose fact is unknown, and marks a hole that is not filled', () => {
    expect(fill('en', 'No file[[ {file}]].', {})).toBe('No file.')
    expect(fill('en', 'No file[[ {file}]].', { file: 'a.csv' })).toBe('No file a.csv.')
    expect(fill('en', '{x}', {})).toBe('—')
  })

  it('chooses the plural', () => {
    const rows = { one: '{n} row', other: '{n} rows' }
    expect([0, 1, 2].map((n) => fill('en', rows, { n }))).toEqual(['0 rows', '1 row', '2 rows'])
    expect(fill('zh', { other: '{n} 行' }, { n: 1 })).toBe('1 行')
  })

  it('knows the weekday', () => {
    expect(shortDay('zh', '2026-11-23')).toBe('11月23日 周一')
    expect(shortDay('en', '2026-11-24')).toBe('Tue 24 Nov')
    expect(shortDay('en', '1969-12-31')).toBe('Wed 31 Dec')
    expect(longDay('en', 'no day')).toBe('no day')
  })

  it('a refusal calls a field as the screen does, and one without words by its key', () => {
    const missing = (field: string) => say('zh', { code: 'line/field-missing', facts: { field } })
    expect(missing('valid_to')).toBe(`缺“${intake['field.valid_to']}”。补上再传。`)
    expect(missing('body')).toBe('缺“body”。补上再传。')
  })

  it('shows a code of a newer server as it is', () => {
    expect(say('zh', { code: 'moon/full' })).toBe('moon/full')
    expect(sentence('en', { code: 'moon/full', facts: {} })).toBe('moon/full')
    expect(say('zh', { code: 'toString' })).toBe('toString')
  })
})
