import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { RankedAccount } from '../../../contract/assess.ts'
import type { Criterion } from '../../../domain/assess/criterion.ts'
import type { OpenBar } from './bar-why.tsx'
import type { RowFrame } from './row-frame.ts'
import type { RankingView } from './view.ts'

/** The pointer rests this long on a bar before its panel comes, and may be away this long before it goes, ms. */
const REST = 140
const AWAY = 220

/**
 * Which bar's "why" is open: by hovering for as long as the pointer stays (also over the panel itself), by a press until it
 * is closed, and then it is in the address.
 */
export function useOpenBar(
  accounts: readonly RankedAccount[],
  view: RankingView,
  setView: (view: RankingView) => void,
): readonly [OpenBar | null, RowFrame['onBar'], (criterion: Criterion) => void, () => void] {
  const [bar, setBar] = useState<OpenBar | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef({ bar, view, setView })
  useEffect(() => {
    latest.current = { bar, view, setView }
  })

  const opener = useRef<HTMLElement | null>(null)
  const close = useCallback(() => {
    clearTimeout(timer.current)
    setBar(null)
    // The panel had the focus; whoever came by keyboard goes on where they were.
    if (document.activeElement?.closest('.bar-why')) opener.current?.focus()
    const { view: now, setView: write } = latest.current
    if (now.why) write({ ...now, why: null })
  }, [])
  const onBar = useCallback<RowFrame['onBar']>((account, criterion, at, how) => {
    const open = latest.current.bar
    clearTimeout(timer.current)
    if (how === 'press') {
      opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
      setBar({ account, criterion, at, kept: true })
      latest.current.setView({ ...latest.current.view, why: { account: account.id, criterion } })
    } else if (open?.kept) {
      return
    } else if (how === 'out') {
      timer.current = setTimeout(() => setBar((shown) => (shown?.kept || overPanel() ? shown : null)), AWAY)
    } else if (open?.account.id === account.id) {
      if (open.criterion !== criterion) setBar({ ...open, criterion })
    } else {
      timer.current = setTimeout(() => setBar({ account, criterion, at, kept: false }), REST)
    }
  }, [])
  const move = useCallback((criterion: Criterion) => {
    const { bar: open, view: now, setView: write } = latest.current
    if (open) setBar({ ...open, criterion })
    const account = open?.account.id ?? now.why?.account
    if (account !== undefined && open?.kept !== false) write({ ...now, why: { account, criterion } })
  }, [])

  useEffect(() => () => clearTimeout(timer.current), [])
  // An address that somebody sent opens its panel by itself.
  const { why } = view
  const sent = useMemo<OpenBar | null>(() => {
    const account = why ? accounts.find(({ id }) => id === why.account) : undefined
    return why && account ? { account, criterion: why.criterion, at: null, kept: true } : null
  }, [why, accounts])
  // A panel that came by hovering goes when the pointer leaves it, and when the page moves under it.
  const hovering = bar !== null && !bar.kept
  useEffect(() => {
    if (!hovering) return
    const go = () => setBar(null)
    const leave = (event: PointerEvent) => {
      if (event.target instanceof Element && event.target.closest('.bar-why, .bar-button')) return
      clearTimeout(timer.current)
      timer.current = setTimeout(() => setBar((shown) => (shown?.kept || overPanel() ? shown : null)), AWAY)
    }
    window.addEventListener('scroll', go, { passive: true })
    document.addEventListener('pointermove', leave, { passive: true })
    return () => {
      window.removeEventListener('scroll', go)
      document.removeEventListener('pointermove', leave)
    }
  }, [hovering])
  return [bar ?? sent, onBar, move, close]
}

function overPanel(): boolean {
  return document.querySelector('.bar-why:hover') !== null
}
