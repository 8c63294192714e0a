import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useRef } from 'react'
import type { ProductForm } from '../../../contract/masters-products.ts'
import { mastersApi } from '../../masters-api.ts'
import { DraftNote } from '../../ui/draft-note.tsx'
import { useDraft } from '../../ui/draft.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { useAct } from '../act.ts'
import { fieldOf } from '../fault.ts'
import { NameFields, type Names } from './name-fields.tsx'
import { Periods } from './periods.tsx'

type Open = { readonly today: string; readonly onClose: () => void }

/** One product: its names, and by period what it is made of and costs. */
export function OpenProduct({ id, ...open }: Open & { readonly id: string }) {
  const { t } = useLanguage()
  const product = useQuery({ queryKey: ['master-product', id], queryFn: () => mastersApi.masterProduct(id) })
  if (product.data) return <Form product={product.data} {...open} />
  return (
    <Drawer title={t('masters.product')} onClose={open.onClose}>
      {product.error ? (
        <Failed error={product.error} onRetry={() => void product.refetch()} />
      ) : (
        <Loading rows={6} head={false} />
      )}
    </Drawer>
  )
}

function Form({ product, today, onClose }: Open & { readonly product: ProductForm }) {
  const { t } = useLanguage()
  const form = useRef<HTMLFormElement>(null)
  const { id, name, code, version, may } = product
  const known = useMemo<Names>(
    () => ({ name, code, brand: product.brand ?? '', category: product.category ?? '' }),
    [name, code, product.brand, product.category],
  )
  const draft = useDraft<Names>(`master-product.${id}`, known)
  const { act, busy, error } = useAct()
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    if (draft.dirty)
      act(
        mastersApi.changeProduct(id, { ...draft.value, version }),
        t('masters.saved', { name: draft.value.name }),
        draft.clear,
      )
  }
  return (
    <Drawer
      title={name}
      note={draft.dirty ? <DraftNote draft={draft} /> : code}
      onClose={onClose}
      dirty={draft.dirty}
      footer={
        may ? (
          <>
            {draft.dirty && (
              <Button onClick={draft.clear}>{t('masters.throw-away', { n: draft.changes })}</Button>
            )}
            <Button
              type="primary"
              loading={busy}
              disabled={!draft.dirty}
              onClick={() => form.current?.requestSubmit()}
            >
              {t('app.save')}
            </Button>
          </>
        ) : undefined
      }
    >
      <div className="masters-form">
        {may ? null : <p>{t('masters.may-not-products')}</p>}
        <form ref={form} onSubmit={submit} noValidate>
          <NameFields value={draft.value} known={known} error={error} disabled={!may} onChange={draft.set} />
          <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
        </form>
        {error !== null && fieldOf(error) === null ? <Failed error={error} /> : null}
        <Periods product={product} today={today} />
        {may && (
          <div className="acts">
            <Button
              disabled={product.inUse}
              title={product.inUse ? t('masters.product-delete-why') : undefined}
              onClick={() =>
                act(mastersApi.removeProduct(id, { version }), t('masters.deleted', { name }), onClose)
              }
            >
              {t('masters.delete')}
            </Button>
            <span className="masters-off">
              {product.inUse ? t('masters.product-delete-why') : t('masters.delete-may')}
            </span>
          </div>
        )}
      </div>
    </Drawer>
  )
}
