import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { addDays } from '../../../domain/day.ts'
import { aims, DAYS_AHEAD, DAYS_BACK, MOST_WORDS, sights } from '../../../domain/develop/visit.ts'
import type { Aim, SaidState, Sight } from '../../../domain/develop/visit.ts'
import { ChipChoice, Chips } from '../../ui/chips.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { useSession } from '../../ui/session.ts'
import { Failed } from '../../ui/states.tsx'
import { unread } from '../../ui/unread.ts'
import type { Target } from './target.ts'
import { useSaid } from './use-said.ts'

const AHEAD = [1, 3, 7]

/** What is said of a visit, with one thumb: done with what was seen, another day, not this time. `above`: which account it is. */
export function SaidForm({
  title,
  note,
  target,
  above,
  onClose,
}: {
  readonly title: string
  readonly note?: ReactNode
  /** Null: no account was chosen yet. */
  readonly target: Target | null
  readonly above?: ReactNode
  readonly onClose: () => void
}) {
  const { t } = useLanguage()
  const { today } = useSession()
  const { say, busy, error } = useSaid(onClose)
  const plan = target?.plan ?? null
  const [state, setState] = useState<SaidState>(plan !== null && plan.day > today ? 'planned' : 'done')
  const [on, setOn] = useState(today)
  const [next, setNext] = useState(addDays(today, 1))
  const [aim, setAim] = useState<Aim>(plan?.visit?.aim ?? 'care')
  const [met, setMet] = useState<'yes' | 'no'>('yes')
  const [seen, setSeen] = useState<readonly Sight[]>([])
  const [cases, setCases] = useState<number | null>(null)
  const [words, setWords] = useState(plan?.visit?.words ?? '')
  const [unchosen, setUnchosen] = useState(false)
  const done = state === 'done'
  const day = { done: on, planned: next, missed: plan?.day ?? today }[state]
  const save = () => {
    setUnchosen(target === null)
    if (target === null) return
    const facts = done ? { met: met === 'yes', seen: [...seen], cases } : {}
    void say(target, { state, day, aim, words, ...facts } as Parameters<typeof say>[1])
  }
  const states: readonly SaidState[] = plan === null ? ['done', 'planned'] : ['done', 'planned', 'missed']
  return (
    <Drawer
      title={title}
      note={note}
      onClose={onClose}
      dirty={words.trim() !== (plan?.visit?.words ?? '') || seen.length > 0}
      footer={
        <Button
          type="primary"
          className="visit-save"
          loading={busy}
          onClick={({ currentTarget }) => !unread(currentTarget) && save()}
        >
          {t('app.save')}
        </Button>
      }
    >
      {above}
      {unchosen && target === null && <p className="visit-late">{t('visit.account-needed')}</p>}
      <div className="visit-what">
        <Choice
          label={t('visit.what')}
          size="full"
          value={state}
          options={states.map((value) => ({
            value,
            label: t(value === 'planned' && plan === null ? 'visit.what-new' : `visit.what-${value}`),
          }))}
          onChange={setState}
        />
      </div>
      {state === 'planned' && (
        <>
          <div className="visit-days">
            {AHEAD.map((n) => (
              <Button
                key={n}
                type={next === addDays(today, n) ? 'primary' : 'default'}
                onClick={() => setNext(addDays(today, n))}
              >
                {n === 1 ? t('visit.tomorrow') : t('visit.in-days', { n })}
              </Button>
            ))}
          </div>
          <Day value={next} min={today} max={addDays(today, DAYS_AHEAD)} onChange={setNext} />
        </>
      )}
      {state !== 'missed' && (
        <Field label={t('visit.aim')}>
          <ChipChoice
            label={t('visit.aim')}
            value={aim}
            options={aims.map((value) => ({ value, label: t(`visit.aim-${value}`) }))}
            onChange={setAim}
          />
        </Field>
      )}
      {done && (
        <>
          <Field label={t('visit.met')}>
            <Choice
              label={t('visit.met')}
              value={met}
              options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`visit.met-${value}`) }))}
              onChange={setMet}
            />
          </Field>
          <Field label={t('visit.seen')}>
            <Chips
              label={t('visit.seen')}
              value={seen}
              options={sights.map((value) => ({ value, label: t(`visit.seen-${value}`) }))}
              onChange={setSeen}
            />
          </Field>
          <Field label={t('visit.cases')} hint={t('visit.cases-hint')}>
            <NumberInput value={cases} onValue={setCases} />
          </Field>
          <Day value={on} min={addDays(today, -DAYS_BACK)} max={today} onChange={setOn} />
        </>
      )}
      <Field label={t('visit.words')} hint={t('visit.words-hint')}>
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={MOST_WORDS}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </Field>
      {error !== null && (
        <div ref={(shown) => shown?.scrollIntoView({ block: 'nearest' })}>
          <Failed error={error} />
        </div>
      )}
    </Drawer>
  )
}

function Day({
  value,
  min,
  max,
  onChange,
}: {
  readonly value: string
  readonly min: string
  readonly max: string
  readonly onChange: (day: string) => void
}) {
  const { t } = useLanguage()
  return (
    <Field label={t('visit.day')}>
      <Input
        type="date"
        value={value}
        min={min}
        max={max}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}
