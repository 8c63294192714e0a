import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { auditKindNames, type AuditEntry, type AuditKind, type AuditPage } from '../../../contract/audit.ts'
import { fieldWords, valueWords } from '../../../language/audit-words.ts'
import type { Locale, Translate } from '../../../language/index.ts'
import { api } from '../../api.ts'

/** What the address says: which entries, and which of them stands open. */
export type AuditSearch = {
  readonly account: string
  readonly person: string
  readonly kind: AuditKind | undefined
  readonly from: string
  readonly to: string
  readonly entry: string | null
}

export function readAuditSearch(raw: Readonly<Record<string, unknown>>): AuditSearch {
  const text = (name: string) => (typeof raw[name] === 'string' ? raw[name] : '')
  return {
    account: text('account'),
    person: text('person'),
    kind: auditKindNames.find((one) => one === raw['kind']),
    from: text('from'),
    to: text('to'),
    entry: text('entry') || null,
  }
}

/** The filter as the server and the file take it; empty parts are left out. */
export function askOf({ account, person, kind, from, to }: AuditSearch) {
  return {
    ...(account === '' ? {} : { account }),
    ...(person === '' ? {} : { person }),
    ...(kind === undefined ? {} : { kind }),
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
  }
}

export function auditQuery(search: AuditSearch) {
  const ask = askOf(search)
  return infiniteQueryOptions({
    queryKey: ['audit', ask],
    queryFn: ({ pageParam, signal }): Promise<AuditPage> =>
      api.audit({ ...ask, ...(pageParam === null ? {} : { after: pageParam }) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  })
}

/** A moment in the company's own time, as its days are counted. */
export function momentIn(locale: Locale, timeZone: string): (at: string) => string {
  const format = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  return (at) => format.format(new Date(at))
}

/** The first thing that an entry says, on one line, and how many more there are; ids and checksums say nothing to a person. */
export function briefOf(t: Translate, locale: Locale, { said }: AuditEntry): string {
  const told = said.filter(({ field }) => !/(^|\.)(edit|record|digest)$/.test(field))
  const [first, ...rest] = told
  if (!first) return ''
  const value = (text: string | null) =>
    text === null ? t('app.missing') : valueWords(locale, first.field, text)
  const words = `${fieldWords(locale, first.field)} ${first.before === null ? '' : `${value(first.before)} → `}${value(first.after)}`
  return rest.length === 0 ? words : `${words} · ${t('audit.said-more', { n: rest.length })}`
}
