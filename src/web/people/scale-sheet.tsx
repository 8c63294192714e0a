import type { ReactNode } from 'react'
import { useLanguage } from '../ui/language.tsx'
import { Mark } from '../ui/mark.tsx'
import { LanguageChoice } from '../ui/preferences.tsx'
import './scale-sheet.css'

const TOP = 8.25
const PX = 90

/** The draught scale at the left of a page; the line of the mark runs to it. The only ornament there is. */
function DraughtScale() {
  const height = TOP * PX
  const marks = Array.from({ length: Math.floor(TOP * 10) + 1 }, (_, i) => i)
  return (
    <svg
      className="draught-scale"
      width="60"
      height={height}
      viewBox={`0 0 60 ${String(height)}`}
      aria-hidden="true"
    >
      <path d={`M1 0V${String(height)}`} stroke="currentColor" strokeWidth="1.5" />
      {marks.map((tenth) => (
        <path
          key={tenth}
          d={`M1 ${String(height - tenth * 9)}h${tenth % 10 === 0 ? '26' : tenth % 5 === 0 ? '16' : '8'}`}
          stroke="currentColor"
        />
      ))}
      {marks
        .filter((tenth) => tenth > 0 && tenth % 10 === 0)
        .map((tenth) => (
          <text key={tenth} x="34" y={height - tenth * 9 + 6}>
            {tenth / 10}
          </text>
        ))}
    </svg>
  )
}

/** A sheet of the pages before the door: mark on its line, one sentence, what it is for, and who we are at the foot. */
export function ScaleSheet({
  words,
  company,
  children,
}: {
  readonly words: string
  readonly company: string
  readonly children: ReactNode
}) {
  const { t } = useLanguage()
  return (
    <main className="sheet scale-sheet">
      <DraughtScale />
      <div className="scale-sheet-body">
        <p className="scale-brand">
          <Mark size={34} />
          <span>{t('app.name')}</span>
        </p>
        <h1 className="sentence">{words}</h1>
        <div className="scale-sheet-form">{children}</div>
        <footer>
          <span className="quiet">{company}</span>
          <LanguageChoice />
        </footer>
      </div>
    </main>
  )
}
