import { listed } from '../../../language/message.ts'
import type { AccountProfile } from '../../../contract/assess.ts'
import { lookUp } from '../../../language/index.ts'
import { Section } from '../../ui/page.tsx'
import { WhyButton } from '../../ui/why.tsx'
import { fixed, percent } from '../../ui/figures.ts'
import { moneyWord, useReading } from '../../ui/reading.ts'
import { priceSteps } from './steps.ts'
import { Waterfall, type WaterfallStep } from './waterfall.tsx'

type Props = { readonly profile: AccountProfile; readonly onWhy: (key: string) => void }

function useSteps(steps: AccountProfile['scoreSteps']): readonly WaterfallStep[] | null {
  const { locale } = useReading()
  return (
    steps?.map(({ name, kind, value }) => ({
      key: name,
      name: lookUp(locale, `step.${name}`) ?? lookUp(locale, `part.${name}`) ?? name,
      kind,
      value,
    })) ?? null
  )
}

/** From the market's mean to this account's score: what each of the four bigs adds, exactly. */
export function Worth({ profile, onWhy }: Props) {
  const { t, locale } = useReading()
  const steps = useSteps(profile.scoreSteps)
  if (!steps) return null
  const { account } = profile
  const title = t('worth.title')
  return (
    <Section
      title={title}
      note={
        <>
          {t('worth.note', {
            score: fixed(locale, account.score, 1),
            mean: fixed(locale, steps[0]?.value ?? null, 1),
          })}{' '}
          <WhyButton of={title} onOpen={() => onWhy('scoreSteps')} />
        </>
      }
      aside={
        account.robustness === null ? undefined : (
          <button type="button" className="aside-button" onClick={() => onWhy('robustness')}>
            {t('figure.sure', { share: percent(locale, account.robustness, 0) })}
          </button>
        )
      }
    >
      <Waterfall label={title} steps={steps} digits={1} />
    </Section>
  )
}

/** Where a tonne's money goes: list, pocket, contribution. What nobody has told is named, never drawn as zero. */
export function Price({ profile, onWhy }: Props) {
  const reading = useReading()
  const { t, locale } = reading
  const steps = useSteps(priceSteps(profile.priceSteps))
  if (!steps) return null
  const title = t('price.title')
  const pocket = steps.find(({ key }) => key === 'pocket')
  const unknown = profile.priceUnknown.map((name) => (lookUp(locale, `step.${name}`) ?? name).toLowerCase())
  return (
    <Section
      title={title}
      note={
        <>
          {t('price.note', { money: moneyWord(reading) })}{' '}
          <WhyButton of={title} onOpen={() => onWhy('priceSteps')} />
        </>
      }
      aside={pocket ? t('price.pocket', { value: fixed(locale, pocket.value, 0) }) : undefined}
    >
      <Waterfall label={title} steps={steps} digits={0} />
      {unknown.length > 0 ? (
        <p className="missing-line">{t('price.unknown', { names: listed(locale, unknown) })}</p>
      ) : null}
    </Section>
  )
}
