import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { MarketSizeEntry } from '../../../contract/market.ts'
import { longDay } from '../../../language/message.ts'
import { api } from '../../api.ts'
import { Failed } from '../../ui/states.tsx'
import { fixed } from '../figures.ts'
import { useReading } from '../reading.ts'
import { readDraft, type Draft, type Wrong } from './size-draft.ts'
import './size-form.css'

/** What the market drinks in a year: one estimate entered, those before it beneath. Enter saves; Esc leaves and asks if there is something to lose. */
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
  const client = useQueryClient()
  const sizes = useQuery({ queryKey: ['market-sizes', code], queryFn: () => api.marketSizes(code) })
  const empty: Draft = { litres: '', low: '', high: '', validFrom: today, source: '' }
  const [draft, setDraft] = useState(empty)
  const [wrong, setWrong] = useState<Wrong>({})
  const [error, setError] = useState<unknown>(null)
  const [done, setDone] = useState('')
  const [busy, setBusy] = useState(false)
  const first = useRef<HTMLDivElement>(null)
  const dirty = draft.litres + draft.low + draft.high + draft.source !== ''
  const leave = useCallback(() => {
    if (!dirty || window.confirm(t('size.leave'))) onClose()
  }, [dirty, onClose, t])
  useEffect(() => first.current?.querySelector('input')?.focus(), [])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') leave()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [leave])
  const act = async (work: () => Promise<unknown>, words: string) => {
    setBusy(true)
    setError(null)
    try {
      await work()
      setDone(words)
      await Promise.all([
        sizes.refetch(),
        client.invalidateQueries({ queryKey: ['market'] }),
        client.invalidateQueries({ queryKey: ['markets'] }),
        client.invalidateQueries({ queryKey: ['ranking'] }),
      ])
    } catch (refused) {
      setError(refused)
    } finally {
      setBusy(false)
    }
  }
  const save = (event: React.FormEvent) => {
    event.preventDefault()
    const read = readDraft(draft, today)
    setWrong(read.wrong)
    if (read.size === null) return
    const { size } = read
    void act(async () => {
      await api.saveMarketSize(code, size)
      setDraft(empty)
    }, t('size.saved'))
  }
  const field = (of: keyof Draft, label: string, type = 'text', hint?: string) => (
    <label className="size-field" data-wrong={wrong[of] !== undefined || undefined}>
      <span>{label}</span>
      <Input
        type={type}
        value={draft[of]}
        inputMode={of === 'source' ? 'text' : type === 'date' ? undefined : 'decimal'}
        aria-invalid={wrong[of] !== undefined}
        {...(hint ? { placeholder: hint } : {})}
        {...(type === 'date' ? { max: today } : {})}
        maxLength={of === 'source' ? 200 : 20}
        onChange={(event) => setDraft({ ...draft, [of]: event.target.value })}
      />
      {wrong[of] ? <span className="size-wrong">{t(wrong[of])}</span> : null}
    </label>
  )
  const there = sizes.data?.sizes.find((size) => size.validFrom === draft.validFrom)
  return (
    <aside className="why-panel size-panel" aria-label={`${t('size.title')}: ${name}`}>
      <div className="why-head">
        <h2>{`${t('size.title')} · ${name}`}</h2>
        <button type="button" className="link" onClick={leave}>
          {t('app.close')}
        </button>
      </div>
      <p className="market-small">{t('size.note')}</p>
      <form onSubmit={save} ref={first as never} noValidate>
        {field('litres', t('size.litres'))}
        <div className="size-band">
          {field('low', t('size.low'))}
          {field('high', t('size.high'))}
        </div>
        {field('validFrom', t('size.from'), 'date')}
        {field('source', t('size.source'), 'text', t('size.source-hint'))}
        {there ? (
          <p className="market-small unsure-text">
            {t('size.same-day', { litres: fixed(locale, there.litres / 1000, 0) })}
          </p>
        ) : null}
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('size.save')}
        </Button>{' '}
        <span role="status">{done}</span>
      </form>
      {error === null ? null : <Failed error={error} />}
      <Past
        sizes={sizes.data?.sizes ?? []}
        onRemove={(size) =>
          void act(
            () => api.removeMarketSize(code, size.validFrom),
            t('size.removed', { day: longDay(locale, size.validFrom) }),
          )
        }
      />
    </aside>
  )
}

function Past({
  sizes,
  onRemove,
}: {
  readonly sizes: readonly MarketSizeEntry[]
  readonly onRemove: (size: MarketSizeEntry) => void
}) {
  const { t, locale } = useReading()
  if (sizes.length === 0) return null
  return (
    <>
      <h3>{t('size.history')}</h3>
      <ul className="size-past">
        {sizes.map((size) => (
          <li key={size.validFrom}>
            <strong>{fixed(locale, size.litres / 1000, 0)}</strong>
            <span>
              {size.low === null || size.high === null
                ? ''
                : `${fixed(locale, size.low / 1000, 0)}–${fixed(locale, size.high / 1000, 0)}`}
            </span>
            <button
              type="button"
              className="link"
              aria-label={`${t('size.remove')} ${longDay(locale, size.validFrom)}`}
              onClick={() => onRemove(size)}
            >
              {t('size.remove')}
            </button>
            <span className="sub">
              {`${size.validFrom === '1970-01-01' ? t('category.always') : longDay(locale, size.validFrom)} · ${size.source}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
