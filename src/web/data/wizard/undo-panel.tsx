import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { UndoPreview } from '../../../contract/import-undo.ts'
import type { ImportBatch } from '../../../contract/intake.ts'
import { figure } from '../../../language/message.ts'
import { ApiProblem, api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { useLanguage } from '../../ui/language.tsx'
import { useRight } from '../../ui/session.ts'
import { Failed, Loading } from '../../ui/states.tsx'
import { moment } from '../moment.ts'
import { importQuery, undoPreviewQuery } from '../queries.ts'
import { useFileReading } from './reading.ts'

/** What taking the batch back would touch, before it is done; Esc leaves. */
export function UndoPanel({ batch, onLeave }: { readonly batch: ImportBatch; readonly onLeave: () => void }) {
  const { t } = useLanguage()
  const may = useRight('import.undo') && batch.undoable
  const client = useQueryClient()
  const look = useQuery({ ...undoPreviewQuery(batch.id), enabled: may })
  const undo = useMutation({
    mutationFn: () => api.undoImport(batch.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: importQuery(batch.id).queryKey, exact: true })
      onLeave()
    },
  })
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onLeave()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [onLeave])
  const problem = look.data?.problem
  return (
    <section className="undo-panel" aria-label={t('import.undo')}>
      <h2 ref={head} tabIndex={-1}>
        {t('wizard.undo-title')}
      </h2>
      {!may && (
        <p>{batch.kind === 'people' ? t('wizard.people-stay') : t('import.undo-whom')}</p>
      )}
      {may && look.isPending && <Loading head={false} rows={3} />}
      {look.isError && <Failed error={look.error} onRetry={() => void look.refetch()} />}
      {look.data && <Touches of={look.data} />}
      {problem && <Failed error={new ApiProblem(422, problem)} />}
      {undo.isError && <Failed error={undo.error} />}
      <div className="undo-do">
        <Button onClick={onLeave}>{t('wizard.undo-not')}</Button>
        {may && look.data && !problem && (
          <Button danger type="primary" loading={undo.isPending} onClick={() => undo.mutate()}>
            {t('wizard.undo-yes', { n: look.data.lines })}
          </Button>
        )}
      </div>
    </section>
  )
}

function Touches({ of }: { readonly of: UndoPreview }) {
  const { t, locale } = useLanguage()
  const reading = useFileReading()
  const { goes, stays, standing } = of
  const kilolitres = `${reading.unit === 'cases' ? figure(locale, Math.round(of.millilitres / 1e4) / 100) : reading.volume({ millilitres: of.millilitres, cases: null })} ${reading.unit === 'cases' ? t('unit.kilolitres') : reading.unitName}`
  const names = (list: readonly string[]) => list.slice(0, 4).join(t('wizard.and'))
  const count = (made: UndoPreview['goes']) =>
    [
      made.accounts > 0 ? t('wizard.n-accounts', { n: made.accounts }) : '',
      made.skus > 0 ? t('wizard.n-skus', { n: made.skus }) : '',
      made.markets > 0 ? t('wizard.n-markets', { n: made.markets }) : '',
    ]
      .filter((part) => part !== '')
      .join(t('wizard.and'))
  const facts: readonly (readonly [string, string])[] = [
    [
      t('wizard.undo-lines'),
      of.lines === 0
        ? ''
        : t('wizard.undo-lines-are', {
            n: of.lines,
            volume: kilolitres,
            money: reading.moneyTotal(of.amountMinor),
          }),
    ],
    [t('wizard.undo-months'), of.months.map((day) => day.slice(0, 7)).join(t('wizard.and'))],
    [t('wizard.undo-goes'), count(goes)],
    [t('wizard.undo-stays'), [count(stays), names(stays.names)].filter((part) => part !== '').join(': ')],
    [t('wizard.undo-restored'), of.restored === 0 ? '' : t('wizard.n-places', { n: of.restored })],
    [
      t('wizard.undo-standing'),
      standing.count === 0
        ? ''
        : `${t('wizard.n-accounts', { n: standing.count })}${standing.names.length > 0 ? `: ${names(standing.names)}` : ''}`,
    ],
  ]
  return (
    <>
      <dl className="undo-touches">
        {facts.map(([name, value]) =>
          value === '' ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {of.later.length > 0 && (
        <ul className="file-doubts">
          {of.later.map((one) => (
            <li key={one.id} data-amber={one.blocks}>
              <p>
                {one.blocks ? t('wizard.undo-blocks') : t('wizard.undo-later')}{' '}
                <Link className="link" to={paths.importBatch} params={{ batch: one.id }} search={true}>
                  {one.fileName}
                </Link>{' '}
                <span className="quiet">
                  {one.who} {moment(locale, one.at)}
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
