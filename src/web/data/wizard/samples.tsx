import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ImportResult, TrialSamples } from '../../../contract/intake.ts'
import { figure } from '../../../language/message.ts'
import { paths } from '../../paths.ts'
import { useLanguage } from '../../ui/language.tsx'
import { fieldName } from '../fields.ts'
import { moment } from '../moment.ts'
import { RefusedTable } from './refused-table.tsx'
import { SampleLines } from './sample-lines.tsx'
import { Warnings } from './warnings.tsx'

type Made = ImportResult['created']
const all = ({ accounts, skus, markets }: Made) => accounts + skus + markets

/**
 * Some of each kind, unfolded, what is worth a look first: lines that stand here already, refused and corrected ones, changed names;
 * what simply goes in last.
 */
export function Samples({ result }: { readonly result: ImportResult }) {
  const { t, locale } = useLanguage()
  const { samples } = result
  const many = (n: number, shown: number) =>
    n > shown
      ? t('wizard.sample-first', { n: figure(locale, n), shown: figure(locale, shown) })
      : figure(locale, shown)
  const groups: readonly (readonly [string, string, ReactNode])[] = samples
    ? [
        [t('wizard.sample-corrected'), t('import.rows', { n: result.corrected }), lines(samples.corrected)],
        [
          t('wizard.sample-changed'),
          many(all(result.updated), samples.changed.length),
          samples.changed.length > 0 && <Changed of={samples.changed} />,
        ],
        [
          t('wizard.sample-created'),
          many(all(result.created), samples.created.length),
          samples.created.length > 0 && <Created of={samples.created} />,
        ],
        [t('wizard.sample-in'), t('import.rows', { n: result.rowsAccepted }), lines(samples.in)],
        [t('wizard.sample-unchanged'), t('import.rows', { n: result.unchanged }), lines(samples.unchanged)],
      ]
    : []
  return (
    <div className="samples" id="samples" tabIndex={-1}>
      {samples && samples.overlaps.length > 0 && <Overlaps of={samples.overlaps} />}
      {result.rowsRejected > 0 && <RefusedTable result={result} />}
      <div className="samples-columns">
        {groups.map(([title, n, content]) =>
          content === false ? null : (
            <Group key={title} title={title} n={n}>
              {content}
            </Group>
          ),
        )}
        <Warnings result={result} />
      </div>
    </div>
  )
}

function lines(of: TrialSamples['in']): ReactNode {
  return of.length > 0 && <SampleLines lines={of} />
}

function Group({
  title,
  n,
  children,
}: {
  readonly title: string
  readonly n: string
  readonly children: ReactNode
}) {
  return (
    <section className="sample-group" aria-label={title}>
      <h3>
        {title}
        <small>{n}</small>
      </h3>
      {children}
    </section>
  )
}

const subjects = {
  sku: 'wizard.subject-sku',
  product: 'wizard.subject-sku',
  market: 'wizard.subject-market',
  person: 'wizard.subject-person',
} as const

function subjectWord(subject: string): (typeof subjects)[keyof typeof subjects] | 'wizard.subject-account' {
  return Object.entries(subjects).find(([name]) => subject.startsWith(name))?.[1] ?? 'wizard.subject-account'
}

function Created({ of }: { readonly of: TrialSamples['created'] }) {
  const { t } = useLanguage()
  return (
    <ul className="sample-names">
      {of.map(({ subject, code, name }) => (
        <li key={subject + code}>
          <small>{t(subjectWord(subject))}</small>
          <span>{name === '' ? code : name}</span>
          {name !== '' && code !== name && <small>{code}</small>}
        </li>
      ))}
    </ul>
  )
}

function Changed({ of }: { readonly of: TrialSamples['changed'] }) {
  const { t, locale } = useLanguage()
  return (
    <ul className="sample-names">
      {of.map(({ subject, code, name, fields }) => (
        <li key={subject + code}>
          <span>{name === '' ? code : name}</span>
          {fields.map(({ field, was, now }) => (
            <span key={field} className="sample-change">
              <small>{fieldName(locale, field)}</small>
              {t('wizard.from-to', { was: was === '' ? t('app.missing') : was, now })}
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}

/** Lines of this file that stand in the ledger by another batch: the same by key, or alike without it. */
function Overlaps({ of }: { readonly of: TrialSamples['overlaps'] }) {
  const { t, locale } = useLanguage()
  return (
    <ul className="file-doubts">
      {of.map((one) => (
        <li key={one.batch} data-amber={one.alike > 0}>
          <p>
            {one.alike > 0
              ? t('wizard.overlap-alike', { n: one.alike })
              : t('wizard.overlap-same', { n: one.same })}{' '}
            <Link className="link" to={paths.importBatch} params={{ batch: one.batch }} search={true}>
              {one.fileName}
            </Link>{' '}
            <span className="quiet">{moment(locale, one.at)}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}
