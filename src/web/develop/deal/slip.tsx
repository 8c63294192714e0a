import { say } from '../../../language/index.ts'
import { useLanguage } from '../../ui/language.tsx'
import { readingOf, presetOf, type DeskProps, type Reading } from './desk.ts'
import { yuan } from './figures.ts'
import { KeptPart } from './kept-part.tsx'
import { fieldWord } from './field-words.ts'
import { RivalBars } from './rival.tsx'
import { SlipLines } from './slip-lines.tsx'
import type { Told } from './sums.ts'
import { OrderLine } from './order-line.tsx'

/** The paper that is shown across the counter: what a case brings, part by part; the sum; what is kept of it; the rival beside it. */
export function Slip({
  desk,
  set,
  told,
  money,
}: DeskProps & { readonly told: Told; readonly money: string }) {
  const { t, locale } = useLanguage()
  const { sums } = told
  return (
    <section className="slip" aria-label={t('desk.theirs')}>
      <header className="slip-head">
        <h2>{t('desk.a-case')}</h2>
        <ReadingChoice desk={desk} set={set} />
      </header>
      <ul className="slip-lines">
        <SlipLines desk={desk} set={set} sums={sums} />
      </ul>
      <Total total={sums?.said.perCase.total ?? null} money={money} />
      {told.problem && (
        <p className="desk-problem" role="alert">
          {say(locale, {
            code: told.problem.code,
            facts: { ...told.problem.facts, ...fieldWord(t, told.problem.facts['field']) },
          })}
        </p>
      )}
      {sums && (
        <>
          <KeptPart desk={desk} set={set} sums={sums} />
          <OrderLine sums={sums} money={money} cases={desk.cases} days={desk.sellDays} />
          <RivalBars desk={desk} sums={sums} />
        </>
      )}
    </section>
  )
}

function ReadingChoice({ desk, set }: DeskProps) {
  const { t } = useLanguage()
  const reading = readingOf(desk)
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
}

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
