import { memo, useMemo } from 'react'
import { say } from '../../../language/index.ts'
import { useLanguage } from '../../ui/language.tsx'
import { presetOf, readingOf, type Desk, type DeskProps, type Reading } from './desk.ts'
import { yuan } from './figures.ts'
import { KeptPart } from './kept-part.tsx'
import { fieldWord } from './field-words.ts'
import { RivalBars } from './rival.tsx'
import { SlipLines } from './slip-lines.tsx'
import { saidOf, type Sums } from './sums.ts'
import { OrderLine } from './order-line.tsx'

/**
 * The paper that is shown across the counter: what a case brings, part by part; the sum; what is kept of it; the rival beside it. A key is
 * answered by its line and the sum, in the same picture; what `sums` tells comes with the next one.
 */
export function Slip({
  desk,
  late,
  set,
  sums,
  money,
}: DeskProps & { readonly late: Desk; readonly sums: Sums | null; readonly money: string }) {
  const { t, locale } = useLanguage()
  const { said, problem } = useMemo(() => saidOf(desk), [desk])
  return (
    <section className="slip" aria-label={t('desk.theirs')}>
      <header className="slip-head">
        <h2>{t('desk.a-case')}</h2>
        <ReadingChoice reading={readingOf(desk)} set={set} />
      </header>
      <ul className="slip-lines">
        <SlipLines desk={desk} late={late} set={set} said={said} />
      </ul>
      <Total total={said?.total ?? null} money={money} />
      {problem && (
        <p className="desk-problem" role="alert">
          {say(locale, {
            code: problem.code,
            facts: { ...problem.facts, ...fieldWord(t, problem.facts['field']) },
          })}
        </p>
      )}
      {said && sums && (
        <>
          <KeptPart
            exchange={desk.n !== null && desk.fullValue !== null}
            caps={desk.capPrize !== null}
            returnRate={desk.returnRate}
            kept={desk.kept}
            set={set}
            sums={sums}
          />
          <OrderLine sums={sums} money={money} cases={desk.cases} days={desk.sellDays} />
          <RivalBars
            name={desk.rivalName}
            rivalSaid={desk.rivalSaid}
            rivalKept={desk.rivalKept}
            sums={sums}
          />
        </>
      )}
    </section>
  )
}

const ReadingChoice = memo(function ReadingChoice({
  reading,
  set,
}: {
  readonly reading: Reading | null
  readonly set: DeskProps['set']
}) {
  const { t } = useLanguage()
  return (
    <select
      className="slip-reading"
      aria-label={t('desk.reading')}
      value={reading ?? ''}
      onChange={(event) => set(presetOf(event.target.value as Reading))}
    >
      {reading === null && <option value="">{t('desk.reading-own')}</option>}
      <option value="A">{t('desk.reading-A')}</option>
      <option value="B">{t('desk.reading-B')}</option>
    </select>
  )
})

/** One number may be huge. */
function Total({ total, money }: { readonly total: number | null; readonly money: string }) {
  const { t, locale } = useLanguage()
  const [whole = '', fen] = yuan(total).split('.')
  return (
    <p className="slip-total">
      <span>{t('desk.each')}</span>
      <output data-loss={(total ?? 0) < 0 || undefined}>
        {locale === 'en' && <small>{money}</small>}
        <b>{whole}</b>
        {fen !== undefined && <i>{`.${fen}`}</i>} {locale === 'zh' && <small>{money}</small>}
      </output>
    </p>
  )
}
