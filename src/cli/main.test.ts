import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aFolder, buildProgram, tonnage } from '../../test/make/program.ts'

const place = aFolder()
const data = path.join(place.folder, 'data')

beforeAll(buildProgram)
afterAll(() => place.remove())

type Failure = { problem: { code: string; detail: string; facts: Record<string, string | number> } }

async function failure(args: readonly string[], folder = data) {
  const answer = await tonnage(folder, [...args, '--json'])
  return { ...answer, problem: (JSON.parse(answer.out) as Failure).problem }
}

describe('wrong usage', () => {
  it('an unknown command says what there is', async () => {
    const answer = await failure(['brew'])
    expect([answer.status, answer.problem.code]).toEqual([2, 'request/usage'])
    expect(answer.problem.detail).toMatch(/brew.*start.*check/)
    expect(answer.err).toContain(answer.problem.detail)
  })

  it.each([
    ['an unknown option', ['check', '--loudly']],
    ['a value that is none of the choices', ['check', '--lang', 'fr']],
    ['a port that is no port', ['start', '--port', 'http']],
    ['too many arguments', ['check', 'everything']],
  ])('%s', async (_, args) => {
    const answer = await failure(args)
    expect([answer.status, answer.problem.code]).toEqual([2, 'request/usage'])
  })

  it('no command at all shows the help', async () => {
    const answer = await tonnage(data, [])
    expect(answer.status).toBe(0)
    expect(answer.out).toContain('start')
  })
})

describe('help and wrong usage', () => {
  it.each([[], ['start'], ['deal'], ['import'], ['import', 'undo'], ['user', 'add']])(
    'are wholly in the language asked: %s %s',
    async (...words) => {
      const help = await tonnage(data, ['--lang', 'zh', ...words, '--help'])
      expect(help.status).toBe(0)
      expect(help.out).toMatch(/用法：.*选项/s)
      for (const heading of [
        'Usage',
        'Options',
        'Commands',
        'Arguments',
        'display help',
        'default:',
        '[options]',
      ])
        expect(help.out).not.toContain(heading)
      const english = await tonnage(data, ['--lang', 'en', ...words, '--help'], {
        env: { TONNAGE_LANG: 'zh' },
      })
      expect(english.out).toContain('Usage:')
      expect(english.out).not.toMatch(/[\u4e00-\u9fff]/)
    },
  )

  it('says what is wrong in that language too', async () => {
    const answer = await failure(['check', '--loudly', '--lang', 'zh'])
    expect(answer.problem.detail).toBe('没有 --loudly 这个选项。加 --help 看有哪些。')
  })
})

describe('answers', () => {
  it('--json is one document on standard output and nothing else', async () => {
    const answer = await tonnage(data, ['check', '--json'])
    expect(answer.status).toBe(0)
    expect(answer.out.trim().split('\n')).toHaveLength(1)
    expect(JSON.parse(answer.out)).toMatchObject({ ok: true })
  })

  it('global options stand before or after the command, and --lang chooses the words', async () => {
    const zh = await tonnage(data, ['--lang', 'zh', 'check'])
    const en = await tonnage(data, ['check', '--lang=en'])
    expect(zh.out).toContain('审计链')
    expect(en.out).toContain('audit chain')
  })

  it('a refusal has its code, its words and its status', async () => {
    const answer = await failure(['check', '--as', 'nobody@example.com'])
    expect([answer.status, answer.problem.code]).toEqual([4, 'person/missing'])
    expect(answer.problem.detail).toContain('nobody@example.com')
  })

  it('a fault of our own has an id, the same in both places, and status 1', async () => {
    const broken = path.join(place.folder, 'broken')
    mkdirSync(broken)
    writeFileSync(path.join(broken, 'database.secret'), 'not json')
    const answer = await failure(['check'], broken)
    expect([answer.status, answer.problem.code]).toEqual([1, 'bug'])
    expect(answer.err).toContain(String(answer.problem.facts['id']))
  })
})
