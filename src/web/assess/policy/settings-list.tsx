import type { ReactNode } from 'react'
import type { PolicyDocument } from '../../../contract/policy.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Section } from '../../ui/page.tsx'
import { WhyButton } from '../../ui/why.tsx'
import type { PolicyDraft } from './draft.ts'
import { KRuleFields } from './k-rule.tsx'
import { SettingField } from './setting-field.tsx'
import { settingsOf } from './settings.ts'
import { Weights } from './weights.tsx'
import type { WhyPart } from './why.ts'

const groups = ['lines', 'loyalty', 'dormant', 'candidate', 'reference', 'robustness'] as const

/** Everything that can be set, part by part: what each decides, and what its value does. Everybody may try; whoever may puts in force. */
export function Settings({
  draft,
  doc,
  onWhy,
}: {
  readonly draft: PolicyDraft
  readonly doc: PolicyDocument
  readonly onWhy: (part: WhyPart) => void
}) {
  const part = (of: Exclude<WhyPart, 'preview'>, children: ReactNode) => (
    <Part key={of} of={of} onWhy={onWhy}>
      {children}
    </Part>
  )
  return (
    <>
      {part('weights', <Weights draft={draft} />)}
      {part('k', <KRuleFields draft={draft} doc={doc} />)}
      {groups.map((group) =>
        part(
          group,
          <div className="field-row">
            {settingsOf[group].map((setting) => (
              <SettingField key={setting.path} setting={setting} draft={draft} digits={doc.minorDigits} />
            ))}
            {group === 'robustness' && <KeepOrder draft={draft} />}
          </div>,
        ),
      )}
    </>
  )
}

function Part({
  of,
  onWhy,
  children,
}: {
  readonly of: Exclude<WhyPart, 'preview'>
  readonly onWhy: (part: WhyPart) => void
  readonly children: ReactNode
}) {
  const { t } = useLanguage()
  return (
    <Section
      title={t(`policy.${of}`)}
      note={t(`policy.${of}-note`)}
      aside={<WhyButton of={t(`policy.${of}`)} onOpen={() => onWhy(of)} />}
    >
      {children}
    </Section>
  )
}

function KeepOrder({ draft }: { readonly draft: PolicyDraft }) {
  const { t } = useLanguage()
  const { robustness } = draft.policy
  const kept = robustness.keepOrder ? 'yes' : 'no'
  return (
    <Field label={t('policy.f.robustness.keepOrder')} hint={t(`policy.e.robustness.keepOrder-${kept}`)}>
      <div>
        <Choice
          label={t('policy.f.robustness.keepOrder')}
          value={kept}
          options={[
            { value: 'no', label: t('policy.keep-order-no') },
            { value: 'yes', label: t('policy.keep-order-yes') },
          ]}
          onChange={(next) => draft.change({ robustness: { ...robustness, keepOrder: next === 'yes' } })}
        />
      </div>
    </Field>
  )
}
