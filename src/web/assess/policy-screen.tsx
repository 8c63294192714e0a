import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import type { PolicyDocument } from '../../contract/policy.ts'
import { criteria } from '../../domain/assess/criterion.ts'
import { paths } from '../paths.ts'
import { DraftNote } from '../ui/draft-note.tsx'
import { PageHead, useTitle } from '../ui/page.tsx'
import { Ruler } from '../ui/ruler.tsx'
import { Failed, Loading } from '../ui/states.tsx'
import { useUndo } from '../ui/undo-bar.tsx'
import { WhyPanel } from '../ui/why.tsx'
import { Apply } from './policy/apply.tsx'
import { Compare } from './policy/compare.tsx'
import { usePolicyDraft } from './policy/draft.ts'
import { Outcome } from './policy/outcome.tsx'
import { policySentence, weightsInWords } from './policy/sentence.ts'
import { policyQuery, previewQuery, useSettled } from './policy/queries.ts'
import { Settings } from './policy/settings-list.tsx'
import { Versions } from './policy/versions.tsx'
import { isWhy, whyOf } from './policy/why.ts'
import { dayWords, useReading } from '../ui/reading.ts'
import './policy/policy.css'

/** The policy of assessment: what holds, what a draft of it would change, and who changed it when. */
export function PolicyScreen() {
  const { t, may } = useReading()
  useTitle(t('policy.title'))
  const answer = useQuery({ ...policyQuery, enabled: may('policy.read') })
  if (!may('policy.read'))
    return (
      <PageHead
        words={t('state.no-right')}
        note={t('state.no-right-whom', { right: t('right.policy.read') })}
      />
    )
  if (answer.data) return <Policy doc={answer.data} />
  return answer.error === null ? (
    <Loading />
  ) : (
    <Failed error={answer.error} onRetry={() => void answer.refetch()} />
  )
}

const INKS = ['var(--value-5)', 'var(--value-4)', 'var(--value-3)', 'var(--value-2)'] as const
const NOTHING = {}

type Search = { readonly why?: unknown; readonly compare?: unknown }

function Policy({ doc }: { readonly doc: PolicyDocument }) {
  const reading = useReading()
  const { t, may } = reading
  const draft = usePolicyDraft(doc)
  const offer = useUndo()
  const search: Search = useSearch({ strict: false })
  const navigate = useNavigate()
  const go = (next: { why?: string; compare?: string }) =>
    void navigate({
      to: paths.policy,
      search: ({ node, asOf }) => ({ ...(node ? { node } : {}), ...(asOf ? { asOf } : {}), ...next }),
      replace: true,
      resetScroll: false,
    })
  const why = isWhy(search.why) ? search.why : null
  const [a, b] = comparedIn(search.compare, doc)
  const settled = useSettled(JSON.stringify(draft.trial))
  const usable = draft.problem === null
  const trial = draft.dirty ? (JSON.parse(settled) as typeof draft.trial) : NOTHING
  const tried = useQuery({ ...previewQuery(trial, doc.newest), enabled: usable })
  const current = JSON.stringify(draft.trial) === settled
  const running = usable && (tried.isFetching || (draft.dirty && !current))
  const stale = draft.dirty && draft.value.seen > 0 && draft.value.seen < doc.newest
  const newest = doc.versions[0]
  const drop = () => {
    const kept = draft.value
    draft.clear()
    offer({ words: t('policy.dropped'), undo: async () => draft.set(kept) })
  }
  return (
    <>
      <PageHead
        words={policySentence(reading, doc, draft, tried.data, running)}
        marks={{ changed: { onPick: toChanges }, keys: { to: paths.accounts } }}
        note={
          draft.dirty ? (
            <DraftNote draft={{ ...draft, changes: Math.max(1, draft.differs) }} />
          ) : doc.frozenOn === null ? (
            t('policy.note-unfrozen')
          ) : (
            t('policy.note-live', { day: dayWords(reading, doc.frozenOn) })
          )
        }
        actions={
          <>
            {draft.dirty && <Button onClick={drop}>{t('policy.drop')}</Button>}
            <Button
              disabled={!draft.dirty || !usable || !may('policy.change')}
              title={may('policy.change') ? undefined : t('policy.apply-whom')}
              onClick={toApply}
            >
              {t('policy.apply')}
            </Button>
          </>
        }
      />
      <Ruler
        label={t('policy.ruler')}
        segments={criteria.map((one, i) => ({
          key: one,
          name: t(`part.${one}`),
          figures: [weightsInWords(reading, draft.policy.weights, one)],
          share: Math.max(0, draft.policy.weights[one] ?? 0),
          fill: INKS[i] ?? INKS[0],
        }))}
      />
      {doc.newest > doc.version && newest?.from && (
        <p className="policy-tell">
          {t('policy.waiting', { version: doc.newest, day: dayWords(reading, newest.from) })}
        </p>
      )}
      {stale && (
        <p className="policy-tell unsure-text" role="status">
          {t('policy.stale', { by: newest?.by ?? '', version: doc.newest })}{' '}
          <button
            type="button"
            className="link"
            onClick={() => go({ compare: `${draft.value.seen}-${doc.newest}` })}
          >
            {t('policy.stale-see')}
          </button>{' '}
          <button type="button" className="link" onClick={() => draft.set({ seen: doc.newest })}>
            {t('policy.stale-ok')}
          </button>
        </p>
      )}
      <div className="policy-desk">
        <div>
          <Settings draft={draft} doc={doc} onWhy={(of) => go({ why: of })} />
        </div>
        <div className="policy-outcome">
          <Outcome
            preview={usable ? tried.data : undefined}
            drafted={draft.dirty}
            running={running}
            error={tried.error}
            markets={doc.markets.length}
            onWhy={() => go({ why: 'preview' })}
            onLines={() => go({ why: 'lines' })}
            onRetry={() => void tried.refetch()}
          >
            <Apply draft={draft} doc={doc} stale={stale} />
          </Outcome>
        </div>
      </div>
      {a !== null && b !== null && (
        <Compare
          a={a}
          b={b}
          doc={doc}
          onPick={(x, y) => go({ compare: `${x}-${y}` })}
          onClose={() => go({})}
        />
      )}
      <Versions doc={doc} onCompare={(x, y) => go({ compare: `${x}-${y}` })} />
      {why && (
        <WhyPanel
          title={t(`policy.${why}`)}
          why={whyOf(why, draft, doc)}
          formula={t(`policy.why.${why}`)}
          inputName={(name) => whyName(reading, name)}
          onClose={() => go({})}
        />
      )}
    </>
  )
}

function whyName({ t }: ReturnType<typeof useReading>, name: string): string {
  const criterion = criteria.find((one) => one === name)
  return criterion ? t(`part.${criterion}`) : name
}

function toChanges(): void {
  document.querySelector('#changes')?.scrollIntoView({ block: 'start' })
}

function toApply(): void {
  document.querySelector<HTMLInputElement>('#apply input[type=text]')?.focus()
}

/** `3-5` in the address: version 3 beside version 5. */
function comparedIn(text: unknown, doc: PolicyDocument): readonly [number, number] | readonly [null, null] {
  const found = typeof text === 'string' ? /^(\d{1,6})-(\d{1,6})$/.exec(text) : null
  const [a, b] = [Number(found?.[1]), Number(found?.[2])]
  const there = (version: number) => doc.versions.some((one) => one.version === version)
  return found && there(a) && there(b) && a !== b ? [a, b] : [null, null]
}
