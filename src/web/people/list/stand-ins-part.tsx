import { Button } from 'antd'
import { useState } from 'react'
import type { People, PersonView, StandIn } from '../../../contract/people.ts'
import { addDays } from '../../../domain/day.ts'
import { longDay } from '../../../language/message.ts'
import { api } from '../../api.ts'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useSession } from '../../ui/session.ts'
import { Failed } from '../../ui/states.tsx'
import { useUndo } from '../../ui/undo-bar.tsx'
import { usePeopleWrites } from './queries.ts'

const WEEK = 6

/** Who stands in for a person and for whom they do, now and later; a further one, from a day to a day. */
export function StandIns({
  person,
  all,
  locked,
}: {
  readonly person: PersonView
  readonly all: People
  readonly locked: boolean
}) {
  const { t, locale } = useLanguage()
  const { today, company } = useSession()
  const { again } = usePeopleWrites()
  const offer = useUndo()
  const [by, setBy] = useState('')
  const [from, setFrom] = useState(today)
  const [to, setTo] = useState(addDays(today, WEEK))
  const [error, setError] = useState<unknown>(null)
  const [unnamed, setUnnamed] = useState(false)
  const of = all.standIns.filter((one) => one.absent.email === person.email || one.by.email === person.email)
  const make = async (absent: string, wish: { by: string; from: string; to: string }) => {
    const { id } = await api.addStandIn(absent, wish)
    await again()
    return id
  }
  const end = async (id: string) => {
    await api.endStandIn(id)
    await again()
  }
  const submit = async (event: React.FormEvent) => {
    event.preventDefault()
    setUnnamed(by === '')
    if (by === '') return
    setError(null)
    try {
      const id = await make(person.email, { by, from, to })
      const name = all.people.find(({ email }) => email === by)?.name ?? by
      setBy('')
      offer({
        words: t('people.stand-in-made', { by: name, name: person.name, from: longDay(locale, from) }),
        undo: () => end(id),
      })
    } catch (problem) {
      setError(problem)
    }
  }
  const remove = async (one: StandIn) => {
    setError(null)
    try {
      await end(one.id)
      const back = { by: one.by.email, from: one.from < today ? today : one.from, to: one.to }
      offer({
        words: t('people.stand-in-ended', { by: one.by.name, name: one.absent.name }),
        undo: async () => void (await make(one.absent.email, back)),
      })
    } catch (problem) {
      setError(problem)
    }
  }
  if (locked && of.length === 0) return null
  return (
    <section className="person-part" aria-label={t('people.stand-ins')}>
      <h3>{t('people.stand-ins')}</h3>
      <ul className="stand-ins">
        {of.map((one) => (
          <li key={one.id}>
            <strong>{t('people.stand-in-row-by', { by: one.by.name, name: one.absent.name })}</strong>
            <span>
              {t('people.stand-in-row-days', {
                from: longDay(locale, one.from),
                to: longDay(locale, one.to),
              })}
            </span>
            {!locked && (
              <button type="button" className="link" onClick={() => void remove(one)}>
                {t('people.stand-in-end')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {!locked && (
        <form className="person-form" onSubmit={(event) => void submit(event)} noValidate>
          <p className="quiet">{t('people.stand-ins-note', { name: person.name, zone: company.timeZone })}</p>
          <Field label={t('people.stand-in-who')} {...(unnamed ? { error: t('people.pick-first') } : {})}>
            <select value={by} onChange={(event) => setBy(event.target.value)}>
              <option value="">{t('people.stand-in-pick')}</option>
              {all.people
                .filter((one) => one.active && one.email !== person.email)
                .map((one) => (
                  <option key={one.email} value={one.email}>
                    {`${one.name} · ${one.email}`}
                  </option>
                ))}
            </select>
          </Field>
          <div className="stand-in-days">
            <Field label={t('people.stand-in-from')}>
              <input type="date" min={today} value={from} onChange={(event) => setFrom(event.target.value)} />
            </Field>
            <Field label={t('people.stand-in-to')}>
              <input type="date" min={from} value={to} onChange={(event) => setTo(event.target.value)} />
            </Field>
          </div>
          {error !== null && <Failed error={error} />}
          <Button htmlType="submit">{t('people.stand-in-go')}</Button>
        </form>
      )}
    </section>
  )
}
