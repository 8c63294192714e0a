import { Checkbox, Input, Select } from 'antd'
import { monthWords } from '../../../language/trade-words.ts'
import { figure } from '../../../language/message.ts'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useMinorMoney } from '../../ui/minor-money.ts'
import { NumberInput } from '../../ui/number-input.tsx'
import { useSession } from '../../ui/session.ts'
import { SkusSelect } from '../policies/scope-fields.tsx'
import { TierFields } from '../policies/terms-fields.tsx'
import { monthsOf, type AgreementForm } from './form-values.ts'

type Part = { readonly value: AgreementForm; readonly set: (patch: Partial<AgreementForm>) => void }

/** What an agreement says, field by field. `follows`: it is the next version of one, which has no first order. */
export function AgreementFields({ value, set, follows }: Part & { readonly follows: boolean }) {
  const { t } = useLanguage()
  const money = useMinorMoney()
  const { nodes } = useSession()
  const number = (
    of: 'firstCases' | 'perCase' | 'once' | 'payDays' | 'visitEveryDays',
    label: string,
    hint?: string,
  ) => (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      <NumberInput value={value[of]} onValue={(to) => set({ [of]: to })} />
    </Field>
  )
  const day = (of: 'from' | 'to' | 'firstDue', label: string, hint?: string) => (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      <Input type="date" value={value[of]} onChange={(event) => set({ [of]: event.target.value })} />
    </Field>
  )
  return (
    <>
      <div className="field-row">
        {day('from', t('agreement.from'))}
        {day('to', t('agreement.to'))}
      </div>
      <Field label={t('agreement.markets')}>
        <Select<string[]>
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          value={[...value.markets]}
          options={nodes
            .filter(({ kind }) => kind === 'market')
            .map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(markets) => set({ markets })}
        />
      </Field>
      <Field label={t('agreement.skus')} hint={t('agreement.skus-hint')}>
        <SkusSelect value={value.skus} onChange={(skus) => set({ skus })} />
      </Field>
      <Targets value={value} set={set} />
      {!follows && (
        <>
          <h3 className="trade-head">
            <span>{t('agreement.first')}</span>
            <small>{t('agreement.first-hint')}</small>
          </h3>
          <div className="field-row">
            {number('firstCases', t('agreement.first-cases'), t('agreement.first-cases-hint'))}
            {day('firstDue', t('agreement.first-due'), t('agreement.first-due-hint'))}
          </div>
        </>
      )}
      <h3 className="trade-head">
        <span>{t('agreement.rebate')}</span>
        <small>{t('agreement.rebate-hint')}</small>
      </h3>
      <TierFields value={{ ...value, measure: 'cases' }} set={set} />
      <h3 className="trade-head">{t('agreement.support')}</h3>
      <div className="field-row">
        {number('perCase', t('agreement.per-case', { money: money.word }))}
        {number('once', t('agreement.once', { money: money.word }))}
      </div>
      <div className="field-row">
        {number('payDays', t('agreement.pay-days'), t('agreement.pay-days-hint'))}
        {number('visitEveryDays', t('agreement.visit'), t('agreement.visit-hint'))}
      </div>
      <Words value={value} set={set} />
    </>
  )
}

/** Cases by month; one figure for all months is one entry. */
function Targets({ value, set }: Part) {
  const { t, locale } = useLanguage()
  const months = monthsOf(value)
  const all = months.map((month) => value.targets[month] ?? null)
  const same = all.every((cases) => cases === all[0]) ? (all[0] ?? null) : null
  const sum = all.reduce<number>((total, cases) => total + (cases ?? 0), 0)
  return (
    <>
      <h3 className="trade-head">
        <span>{t('agreement.targets')}</span>
        <small>{t('agreement.targets-sum', { n: figure(locale, sum) })}</small>
      </h3>
      <Field label={t('agreement.targets-each')}>
        <NumberInput
          value={same}
          onValue={(cases) => set({ targets: Object.fromEntries(months.map((month) => [month, cases])) })}
        />
      </Field>
      <details className="trade-more" open={same === null && sum > 0 ? true : undefined}>
        <summary>{t('agreement.targets-months')}</summary>
        <div className="agreement-months">
          {months.map((month) => (
            <Field key={month} label={monthWords(locale, month)}>
              <NumberInput
                value={value.targets[month] ?? null}
                onValue={(cases) => set({ targets: { ...value.targets, [month]: cases } })}
              />
            </Field>
          ))}
        </div>
      </details>
    </>
  )
}

/** Exclusivity begins with the usual words, which legal may edit. */
function Words({ value, set }: Part) {
  const { t } = useLanguage()
  const usual = t('agreement.exclusivity-usual')
  return (
    <>
      <Checkbox
        className="agreement-exclusive"
        checked={value.exclusive}
        onChange={({ target }) =>
          set({
            exclusive: target.checked,
            ...(target.checked && value.exclusivityWords === '' ? { exclusivityWords: usual } : {}),
          })
        }
      >
        {t('agreement.exclusive')}
      </Checkbox>
      {value.exclusive && (
        <Field label={t('agreement.exclusivity-words')} hint={t('agreement.exclusivity-hint')}>
          <Input.TextArea
            rows={5}
            maxLength={4000}
            value={value.exclusivityWords}
            onChange={(event) => set({ exclusivityWords: event.target.value })}
          />
        </Field>
      )}
      <Field label={t('agreement.other-words')}>
        <Input.TextArea
          rows={3}
          maxLength={4000}
          value={value.otherWords}
          onChange={(event) => set({ otherWords: event.target.value })}
        />
      </Field>
    </>
  )
}
