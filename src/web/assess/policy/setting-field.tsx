import { policyBounds } from '../../../domain/assess/read-policy.ts'
import { fromMinor } from '../../../domain/money.ts'
import { Field } from '../../ui/field.tsx'
import { figure } from '../../../language/message.ts'
import type { Translate } from '../../../language/index.ts'
import { moneyWord, useReading } from '../../ui/reading.ts'
import type { PolicyDraft } from './draft.ts'
import { NumberBox } from './number-box.tsx'
import { hundredths, valueAt, withValue, type Setting } from './settings.ts'

/** One number of the policy: its name, the box, and what the value does; what it was, where it was changed; what is wrong with it. */
export function SettingField({
  setting,
  draft,
  digits,
}: {
  readonly setting: Setting
  readonly draft: PolicyDraft
  /** Decimals of the company's money. */
  readonly digits: number
}) {
  const reading = useReading()
  const { t, locale } = reading
  const { path, shown, effect } = setting
  const show = (value: number) =>
    shown === 'percent' ? hundredths(value) : shown === 'money' ? fromMinor(value, digits) : value
  const store = (value: number) =>
    shown === 'percent'
      ? Number((value / 100).toFixed(6))
      : shown === 'money'
        ? Math.round(value * 10 ** digits)
        : value
  const value = valueAt(draft.policy, path)
  const was = valueAt(draft.live, path)
  const money = (minor: number) => `${figure(locale, fromMinor(minor, digits))} ${moneyWord(reading)}`
  const error = wrongAt(draft, path, value, t, show)
  const label = t(`policy.f.${path}`, { money: moneyWord(reading) })
  return (
    <Field
      label={label}
      hint={value === null ? '' : effect(t, draft.policy, money)}
      {...(error === null ? {} : { error })}
      {...(was !== value && was !== null ? { was: figure(locale, show(was)) } : {})}
    >
      <NumberBox
        value={value === null ? null : show(value)}
        step={policyBounds[path]?.whole && shown !== 'money' ? 1 : shown === undefined ? 0.05 : 1}
        onValue={(next) => draft.change(withValue(draft.policy, path, next === null ? null : store(next)))}
      />
    </Field>
  )
}

/** What is wrong with one number, as a sentence; null: nothing. */
function wrongAt(
  { problem }: PolicyDraft,
  path: string,
  value: number | null,
  t: Translate,
  show: (value: number) => number,
): string | null {
  if (value === null) return t('policy.wrong.number')
  if (path === 'k.k' && value < 1) return t('policy.wrong.k.k')
  if (path === 'hysteresis.enter' && problem?.code === 'policy/enter-leave')
    return t('policy.wrong.hysteresis')
  const bound = policyBounds[path]
  if (bound && (value < bound.low || value > bound.high))
    return t('policy.wrong.bounds', { low: show(bound.low), high: show(bound.high) })
  if (bound?.whole && !Number.isInteger(value)) return t('policy.wrong.whole')
  if (problem?.facts['why'] !== path) return null
  if (path === 'k.most') return t('policy.wrong.k.most')
  if (path === 'loyalty.closeFrom') return t('policy.wrong.loyalty.closeFrom')
  return path === 'dormant.cycles' ? t('policy.wrong.dormant.cycles') : null
}
