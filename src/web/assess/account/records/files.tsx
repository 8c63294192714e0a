import { useState, type DragEvent } from 'react'
import type { AccountRecord } from '../../../../contract/account.ts'
import { fileMedia, MOST_FILE_BYTES } from '../../../../domain/chain/account-file.ts'
import { ChooseFiles } from '../../../ui/choose-files.tsx'
import { Section } from '../../../ui/page.tsx'
import { ProgressBar } from '../../../ui/progress-bar.tsx'
import { useProblemWords } from '../../../ui/states.tsx'
import { usePhone } from '../../../ui/viewport.ts'
import { fixed } from '../../../ui/figures.ts'
import { dayWords, useReading } from '../../../ui/reading.ts'
import { useSending, type Sending } from './sending.ts'
import type { Writes } from './writes.ts'

/** What a chooser of files offers; the server judges by content. */
const TAKEN = [...fileMedia, '.docx', '.xlsx'].join(',')

/** Files kept with an account, latest first: chosen, dropped here, or on a phone photographed; each to be saved or taken away. */
export function Files({
  account,
  files,
  mayChange,
  writes,
  onRemove,
}: {
  readonly account: string
  readonly files: readonly AccountRecord[]
  readonly mayChange: boolean
  readonly writes: Writes
  readonly onRemove: (name: string, record: AccountRecord) => void
}) {
  const { t } = useReading()
  const { sending, add, again, leave } = useSending(writes)
  const drop = useDrop(mayChange, add)
  return (
    <div className="files" {...drop}>
      <Section
        title={t('records.file')}
        {...(mayChange ? { note: t('records.file-note', { n: MOST_FILE_BYTES / 1024 ** 2 }) } : {})}
        aside={mayChange ? <Chooser onChosen={add} /> : undefined}
      >
        {files.length === 0 && sending.length === 0 ? (
          <p className="missing-line">{t('records.file-none')}</p>
        ) : null}
        <ul className="record-list">
          {sending.map((one) => (
            <OnItsWay key={one.key} one={one} onAgain={() => again(one)} onLeave={() => leave(one.key)} />
          ))}
          {files.map((file) => (
            <li key={file.id}>
              <One account={account} file={file} />
              {mayChange ? (
                <span className="record-do">
                  <button
                    type="button"
                    className="link"
                    aria-label={`${t('records.remove')} ${file.name}`}
                    onClick={() => onRemove(file.name, file)}
                  >
                    {t('records.remove')}
                  </button>
                </span>
              ) : null}
            </li>
          ))}
        </ul>
        {mayChange ? <p className="missing-line">{t('records.file-bare')}</p> : null}
      </Section>
    </div>
  )
}

function One({ account, file }: { readonly account: string; readonly file: AccountRecord }) {
  const reading = useReading()
  const { t } = reading
  const from = [
    sizeWords(reading.locale, file.bytes ?? 0),
    t('records.by', { by: file.by, day: dayWords(reading, file.day) }),
    ...(file.account === null ? [] : [t('records.of', { account: file.account })]),
  ]
  return (
    <div className="record">
      <p className="record-words">
        <a className="link" href={`/api/accounts/${account}/files/${file.id}`} download={file.name}>
          {file.name}
        </a>
      </p>
      <p className="record-from">{from.join(' · ')}</p>
    </div>
  )
}

function OnItsWay({
  one: { file, sent, error },
  onAgain,
  onLeave,
}: {
  readonly one: Sending
  readonly onAgain: () => void
  readonly onLeave: () => void
}) {
  const { t, locale } = useReading()
  const words = useProblemWords()
  const refused = error !== null
  return (
    <li>
      <div className="record file-coming">
        <p className="record-words">{file.name}</p>
        {refused ? (
          <p className="file-refused" role="alert">
            {words(error)}
          </p>
        ) : (
          <ProgressBar label={t('records.file-sending', { name: file.name })} done={sent ?? 0} />
        )}
        <p className="record-from">
          {[
            sizeWords(locale, file.size),
            ...(sent === null && !refused ? [t('records.file-waits')] : []),
          ].join(' · ')}
        </p>
      </div>
      {refused ? (
        <span className="record-do">
          <button type="button" className="link" onClick={onAgain}>
            {t('records.file-again')}
          </button>
          <button type="button" className="link" onClick={onLeave}>
            {t('records.file-drop')}
          </button>
        </span>
      ) : null}
    </li>
  )
}

/** Chooses files; on a phone also its camera. */
function Chooser({ onChosen }: { readonly onChosen: (files: readonly File[]) => void }) {
  const { t } = useReading()
  const phone = usePhone()
  return (
    <>
      {phone ? (
        <ChooseFiles words={t('records.file-photo')} accept="image/jpeg" camera onChosen={onChosen} />
      ) : null}
      <ChooseFiles words={t('records.file-add')} accept={TAKEN} onChosen={onChosen} />
    </>
  )
}

function ofFiles(work: (event: DragEvent) => void) {
  return (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    work(event)
  }
}

/** What a place needs to take files that are let go over it; nothing where nobody may. */
function useDrop(may: boolean, onFiles: (files: readonly File[]) => void) {
  const [over, setOver] = useState(false)
  if (!may) return {}
  return {
    'data-over': over || undefined,
    onDragOver: ofFiles(() => setOver(true)),
    onDragLeave: () => setOver(false),
    onDrop: ofFiles((event) => {
      setOver(false)
      onFiles([...event.dataTransfer.files])
    }),
  }
}

/** 340 kB, 2.4 MB. */
function sizeWords(locale: 'zh' | 'en', bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024))
  return kilobytes < 1000 ? `${fixed(locale, kilobytes, 0)} kB` : `${fixed(locale, bytes / 1024 ** 2, 1)} MB`
}
