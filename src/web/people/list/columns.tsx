import type { PersonView, StandIn } from '../../../contract/people.ts'
import { shortDay } from '../../../language/message.ts'
import type { Key, Locale, Translate } from '../../../language/index.ts'
import type { ListColumn } from '../../ui/list-column.ts'
import { roleWord } from '../../ui/role-word.ts'
import { stateOf } from './queries.ts'

type Reading = { readonly t: Translate; readonly locale: Locale; readonly today: string }

/** Columns of the list of people: who, as what, where, whether they come in, and who stands in. */
export function peopleColumns(
  reading: Reading,
  standIns: readonly StandIn[],
): readonly ListColumn<PersonView>[] {
  const { t, locale } = reading
  const moment = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  return [
    {
      key: 'name',
      head: t('people.col-name'),
      sortable: true,
      cell: (row) => (
        <span className="people-name" data-out={!row.active || undefined}>
          <strong title={row.name}>{row.name}</strong>
          <span>{row.email}</span>
        </span>
      ),
    },
    {
      key: 'role',
      head: t('people.col-role'),
      width: 150,
      sortable: true,
      cell: (row) => roleWords(t, row),
    },
    {
      key: 'where',
      head: t('people.col-where'),
      width: 190,
      cell: (row) => {
        const words = placeWords(row)
        return words === '' ? t('app.missing') : <span title={words}>{words}</span>
      },
    },
    {
      key: 'state',
      head: t('people.col-state'),
      width: 130,
      sortable: true,
      cell: (row) => (
        <span className={stateOf(row) === 'in' ? undefined : 'tag'}>{t(`people.state-${stateOf(row)}`)}</span>
      ),
    },
    {
      key: 'last',
      head: t('people.col-last'),
      width: 170,
      sortable: true,
      cell: (row) => (row.lastSignIn === null ? t('people.never') : moment.format(new Date(row.lastSignIn))),
    },
    {
      key: 'stand-in',
      head: t('people.col-stand-in'),
      width: 190,
      cell: (row) => standInWords(reading, row, standIns),
    },
  ]
}

function roleWords(t: Translate, { roles }: Pick<PersonView, 'roles'>): string {
  const words = [...new Set(roles.map((one) => roleWord(t, one)))]
  return words.length === 0 ? t('app.missing') : words.join(t('policy.weight-comma'))
}

function placeWords({ roles }: Pick<PersonView, 'roles'>): string {
  return [...new Set(roles.map(({ nodeName }) => nodeName))].join(' · ')
}

function standInWords({ t, locale, today }: Reading, row: PersonView, standIns: readonly StandIn[]): string {
  const one =
    standIns.find(({ absent }) => absent.email === row.email) ??
    standIns.find(({ by }) => by.email === row.email)
  if (!one) return t('app.missing')
  const key: Key & `people.${string}` =
    one.absent.email === row.email ? 'people.stand-in-by' : 'people.stand-in-for'
  const name = one.absent.email === row.email ? one.by.name : one.absent.name
  const words = t(key, { name, day: shortDay(locale, one.to) })
  return one.from > today
    ? `${t('people.stand-in-later', { day: shortDay(locale, one.from) })} · ${words}`
    : words
}

/** People in the order that the list asks for; who is out stands last where nothing else decides. */
export function inOrderOf(
  people: readonly PersonView[],
  sort: { readonly key: string; readonly descending: boolean },
  t: Translate,
  locale: Locale,
): readonly PersonView[] {
  const collator = new Intl.Collator(locale === 'zh' ? 'zh-CN' : 'en')
  const text = (row: PersonView) =>
    sort.key === 'role'
      ? roleWords(t, row)
      : sort.key === 'state'
        ? stateOf(row)
        : sort.key === 'last'
          ? (row.lastSignIn ?? '')
          : row.name
  const turn = sort.descending ? -1 : 1
  return people.toSorted(
    (a, b) =>
      turn * collator.compare(text(a), text(b)) ||
      Number(b.active) - Number(a.active) ||
      collator.compare(a.name, b.name),
  )
}

/** Whether a person is found by what was typed: part of name, e-mail, role or place. */
export function isFound(row: PersonView, text: string, t: Translate): boolean {
  const wanted = text.trim().toLowerCase()
  return [row.name, row.email, roleWords(t, row), placeWords(row)].some((field) =>
    field.toLowerCase().includes(wanted),
  )
}
