import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ownPath } from './company-sign-in-flow.ts'
import { companySignInNamed } from './company-sign-in-settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'tonnage-secret-'))
const file = join(folder, 'secret')
const right = {
  TONNAGE_URL: 'https://tonnage.example.com',
  TONNAGE_OIDC_ISSUER: 'https://login.example.com/realms/acme',
  TONNAGE_OIDC_CLIENT_ID: 'tonnage',
  TONNAGE_OIDC_CLIENT_SECRET: 'secret',
}
const { TONNAGE_OIDC_CLIENT_SECRET: _, ...secretless } = right

function read(env: NodeJS.ProcessEnv) {
  const named = companySignInNamed(env)
  return named.ok ? named.value : named.problem.code
}

beforeAll(() => writeFileSync(file, 'from a file\n', { mode: 0o600 }))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the settings of the company’s sign-in', () => {
  it('are none where nothing is set, or nothing is in it', () => {
    expect(read({ TONNAGE_URL: 'nonsense' })).toBe(null)
    expect(read({ TONNAGE_OIDC_ISSUER: ' ', TONNAGE_OIDC_ONLY: '' })).toBe(null)
  })

  it('are read', () => {
    expect(read(right)).toMatchObject({
      clientId: 'tonnage',
      clientSecret: 'secret',
      name: null,
      only: false,
      trustsEmail: false,
      hosts: [],
      patience: 10,
      redirectUri: new URL('https://tonnage.example.com/api/sign-in/company/callback'),
    })
    const more = {
      TONNAGE_OIDC_NAME: '蓝江账号',
      TONNAGE_OIDC_ONLY: '1',
      TONNAGE_OIDC_TRUST_EMAIL: '1',
      TONNAGE_OIDC_HOSTS: 'Keys.example.com, token.example.com:8443',
    }
    expect(read({ ...right, ...more })).toMatchObject({
      name: '蓝江账号',
      only: true,
      trustsEmail: true,
      hosts: ['keys.example.com', 'token.example.com:8443'],
    })
    expect(read({ ...secretless, TONNAGE_OIDC_CLIENT_SECRET_FILE: file })).toMatchObject({
      clientSecret: 'from a file',
    })
    for (const here of ['http://localhost:8080', 'http://127.0.0.1:8080', 'http://[::1]:8080'])
      expect(read({ ...right, TONNAGE_OIDC_ISSUER: here, TONNAGE_URL: here })).toMatchObject({
        issuer: new URL(here),
      })
  })

  it.each([
    ['sign-in/issuer', { TONNAGE_OIDC_ISSUER: 'http://login.example.com' }],
    ['sign-in/issuer', { TONNAGE_OIDC_ISSUER: 'login.example.com' }],
    ['sign-in/issuer', { TONNAGE_OIDC_ISSUER: '' }],
    ['sign-in/issuer', { TONNAGE_OIDC_ISSUER: 'https://user:word@login.example.com' }],
    ['sign-in/issuer', { TONNAGE_OIDC_ISSUER: 'https://login.example.com/?tenant=x' }],
    ['sign-in/issuer', { TONNAGE_OIDC_ISSUER: 'http://127.0.0.1.example.com' }],
    ['sign-in/address', { TONNAGE_URL: undefined }],
    ['sign-in/address', { TONNAGE_URL: 'http://tonnage.example.com' }],
    ['sign-in/client', { TONNAGE_OIDC_CLIENT_ID: '' }],
    ['sign-in/client', { TONNAGE_OIDC_CLIENT_SECRET: '' }],
    ['sign-in/client', { TONNAGE_OIDC_CLIENT_SECRET_FILE: file }],
    ['sign-in/switch', { TONNAGE_OIDC_ONLY: 'yes' }],
    ['sign-in/switch', { TONNAGE_OIDC_TRUST_EMAIL: 'true' }],
    ['sign-in/hosts', { TONNAGE_OIDC_HOSTS: 'https://keys.example.com' }],
    ['sign-in/hosts', { TONNAGE_OIDC_HOSTS: 'a.example, *.example.com' }],
  ])('that cannot be used are refused: %s %j', (code, change) => {
    expect(read({ ...right, ...change })).toBe(code)
  })

  it('take the secret from no file that others can read, that is empty or not there', () => {
    const from = (name: string) => read({ ...secretless, TONNAGE_OIDC_CLIENT_SECRET_FILE: name })
    chmodSync(file, 0o640)
    expect(from(file)).toBe('sign-in/secret-file')
    expect(from(join(folder, 'none'))).toBe('sign-in/secret-file')
    const empty = join(folder, 'empty')
    writeFileSync(empty, '\n', { mode: 0o600 })
    expect(from(empty)).toBe('sign-in/secret-file')
  })
})

describe('where one comes back to', () => {
  it.each(['/accounts?node=A%26B', '/', '/data/audit', '/sign-in?next=%2Fx', '/apiary'])(
    'is a page of our own: %s',
    (path) => {
      expect(ownPath(path)).toBe(path)
    },
  )

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/..//evil.example',
    '/%2e%2e//evil.example',
    '/./\\evil.example',
    'javascript:alert(1)',
    'accounts',
    '',
    '/api',
    '/API/sign-out',
    '/x/../api/start',
    `/${'a'.repeat(2000)}`,
  ])('is never another’s: %j', (path) => {
    expect(ownPath(path)).toBe('/')
  })
})
