import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { mastersApi } from '../../masters-api.ts'
import { DraftNote } from '../../ui/draft-note.tsx'
import { useDraft } from '../../ui/draft.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useRight } from '../../ui/session.ts'
import { Failed } from '../../ui/states.tsx'
import { useAct } from '../act.ts'
import { useAddress } from '../address.ts'
import { fieldOf } from '../fault.ts'
import { NameFields } from './name-fields.tsx'
import { SizeFields } from './size-fields.tsx'
import { noSize, readSize, type SizeField } from './values.ts'

const empty = { name: '', code: '', brand: '', category: '', ...noSize }

/** A new product, with what holds for it from always. */
export function NewProductForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage()
  const seesCosts = useRight('contribution.read')
  const { set: setAddress } = useAddress()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const draft = useDraft('master-product.new', empty)
  const [wrong, setWrong] = useState<SizeField | null>(null)
  const { act, busy, error } = useAct()
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    const read = readSize(draft.value)
    setWrong(read.wrong)
    if (read.wrong !== null) return
    const { name, code, brand, category } = draft.value
    act(
      mastersApi.addProduct({ name, code, brand, category, ...read.size }),
      t('masters.added', { name }),
      (done) => {
        draft.clear()
        setAddress({ open: done.id })
      },
    )
  }
  return (
    <Drawer
      title={t('masters.new-product')}
      note={<DraftNote draft={draft} />}
      onClose={onClose}
      dirty={draft.dirty}
      footer={
        <Button type="primary" loading={busy} onClick={() => form.current?.requestSubmit()}>
          {t('masters.add')}
        </Button>
      }
    >
      <form className="masters-form" ref={form} onSubmit={submit} noValidate>
        <NameFields value={draft.value} error={error} onChange={draft.set} />
        <SizeFields value={draft.value} wrong={wrong} seesCosts={seesCosts} onChange={draft.set} />
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      </form>
      {error !== null && fieldOf(error) === null ? <Failed error={error} /> : null}
    </Drawer>
  )
}
