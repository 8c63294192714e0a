import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ImportMapping } from '../../contract/import-undo.ts'
import { api } from '../api.ts'
import { useLanguage } from '../ui/language.tsx'
import { Section } from '../ui/page.tsx'
import { Failed } from '../ui/states.tsx'
import { fieldName } from './fields.ts'
import { moment } from './moment.ts'
import { mappingsQuery } from './queries.ts'

/** How files of a shape were read the last time: what is remembered, since when, and how to forget it. */
export function Mappings() {
  const { t, locale } = useLanguage()
  const client = useQueryClient()
  const mappings = useQuery(mappingsQuery)
  const forget = useMutation({
    mutationFn: ({ kind, shape }: ImportMapping) => api.forgetMapping(kind, shape),
    onSuccess: () => client.invalidateQueries({ queryKey: mappingsQuery.queryKey }),
  })
  if (!mappings.data || mappings.data.length === 0) return null
  return (
    <Section title={t('wizard.mappings')} note={t('wizard.mappings-note')}>
      {forget.isError && <Failed error={forget.error} />}
      <ul className="mappings">
        {mappings.data.map((one) => (
          <li key={one.kind + one.shape}>
            <strong>{one.fileName ?? t('app.missing')}</strong>
            <span className="quiet">{t(`kind.${one.kind}`)}</span>
            <span className="mapping-said">{said({ t, locale }, one)}</span>
            <span className="quiet">
              {[one.who ?? '', one.at === null ? '' : moment(locale, one.at)].filter((part) => part !== '').join(' ')}
            </span>
            <button
              type="button"
              className="link"
              aria-label={`${t('wizard.forget')}: ${one.fileName ?? ''}`}
              disabled={forget.isPending}
              onClick={() => forget.mutate(one)}
            >
              {t('wizard.forget')}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function said({ t, locale }: Pick<ReturnType<typeof useLanguage>, 't' | 'locale'>, { map }: ImportMapping): string {
  return [
    ...Object.entries(map.columns ?? {}).map(([field, header]) =>
      t('wizard.mapping-column', { field: fieldName(locale, field), header }),
    ),
    ...Object.entries(map.constants ?? {}).map(([field, value]) =>
      t('wizard.mapping-column', { field: fieldName(locale, field), header: String(value) }),
    ),
  ].join(t('wizard.then'))
}
