import { Button, Input } from 'antd'
import { useState } from 'react'
import { mastersApi } from '../../masters-api.ts'
import { useLanguage } from '../../ui/language.tsx'
import { useProblemWords } from '../../ui/states.tsx'
import { useAct } from '../act.ts'

/** Another brand or category for the picked products. */
export function ProductGroup({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useLanguage()
  const problem = useProblemWords()
  const [word, setWord] = useState('')
  const { act, busy, error } = useAct()
  const give = (field: 'brand' | 'category') =>
    act(
      mastersApi.groupProducts({ ids: [...ids], [field]: word.trim() }),
      t('masters.grouped', { n: ids.length }),
      () => setWord(''),
    )
  const nothing = word.trim() === ''
  return (
    <>
      <Input
        className="masters-word"
        value={word}
        aria-label={t('masters.group-word')}
        placeholder={t('masters.group-word')}
        maxLength={100}
        onChange={(event) => setWord(event.target.value)}
      />
      <Button loading={busy} disabled={nothing} onClick={() => give('brand')}>
        {t('masters.set-brand')}
      </Button>
      <Button loading={busy} disabled={nothing} onClick={() => give('category')}>
        {t('masters.set-category')}
      </Button>
      {error === null ? null : <span role="alert">{problem(error)}</span>}
    </>
  )
}
