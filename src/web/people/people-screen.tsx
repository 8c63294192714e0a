import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { People, PersonView } from '../../contract/people.ts'
import { roles as fixedRoles } from '../../domain/chain/reach.ts'
import { paths } from '../paths.ts'
import { useLanguage } from '../ui/language.tsx'
import { keepPlace } from '../ui/menu.tsx'
import { ListTable } from '../ui/list-table.tsx'
import { PageHead, useTitle } from '../ui/page.tsx'
import { Ruler } from '../ui/ruler.tsx'
import { roleWord } from '../ui/role-word.ts'
import { useRight, useSession } from '../ui/session.ts'
import { Failed, Loading } from '../ui/states.tsx'
import { Bulk } from './list/bulk.tsx'
import { inOrderOf, isFound, peopleColumns } from './list/columns.tsx'
import { FileActions } from './list/file-actions.tsx'
import { PersonForm } from './list/person-form.tsx'
import { peopleQuery, stateOf } from './list/queries.ts'
import './list/people.css'

/** People: who may come in, as what and where, and who stands in for whom. */
export function PeopleScreen() {
  const { t } = useLanguage()
  useTitle(t('people.title'))
  const may = useRight('people.read')
  const answer = useQuery({ ...peopleQuery, enabled: may })
  if (!may)
    return (
      <PageHead
        words={t('state.no-right')}
        note={t('state.no-right-whom', { right: t('right.people.read') })}
      />
    )
  if (answer.data) return <Screen all={answer.data} />
  return answer.error === null ? (
    <Loading />
  ) : (
    <Failed error={answer.error} onRetry={() => void answer.refetch()} />
  )
}

const states = ['in', 'invited', 'out', 'away'] as const
/** A state, or a role by its code. */
type Filter = string
const INKS = ['var(--value-5)', 'var(--value-4)', 'var(--value-3)', 'var(--value-2)'] as const

type Search = { readonly person?: unknown; readonly show?: unknown; readonly q?: unknown }

function Screen({ all }: { readonly all: People }) {
  const { t, locale } = useLanguage()
  const { today } = useSession()
  const mayChange = useRight('people.change')
  const search: Search = useSearch({ strict: false })
  const navigate = useNavigate()
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [sort, setSort] = useState({ key: 'name', descending: false })
  const held = new Map(all.people.flatMap(({ roles }) => roles.map((one) => [one.role, one] as const)))
  const known = [...new Set([...fixedRoles, ...held.keys()])]
  const show = [...states, ...known].find((one) => one === search.show) ?? null
  const text = typeof search.q === 'string' ? search.q : ''
  const open = typeof search.person === 'string' ? search.person : null
  const go = (patch: { person?: string | undefined; show?: string | undefined; q?: string | undefined }) =>
    void navigate({
      to: paths.people,
      search: (old: Record<string, unknown>) => ({ ...old, ...patch }) as never,
      replace: true,
      resetScroll: false,
    })
  const away = new Set(all.standIns.filter((one) => one.from <= today).map(({ absent }) => absent.email))
  const fits = (row: PersonView, filter: Filter) =>
    filter === 'away'
      ? away.has(row.email)
      : filter === 'in'
        ? row.active
        : filter === 'invited' || filter === 'out'
          ? stateOf(row) === filter
          : row.roles.some(({ role }) => role === filter)
  const rows = inOrderOf(
    all.people.filter((row) => (show === null || fits(row, show)) && isFound(row, text, t)),
    sort,
    t,
    locale,
  )
  const count = (filter: Filter) => all.people.filter((row) => fits(row, filter)).length
  const pick = (filter: Filter) => () => go({ show: show === filter ? undefined : filter })
  const more = (['invited', 'out', 'away'] as const)
    .map((filter) => ({ filter, n: count(filter) }))
    .filter(({ n }) => n > 0)
    .map(({ filter, n }) => t(`people.says-${filter}`, { n }))
  const words =
    [t('people.says', { n: count('in') }), ...more].join(t('people.says-comma')) + t('people.says-end')
  const chosen = all.people.filter(({ email }) => picked.has(email))
  return (
    <>
      <PageHead
        words={words}
        marks={{
          all: { onPick: pick('in') },
          invited: { onPick: pick('invited') },
          out: { onPick: pick('out') },
          away: { onPick: pick('away') },
        }}
        note={t('people.note')}
        actions={
          <>
            <Link className="button-quiet" to={paths.roles} search={keepPlace}>
              {t('roles.from-people')}
            </Link>
            <FileActions />
            <Button
              type="primary"
              disabled={!mayChange}
              title={mayChange ? undefined : t('people.invite-whom')}
              onClick={() => go({ person: 'new' })}
            >
              {t('people.invite')}
            </Button>
          </>
        }
      />
      <Ruler
        label={t('people.ruler')}
        segments={known
          .map((role) => ({ role, n: all.people.filter(({ roles }) => roles[0]?.role === role).length }))
          .filter(({ n }) => n > 0)
          .map(({ role, n }, at) => ({
            key: role,
            name: roleWord(t, held.get(role) ?? { role, roleName: null }),
            figures: [String(n)],
            share: n / all.people.length,
            fill: INKS[at % INKS.length] ?? INKS[0],
          }))}
        onPick={(key) => go({ show: show === key ? undefined : key })}
      />
      <div className="people-find">
        <Input
          type="search"
          allowClear
          value={text}
          aria-label={t('people.find')}
          placeholder={t('people.find')}
          onChange={(event) => go({ q: event.target.value || undefined })}
        />
        {(show !== null || text !== '') && (
          <button type="button" className="link" onClick={() => go({ show: undefined, q: undefined })}>
            {t('people.none-clear')}
          </button>
        )}
      </div>
      {mayChange && <Bulk picked={chosen} onClear={() => setPicked(new Set())} />}
      <ListTable
        label={t('people.list')}
        rows={rows}
        columns={peopleColumns({ t, locale, today }, all.standIns)}
        rowKey={(row) => row.email}
        {...(mayChange ? { selected: picked, onSelect: setPicked } : {})}
        openKey={open}
        onOpen={(row) => go({ person: row.email })}
        sort={sort}
        onSort={setSort}
        empty={<p className="quiet">{t('people.none')}</p>}
      />
      {open !== null && (
        <PersonForm
          key={open}
          person={all.people.find(({ email }) => email === open) ?? null}
          all={all}
          onClose={() => go({ person: undefined })}
        />
      )}
    </>
  )
}
