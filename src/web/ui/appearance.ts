import { useSyncExternalStore } from 'react'
import { recall, remember } from './memory.ts'
import { palettes } from './palette.ts'

export const appearances = ['light', 'dark', 'system'] as const
/** What a person chose; `system` follows their computer. */
export type Appearance = (typeof appearances)[number]
export type Shown = Exclude<Appearance, 'system'>

const system = window.matchMedia('(prefers-color-scheme: dark)')
const paper = window.matchMedia('print')
const listeners = new Set<() => void>()
let chosen: Appearance = kept()
let printing = false

function kept(): Appearance {
  return appearances.find((one) => one === recall('appearance')) ?? 'system'
}

function shown(): Shown {
  if (printing) return 'light'
  return chosen === 'system' ? (system.matches ? 'dark' : 'light') : chosen
}

function apply(): void {
  document.documentElement.dataset['theme'] = shown()
  document.querySelector('meta[name=theme-color]')?.setAttribute('content', palettes[shown()].frame)
  for (const listener of listeners) listener()
}

function print(on: boolean): void {
  printing = on
  apply()
}

/** Puts the colours on the page: called once, before anything is drawn. Paper is always light. */
export function startAppearance(): void {
  apply()
  system.addEventListener('change', apply)
  paper.addEventListener('change', () => print(paper.matches))
  window.addEventListener('beforeprint', () => print(true))
  window.addEventListener('afterprint', () => print(false))
  // The choice in another tab of the same person.
  window.addEventListener('storage', () => {
    chosen = kept()
    apply()
  })
}

export function chooseAppearance(next: Appearance): void {
  chosen = next
  remember('appearance', next)
  apply()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useAppearance(): Appearance {
  return useSyncExternalStore(subscribe, () => chosen)
}

export function useShown(): Shown {
  return useSyncExternalStore(subscribe, shown)
}
