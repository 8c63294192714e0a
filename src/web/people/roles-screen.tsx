import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo } from 'react'
import type { CompanyRoles } from '../../contract/company-role.ts'
import { paths } from '../paths.ts'
import { useLanguage } from '../ui/language.tsx'
import { ListTable } from '../ui/list-table.tsx'
import { keepPlace } from '../ui/menu.tsx'
import { PageHead, useTitle } from '../ui/page.tsx'
import { useRight } from '../ui/session.ts'
import { Failed, Loading, NoRight } from '../ui/states.tsx'
import { roleColumns } from './roles/columns.tsx'
import { LimitsPart } from './roles/limits-part.tsx'
import { rolesQuery } from './roles/queries.ts'
import { shownRoles } from './roles/rights.ts'
import { RoleForm } from './roles/role-form.tsx'
import './list/people.css'
import './roles/roles.css'

/** Roles: the six that are always there and the company's own, what each may do, and who has it. */
export function RolesScreen() {
  const { t } = useLanguage()
  useTitle(t('roles.title'))
  const may = useRight('people.change')
  const answer = useQuery({ ...rolesQuery, enabled: may })
  if (!may) return <NoRight right="people.change" />
  if (answer.data) return <Screen answer={answer.data} />
  return answer.error === null ? (
    <Loading />
  ) : (
    <Failed error={answer.error} onRetry={() => void answer.refetch()} whole />
  )
}

type Search = { readonly role?: unknown; readonly from?: unknown }
/** What a new role begins as, until another is chosen: the one that may do least. */
const LEAST = 'read_only'

function Screen({ answer }: { readonly answer: CompanyRoles }) {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const search: Search = useSearch({ strict: false })
  const rows = useMemo(() => shownRoles(t, answer), [t, answer])
  const open = typeof search.role === 'string' ? search.role : null
  const role = rows.find(({ code }) => code === open) ?? null
  const from = rows.find(({ code }) => code === (search.from ?? LEAST))
  const go = (patch: { role?: string | undefined; from?: string | undefined }) =>
    void navigate({
      to: paths.roles,
      search: (old: Record<string, unknown>) => ({ ...old, from: undefined, ...patch }) as never,
      replace: true,
      resetScroll: false,
    })
  const { mayShape } = answer
  const held = answer.roles.reduce((sum, one) => sum + one.held, 0)
  return (
    <>
      <PageHead
        words={
          answer.roles.length === 0
            ? t('roles.says-none')
            : t('roles.says', { n: answer.roles.length }) +
              (held === 0 ? t('roles.says-held-none') : t('roles.says-held', { n: held }))
        }
        note={t('roles.note')}
        actions={
          <>
            <Link className="button-quiet" to={paths.people} search={keepPlace}>
              {t('roles.to-people')}
            </Link>
            <Button
              type="primary"
              disabled={!mayShape}
              title={mayShape ? undefined : t('roles.new-whom')}
              onClick={() => go({ role: 'new' })}
            >
              {t('roles.new')}
            </Button>
          </>
        }
      />
      <ListTable
        label={t('roles.table')}
        rows={rows}
        columns={roleColumns(t)}
        rowKey={({ code }) => code}
        openKey={open}
        onOpen={({ code }) => go({ role: code })}
      />
      <div className="roles-limits">
        <LimitsPart roles={rows} />
      </div>
      {(role !== null || (open === 'new' && mayShape)) && (
        <RoleForm
          key={`${open ?? ''} ${from?.code ?? ''}`}
          role={role}
          all={rows}
          from={from}
          mayShape={mayShape}
          onCopy={(code) => go({ role: 'new', from: code })}
          onClose={() => go({ role: undefined })}
        />
      )}
    </>
  )
}
