import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { MarketSizeEntry } from '../../../contract/market.ts'
import { longDay } from '../../../language/message.ts'
import { api } from '../../api.ts'
import { useDraft } from '../../ui/draft.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { Field } from '../../ui/field.tsx'
import { Failed } from '../../ui/states.tsx'
import { useUndo } from '../../ui/undo-bar.tsx'
import { fixed } from '../../ui/figures.ts'
import { useReading } from '../../ui/reading.ts'
import { readDraft, type Draft, type Wrong } from './size-draft.ts'
import { SizesPast } from './sizes-past.tsx'
import './size-form.css'

/** Writes to the server, and has every screen that shows a share of the category read again. */
function useSizes(code: string) {
  const client = useQueryClient()
  const sizes = useQuery({ queryKey: ['market-sizes', code], queryFn: () => api.marketSizes(code) })
  const again = async (work: Promise<unknown>) => {
    await work
    await Promise.all(
      ['market-sizes', 'market', 'markets', 'ranking', 'account'].map((name) =>
        client.invalidateQueries({ queryKey: [name] }),
      ),
    )
  }
  return {
    there: sizes.data?.sizes ?? [],
    save: (size: MarketSizeEntry) => again(api.saveMarketSize(code, size)),
    remove: (validFrom: string) => again(api.removeMarketSize(code, validFrom)),
  }
}

/** What the market drinks in a year: one estimate entered, those before it beneath. Enter saves, and ten seconds long it can be undone. */
export function SizeForm({
  code,
  name,
  onClose,
}: {
  readonly code: string
  readonly name: string
  readonly onClose: () => void
}) {
  const { t, locale, today } = useReading()
  const { there, save, remove } = useSizes(code)
  const offer = useUndo()
  const form = useRef<HTMLFormElement>(null)
  const empty = useMemo<Draft>(
    () => ({ litres: '', low: '', high: '', validFrom: today, source: '' }),
    [today],
  )
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const draft = useDraft<Draft>(`market-size.${code}`, empty)
  const { value, set } = draft
  const [wrong, setWrong] = useState<Wrong>({})
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const act = (work: Promise<void>, after: () => void) => {
    setBusy(true)
    setError(null)
    work.then(after, setError).finally(() => setBusy(false))
  }
  const back = (before: MarketSizeEntry | undefined, validFrom: string) =>
    before ? save(before) : remove(validFrom)
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    const read = readDraft(value, today)
    setWrong(read.wrong)
    const { size } = read
    if (size === null) return
    const before = there.find((one) => one.validFrom === size.validFrom)
    act(save(size), () => {
      draft.clear()
      offer({ words: t('size.saved'), undo: () => back(before, size.validFrom) })
      onClose()
    })
  }
  const takeBack = (size: MarketSizeEntry) =>
    act(remove(size.validFrom), () =>
      offer({
        words: t('size.removed', { day: longDay(locale, size.validFrom) }),
        undo: () => save(size),
      }),
    )
  const same = there.find((size) => size.validFrom === value.validFrom)
  const said = (of: keyof Draft) => (wrong[of] === undefined ? {} : { error: t(wrong[of]) })
  const number = (of: 'litres' | 'low' | 'high', label: string) => (
    <Field label={label} {...said(of)}>
      <Input
        value={value[of]}
        inputMode="decimal"
        maxLength={20}
        onChange={(event) => set({ [of]: event.target.value })}
      />
    </Field>
  )
  return (
    <Drawer
      title={`${t('size.title')} · ${name}`}
      note={t('size.note')}
      onClose={onClose}
      dirty={draft.dirty}
      footer={
        <Button type="primary" loading={busy} onClick={() => form.current?.requestSubmit()}>
          {t('size.save')}
        </Button>
      }
    >
      <form className="size-form" ref={form} onSubmit={submit} noValidate>
        {number('litres', t('size.litres'))}
        <div className="size-band">
          {number('low', t('size.low'))}
          {number('high', t('size.high'))}
        </div>
        <Field
          label={t('size.from')}
          {...said('validFrom')}
          {...(same ? { hint: t('size.same-day', { litres: fixed(locale, same.litres / 1000, 0) }) } : {})}
        >
          <Input
            type="date"
            max={today}
            value={value.validFrom}
            onChange={(event) => set({ validFrom: event.target.value })}
          />
        </Field>
        <Field label={t('size.source')} hint={t('size.source-hint')} {...said('source')}>
          <Input
            value={value.source}
            maxLength={200}
            onChange={(event) => set({ source: event.target.value })}
          />
        </Field>
        {/* A form with several fields hears Enter only where it has a button of its own. */}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      </form>
      {error === null ? null : <Failed error={error} />}
      <SizesPast sizes={there} onRemove={takeBack} />
    </Drawer>
  )
}
