import { Button, Input } from 'antd'
import { useState } from 'react'
import type { PeriodStep, ProductForm } from '../../../contract/masters-products.ts'
import { addDays, isDay } from '../../../domain/day.ts'
import { mastersApi } from '../../masters-api.ts'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Failed, useProblemWords } from '../../ui/states.tsx'
import { useAct } from '../act.ts'
import { fieldOf } from '../fault.ts'
import { SizeFields } from './size-fields.tsx'
import { numberIn, readSize, type SizeField, type SizeText } from './values.ts'

export type Editing = {
  readonly step: 'add' | 'correct'
  readonly began?: string
  readonly tier: PeriodStep['tier']
}

function textOf(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value)
}

/** One period: a new one takes its days from what is there, an old one is corrected or taken out. */
export function PeriodForm({
  product,
  editing,
  today,
  onClose,
}: {
  readonly product: ProductForm
  readonly editing: Editing
  readonly today: string
  readonly onClose: () => void
}) {
  const { t } = useLanguage()
  const problem = useProblemWords()
  const { step, began, tier } = editing
  const sizes = product.sizes
  const prices = product.prices.find((one) => one.tier === tier)?.spans ?? []
  const all: readonly { from: string; to: string | null }[] = tier === undefined ? sizes : prices
  const old = all.find(({ from }) => from === began)
  const size = sizes.find(({ from }) => from === began) ?? sizes.at(-1)
  const price = prices.find(({ from }) => from === began) ?? prices.at(-1)
  const [from, setFrom] = useState(old?.from ?? today)
  const [to, setTo] = useState(old?.to ? addDays(old.to, -1) : '')
  const [list, setList] = useState(textOf(price?.list))
  const [text, setText] = useState<SizeText>({
    packUnits: textOf(size?.packUnits),
    unitMl: textOf(size?.unitMl),
    cost: textOf(size?.cost),
    excise: textOf(size?.excise),
  })
  const [wrong, setWrong] = useState<SizeField | 'list' | null>(null)
  const { act, busy, error } = useAct()
  const dayError = fieldOf(error) === 'day' ? { error: problem(error) } : {}
  const send = (ask: Omit<Parameters<typeof mastersApi.changePeriod>[1], 'version'>) =>
    act(
      mastersApi.changePeriod(product.id, { version: product.version, ...ask }),
      t('masters.saved', { name: product.name }),
      onClose,
    )
  const at = { step, ...(began === undefined ? {} : { began }), ...(tier === undefined ? {} : { tier }) }
  const save = (event: React.FormEvent) => {
    event.preventDefault()
    const days = { from, to: isDay(to) ? addDays(to, 1) : to === '' ? null : to }
    if (tier === undefined) {
      const read = readSize(text)
      setWrong(read.wrong)
      if (read.wrong === null) send({ ...at, size: { ...days, ...read.size } })
      return
    }
    const value = numberIn(list)
    setWrong(value === null || value === undefined ? 'list' : null)
    if (value !== null && value !== undefined) send({ ...at, price: { ...days, list: value } })
  }
  return (
    <form className="masters-period" onSubmit={save} noValidate>
      <div className="two">
        <Field label={t('masters.from-day')} {...dayError}>
          <Input type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
        </Field>
        <Field label={t('masters.to-day')} hint={t('masters.to-day-hint')}>
          <Input type="date" value={to} onChange={(event) => setTo(event.target.value)} />
        </Field>
      </div>
      {tier === undefined ? (
        <SizeFields
          value={text}
          wrong={wrong === 'list' ? null : wrong}
          seesCosts={product.seesCosts}
          onChange={(patch) => setText((now) => ({ ...now, ...patch }))}
        />
      ) : (
        <Field
          label={`${t('masters.list-price')} · ${t('masters.per-case')}`}
          {...(wrong === 'list' ? { error: t('masters.wrong-number') } : {})}
        >
          <Input
            value={list}
            inputMode="decimal"
            maxLength={20}
            onChange={(event) => setList(event.target.value)}
          />
        </Field>
      )}
      {error !== null && fieldOf(error) !== 'day' ? <Failed error={error} /> : null}
      <div className="acts">
        <Button htmlType="submit" type="primary" loading={busy}>
          {step === 'add' ? t('masters.add-period') : t('masters.correct-period')}
        </Button>
        {step === 'correct' && (
          <Button loading={busy} onClick={() => send({ ...at, step: 'remove' })}>
            {t('masters.remove-period')}
          </Button>
        )}
        <Button onClick={onClose}>{t('app.cancel')}</Button>
      </div>
    </form>
  )
}
