import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { PolicyDocument } from '../../../contract/policy.ts'
import { Field } from '../../ui/field.tsx'
import { Failed } from '../../ui/states.tsx'
import { useReading } from '../../ui/reading.ts'
import { previewQuery } from './queries.ts'
import { useChange } from './use-change.ts'
import './go-back.css'

/** Puts an older version in force again: whom that would change, and the reason, which is filled in already. */
export function GoBack({
  version,
  doc,
  onClose,
}: {
  readonly version: number
  readonly doc: PolicyDocument
  readonly onClose: () => void
}) {
  const { t } = useReading()
  const [note, setNote] = useState(() => t('policy.back-note', { version }))
  const tried = useQuery(previewQuery({ restore: version }, doc.newest))
  const change = useChange(doc, onClose)
  const said = tried.data && !tried.isPlaceholderData ? tried.data : undefined
  const error = change.error ?? tried.error
  return (
    <form
      className="go-back"
      onSubmit={(event) => {
        event.preventDefault()
        if (!change.isPending) change.mutate({ restore: version, note, base: doc.newest })
      }}
    >
      <p role="status">
        {said === undefined
          ? error === null && t('policy.says-working')
          : said.changed.length === 0
            ? t('policy.preview-same')
            : t('policy.back-says', {
                n: said.changed.length,
                before: said.keyBefore,
                after: said.keyAfter,
              })}
      </p>
      <Field label={t('policy.apply-note')}>
        <input
          type="text"
          maxLength={500}
          value={note}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked for this line
          autoFocus
          onKeyDown={(event) => {
            if (event.key === 'Escape') onClose()
          }}
          onChange={(event) => setNote(event.target.value)}
        />
      </Field>
      {error !== null && <Failed error={error} />}
      <div className="go-back-do">
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('policy.apply-go', { version: doc.newest + 1 })}
        </Button>
        <button type="button" className="link" onClick={onClose}>
          {t('app.cancel')}
        </button>
      </div>
    </form>
  )
}
