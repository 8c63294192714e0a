import { useId, useState } from 'react'
import type { Preview, PreviewTotals } from '../../../contract/import-preview.ts'
import { lookUp } from '../../../language/index.ts'
import type { FileReading } from './reading.ts'

export type FileChoice = Preview['choices'][number]

/** What a way of reading is called: our word, or the file's own (a sheet, a column, 千升). */
export function optionWord({ locale, t }: FileReading, choice: FileChoice, value: string): string {
  if (choice.id === 'column' && value === '') return t('wizard.not-this')
  return lookUp(locale, `option.${value}`) ?? value
}

/** What the whole file would come to this way: people know their own total, not our rule. */
export function optionFigure(reading: FileReading, choice: FileChoice, totals: PreviewTotals | null): string {
  const { t } = reading
  if (totals === null) return t('app.missing')
  const about = totals.exact ? '' : t('wizard.about')
  if (choice.id === 'quantity-unit') return `${about}${reading.volume(totals)} ${reading.unitName}`
  if (choice.id === 'vat') return about + reading.moneyTotal(totals.amountMinor)
  if (choice.id === 'decimal') return `${about}${reading.volume(totals)} ${reading.unitName}`
  return about + t('wizard.rows', { n: totals.lines - totals.refused })
}

/**
 * The ways a doubt can be read, each with what it would make of the file. Pressing the chosen one confirms it.
 */
export function ChoiceRadios({
  choice,
  reading,
  onPatch,
}: {
  readonly choice: FileChoice
  readonly reading: FileReading
  readonly onPatch: (patch: Readonly<Record<string, unknown>>) => void
}) {
  const { t, locale } = reading
  const name = useId()
  // Shown at once; what it makes of the file comes with the next look at it.
  const [picked, setPicked] = useState<{ value: string; of: FileChoice } | null>(null)
  const isChosen = ({ value, chosen }: FileChoice['options'][number]) =>
    picked?.of === choice ? picked.value === value : chosen
  const guessed = choice.question !== null
  const label = lookUp(locale, `choice.${choice.id}`) ?? choice.id
  return (
    <div className="file-choice" role="radiogroup" aria-label={choice.header ? `${label}: ${choice.header}` : label}>
      {choice.options.map((option) => (
        <label key={option.value} data-chosen={isChosen(option)}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={isChosen(option)}
            onChange={() => {
              setPicked({ value: option.value, of: choice })
              onPatch(option.patch)
            }}
            onClick={() => {
              if (option.chosen && guessed) onPatch(option.patch)
            }}
            // No browser makes a click of the space bar on a radio that is chosen already.
            onKeyDown={(event) => {
              if (option.chosen && guessed && (event.key === ' ' || event.key === 'Enter')) onPatch(option.patch)
            }}
          />
          <span>{optionWord(reading, choice, option.value)}</span>
          {option.chosen && guessed && <small>{t('wizard.we-guess')}</small>}
          <b>{optionFigure(reading, choice, option.totals)}</b>
        </label>
      ))}
    </div>
  )
}
