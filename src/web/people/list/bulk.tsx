import { Button } from 'antd'
import { useState } from 'react'
import type { PersonView } from '../../../contract/people.ts'
import { BulkBar } from '../../ui/bulk-bar.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useSession } from '../../ui/session.ts'
import { Failed } from '../../ui/states.tsx'
import { useUndo } from '../../ui/undo-bar.tsx'
import { PlaceOptions } from './place-options.tsx'
import { backTo, usePeopleWrites, type Change } from './queries.ts'

/** What can be done with many people at once: keep out, let in, move. All or none, and ten seconds to undo. */
export function Bulk({
  picked,
  onClear,
}: {
  readonly picked: readonly PersonView[]
  readonly onClear: () => void
}) {
  const { t } = useLanguage()
  const { nodes, rights } = useSession()
  const { change } = usePeopleWrites()
  const offer = useUndo()
  const [error, setError] = useState<unknown>(null)
  const may = rights.includes('people.change') && picked.every(({ mine }) => mine)
  const allOut = picked.every(({ active }) => !active)
  const act = async (changes: readonly Change[], words: string) => {
    setError(null)
    try {
      await change(changes)
      offer({ words, undo: () => change(backTo(picked)) })
      onClear()
    } catch (problem) {
      setError(problem)
    }
  }
  const move = (code: string) => {
    if (code === '') return
    const place = nodes.find((node) => node.code === code)?.name ?? code
    void act(
      picked.map((person) => ({
        email: person.email,
        roles: rolesOf(person).map((role) => ({ role, scope: code })),
      })),
      t('people.moved', { n: picked.length, place }),
    )
  }
  const turn = () =>
    void act(
      picked.map(({ email }) => ({ email, active: allOut })),
      t(allOut ? 'people.reactivated' : 'people.suspended', { n: picked.length }),
    )
  return (
    <>
      <BulkBar count={picked.length} words={t('people.picked', { n: picked.length })} onClear={onClear}>
        <select
          aria-label={t('people.move-label')}
          value=""
          disabled={!may}
          title={may ? undefined : t('people.not-yours')}
          onChange={(event) => move(event.target.value)}
        >
          <PlaceOptions none={t('people.move')} />
        </select>
        <Button disabled={!may} title={may ? undefined : t('people.not-yours')} onClick={turn}>
          {t(allOut ? 'people.reactivate' : 'people.suspend')}
        </Button>
      </BulkBar>
      {error !== null && <Failed error={error} />}
    </>
  )
}

function rolesOf({ roles }: PersonView) {
  return [...new Set(roles.map(({ role }) => role))]
}
