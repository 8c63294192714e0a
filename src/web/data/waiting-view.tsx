import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ColumnMap, ImportBatch, Understood } from '../../contract/intake.ts'
import { sentence } from '../../language/index.ts'
import { ApiProblem } from '../api.ts'
import { paths } from '../paths.ts'
import { useLanguage } from '../ui/language.tsx'
import { forget, recall, remember } from '../ui/memory.ts'
import { PageHead, Section } from '../ui/page.tsx'
import { useSession } from '../ui/session.ts'
import { Failed } from '../ui/states.tsx'
import { ColumnsTable, GUESS_BELOW } from './columns-table.tsx'
import { dataRows } from './data-rows.ts'
import { fieldKey } from './fields.ts'
import { FileFacts } from './file-facts.tsx'
import { asksForMarket, MarketChoice, onlyMarket } from './market-choice.tsx'
import { Trial } from './trial.tsx'

function kept(id: string): ColumnMap | null {
  try {
    const draft: unknown = JSON.parse(recall(`map.${id}`) ?? 'null')
    return typeof draft === 'object' ? draft : null
  } catch {
    return null
  }
}

function firstMap(market: string | undefined): ColumnMap {
  return market === undefined ? {} : { constants: { market_code: market } }
}

/** A file that waits: what was understood (the guesses first, in amber), what to correct, a trial, and go. */
export function WaitingView({ batch }: { readonly batch: ImportBatch }) {
  const { t, locale } = useLanguage()
  const understood = batch.result?.understood ?? batch.understood
  const { nodes } = useSession()
  const openMarket = asksForMarket(batch.kind, batch.understood)
  const [map, setMap] = useState(() => kept(batch.id) ?? firstMap(openMarket ? onlyMarket(nodes) : undefined))
  const change = (next: ColumnMap) => {
    remember(`map.${batch.id}`, JSON.stringify(next))
    setMap(next)
  }
  const changeColumn = (field: string, header: string) =>
    change({ ...map, columns: { ...map.columns, [field]: header } })
  const changeMarket = (code: string | undefined) => {
    const { market_code: _, ...others } = map.constants ?? {}
    change({ ...map, constants: code === undefined ? others : { ...others, market_code: code } })
  }
  const market = map.constants?.['market_code']
  const rows = understood ? dataRows(understood) : null
  /** A field goes by its name, not by its code. */
  const words = ({ code, facts }: Understood['questions'][number]) => {
    const key = typeof facts['field'] === 'string' ? fieldKey(batch.kind, facts['field']) : null
    return sentence(locale, { code, facts: key === null ? facts : { ...facts, field: t(key) } })
  }
  const headline = () => {
    if (batch.state === 'failed') return t('import.failed-title')
    if (batch.state === 'interrupted') return t('import.interrupted-title')
    return understood ? answer(t, understood, map) : batch.fileName
  }
  return (
    <>
      <PageHead
        words={headline()}
        marks={{ unsure: { tone: 'unsure' } }}
        note={
          rows === null
            ? t(`kind.${batch.kind}`)
            : t('import.rows-note', { kind: t(`kind.${batch.kind}`), rows })
        }
        actions={
          <Link className="button-quiet" to={paths.import} search={true}>
            {t('import.another')}
          </Link>
        }
      />
      {batch.problem && <Failed error={new ApiProblem(422, batch.problem)} />}
      {understood && understood.questions.length > 0 && (
        <ul className="questions">
          {understood.questions.map((question) => (
            <li key={question.code + JSON.stringify(question.facts)}>{words(question)}</li>
          ))}
        </ul>
      )}
      {understood && (
        <>
          <Section title={`1 ${t('import.step-file')}`}>
            <FileFacts fileName={batch.fileName} understood={understood} />
          </Section>
          <Section title={`2 ${t('import.step-columns')}`} note={t('import.columns-note')}>
            {openMarket && (
              <MarketChoice value={market === undefined ? undefined : String(market)} onChange={changeMarket} />
            )}
            <ColumnsTable kind={batch.kind} understood={understood} map={map} onChange={changeColumn} />
          </Section>
        </>
      )}
      <Trial batch={batch} map={map} onGone={() => forget(`map.${batch.id}`)} />
      <p className="quiet step-to-come">
        <strong>4 {t('import.step-done')}</strong>
        {t('import.done-pending')}
      </p>
    </>
  )
}

function answer(t: ReturnType<typeof useLanguage>['t'], understood: Understood, map: ColumnMap): string {
  const all = understood.columns.length
  const guesses = understood.columns.filter(
    (column) => column.sure < GUESS_BELOW && map.columns?.[column.field] === undefined,
  ).length
  if (guesses > 0) return t('import.understood-some', { n: guesses, known: all - guesses })
  if (understood.questions.length > 0)
    return t('import.understood-questions', { n: understood.questions.length, known: all })
  return t('import.understood-all', { n: all })
}
