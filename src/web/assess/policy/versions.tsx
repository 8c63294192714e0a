import { Fragment, useState } from 'react'
import type { PolicyDocument } from '../../../contract/policy.ts'
import { Section } from '../../ui/page.tsx'
import { dayWords, useReading } from '../../ui/reading.ts'
import { GoBack } from './go-back.tsx'

/** Every version: by whom, when, why; two side by side, or an older one put in force again. */
export function Versions({
  doc,
  onCompare,
}: {
  readonly doc: PolicyDocument
  readonly onCompare: (a: number, b: number) => void
}) {
  const reading = useReading()
  const { t, locale, may } = reading
  const [back, setBack] = useState<number | null>(null)
  const at = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  return (
    <Section title={t('policy.versions')} id="versions">
      {/* Wider than a phone: whoever has only a keyboard moves it by the arrows. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be reached by keys */}
      <div className="versions-scroll" role="group" aria-label={t('policy.versions')} tabIndex={0}>
        <table className="moves versions">
          <thead>
            <tr>
              <th scope="col">{t('policy.col-version')}</th>
              <th scope="col">{t('policy.col-by')}</th>
              <th scope="col">{t('policy.col-when')}</th>
              <th scope="col">{t('policy.col-note')}</th>
              <th scope="col">{t('policy.col-do')}</th>
            </tr>
          </thead>
          <tbody>
            {doc.versions.map((one) => {
              const live = one.version === doc.version
              const waits = one.from !== null && one.from > reading.today
              return (
                <Fragment key={one.version}>
                  <tr>
                    <th scope="row">
                      <strong>{t('policy.version', { version: one.version })}</strong>{' '}
                      {live && <span className="tag">{t('policy.version-live')}</span>}
                      {waits && (
                        <span className="tag">
                          {one.version === doc.newest
                            ? t('policy.version-waits', { day: dayWords(reading, one.from ?? '') })
                            : t('policy.version-over')}
                        </span>
                      )}
                    </th>
                    <td>{one.by === 'system' ? t('policy.by-system') : one.by}</td>
                    <td>{at.format(new Date(one.at))}</td>
                    <td className="version-note">
                      {one.note ?? (one.by === 'system' ? t('policy.version-first') : t('app.missing'))}
                    </td>
                    <td className="version-do">
                      {!live && (
                        <>
                          <button
                            type="button"
                            className="link"
                            aria-label={`${t('policy.version-compare')}: ${t('policy.version', { version: one.version })}`}
                            onClick={() => onCompare(one.version, doc.version)}
                          >
                            {t('policy.version-compare')}
                          </button>
                          {may('policy.change') && (
                            <button
                              type="button"
                              className="link"
                              aria-label={`${t('policy.version-back')}: ${t('policy.version', { version: one.version })}`}
                              aria-expanded={back === one.version}
                              onClick={() => setBack(back === one.version ? null : one.version)}
                            >
                              {t('policy.version-back')}
                            </button>
                          )}
                        </>
                      )}
                    </td>
                  </tr>
                  {back === one.version && (
                    <tr className="version-back">
                      <td colSpan={5}>
                        <GoBack version={one.version} doc={doc} onClose={() => setBack(null)} />
                      </td>
                    </tr>
                  )}
                </Fragment>
              )
            })}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
