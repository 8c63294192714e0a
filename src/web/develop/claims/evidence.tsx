import { Checkbox } from 'antd'
import { useRef, useState } from 'react'
import type { AccountRecord } from '../../../contract/account.ts'
import { fileMedia } from '../../../domain/chain/account-file.ts'
import { sendAccountFile } from '../../upload.ts'
import { ChooseFiles } from '../../ui/choose-files.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { useRight } from '../../ui/session.ts'
import { usePhone } from '../../ui/viewport.ts'

/** A file that was chosen here: on its way, or kept with the account as `record`. */
type Chosen = {
  readonly key: number
  readonly file: File
  readonly sent: number
  readonly record: string | null
}

/** Files that show a claim: those that the account has already, and new ones, which are kept with it when the claim is sent. */
export function useEvidence(account: string) {
  const [chosen, setChosen] = useState<readonly Chosen[]>([])
  const [picked, setPicked] = useState<readonly string[]>([])
  const count = useRef(0)
  const become = (key: number, change: Partial<Chosen>) =>
    setChosen((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)))
  return {
    files: chosen,
    picked,
    chosen: chosen.length + picked.length,
    add: (files: readonly File[]) => {
      const more = files.map((file) => {
        count.current += 1
        return { key: count.current, file, sent: 0, record: null }
      })
      setChosen((all) => [...all, ...more])
    },
    drop: (key: number) => setChosen((all) => all.filter((one) => one.key !== key)),
    pick: (record: string, on: boolean) =>
      setPicked((all) => (on ? [...all, record] : all.filter((one) => one !== record))),
    /** Sends what is not kept yet, one after the other; after a refusal only the rest is sent again. Answers the records. */
    keep: async (): Promise<string[]> => {
      const records: string[] = []
      for (const { key, file, record } of chosen) {
        const id = record ?? (await sendAccountFile(account, file, (sent) => become(key, { sent }))).id
        become(key, { record: id, sent: 1 })
        records.push(id)
      }
      return [...picked, ...records]
    },
  }
}

/** On a phone the camera comes first. */
export function EvidenceField({
  evidence,
  there,
  hint,
}: {
  readonly evidence: ReturnType<typeof useEvidence>
  readonly there: readonly AccountRecord[]
  readonly hint: string
}) {
  const { t } = useLanguage()
  const phone = usePhone()
  const mayKeep = useRight('account.note')
  return (
    <fieldset className="claim-files">
      <legend>{t('claim.files')}</legend>
      <div className="claim-choose">
        {mayKeep && phone && (
          <ChooseFiles words={t('records.file-photo')} accept="image/jpeg" camera onChosen={evidence.add} />
        )}
        {mayKeep && (
          <ChooseFiles
            words={t('records.file-add')}
            accept={[...fileMedia].join(',')}
            onChosen={evidence.add}
          />
        )}
      </div>
      <ul className="trade-units">
        {evidence.files.map(({ key, file, sent, record }) => (
          <li key={key}>
            <div>
              <span>{file.name}</span>
              {sent > 0 && record === null && (
                <ProgressBar label={t('records.file-sending', { name: file.name })} done={sent} />
              )}
            </div>
            <button
              type="button"
              className="link"
              aria-label={`${t('trade.drop')} ${file.name}`}
              onClick={() => evidence.drop(key)}
            >
              {t('trade.drop')}
            </button>
          </li>
        ))}
      </ul>
      {there.length > 0 && (
        <details>
          <summary>{t('claim.files-there')}</summary>
          {there.map(({ id, name }) => (
            <Checkbox
              key={id}
              checked={evidence.picked.includes(id)}
              onChange={({ target }) => evidence.pick(id, target.checked)}
            >
              {name}
            </Checkbox>
          ))}
        </details>
      )}
      <p className="trade-quiet">{hint}</p>
    </fieldset>
  )
}
