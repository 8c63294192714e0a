import { useId } from 'react'
import type { PolicyDocument } from '../../../contract/policy.ts'
import type { KRule } from '../../../domain/assess/policy.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import type { PolicyDraft } from './draft.ts'
import { NumberBox } from './number-box.tsx'
import { SettingField } from './setting-field.tsx'
import { kSettings } from './settings.ts'

const COVER: KRule = { kind: 'cover', share: 0.6, least: 1, most: 12 }
const FIXED: KRule = { kind: 'fixed', k: 4 }

/** How many key accounts a market carries: by share of its volume or fixed, and the markets that have a number of their own. */
export function KRuleFields({ draft, doc }: { readonly draft: PolicyDraft; readonly doc: PolicyDocument }) {
  const { t } = useLanguage()
  const { kind } = draft.policy.k
  const choose = (next: KRule['kind']) => {
    if (next === kind) return
    const live = draft.live.k
    draft.change({ k: live.kind === next ? live : next === 'cover' ? COVER : FIXED })
  }
  return (
    <>
      <div className="method">
        <Choice
          label={t('policy.k-by')}
          value={kind}
          options={[
            { value: 'cover', label: t('policy.k-cover') },
            { value: 'fixed', label: t('policy.k-fixed') },
          ]}
          onChange={choose}
        />
      </div>
      <div className="field-row">
        {kSettings[kind].map((setting) => (
          <SettingField key={setting.path} setting={setting} draft={draft} digits={doc.minorDigits} />
        ))}
      </div>
      <OwnNumbers draft={draft} doc={doc} />
    </>
  )
}

function OwnNumbers({ draft, doc }: { readonly draft: PolicyDraft; readonly doc: PolicyDocument }) {
  const { t } = useLanguage()
  const add = useId()
  const own = draft.policy.kByMarket
  const nameOf = (code: string) => doc.markets.find((market) => market.code === code)?.name ?? code
  const rest = doc.markets.filter(({ code }) => !Object.hasOwn(own, code))
  const set = (code: string, k: number | null) => draft.change({ kByMarket: { ...own, [code]: k as number } })
  const drop = (code: string) =>
    draft.change({ kByMarket: Object.fromEntries(Object.entries(own).filter(([one]) => one !== code)) })
  const wrong = (k: number | null) =>
    k === null
      ? t('policy.wrong.number')
      : k < 1
        ? t('policy.wrong.k.k')
        : Number.isInteger(k)
          ? undefined
          : t('policy.wrong.whole')
  return (
    <>
      {Object.keys(own).length > 0 && <h3 className="own-title">{t('policy.k-own')}</h3>}
      {Object.entries(own).map(([code, k]: [string, number | null]) => {
        const error = wrong(k)
        const was = draft.live.kByMarket[code]
        return (
          <div className="own-k" key={code}>
            <Field
              label={t('policy.k-own-of', { market: nameOf(code) })}
              hint={k === null ? '' : t('policy.k-own-hint', { market: nameOf(code), k })}
              {...(error ? { error } : {})}
              {...(was !== k && was !== undefined ? { was: String(was) } : {})}
            >
              <NumberBox value={k} step={1} onValue={(value) => set(code, value)} />
            </Field>

            <button
              type="button"
              className="link"
              aria-label={t('policy.k-own-drop', { market: nameOf(code) })}
              onClick={() => drop(code)}
            >
              {t('policy.drop-own')}
            </button>
          </div>
        )
      })}
      {rest.length > 0 && (
        <p className="own-add">
          <label htmlFor={add} className="visually-hidden">
            {t('policy.k-own-add')}
          </label>
          <select id={add} value="" onChange={(event) => set(event.target.value, 3)}>
            <option value="">{t('policy.k-own-add')}</option>
            {rest.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </p>
      )}
    </>
  )
}
