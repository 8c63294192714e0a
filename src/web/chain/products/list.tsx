import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { ProductRow, Products as Answer } from '../../../contract/masters-products.ts'
import { mastersApi } from '../../masters-api.ts'
import { BulkBar } from '../../ui/bulk-bar.tsx'
import { useLanguage } from '../../ui/language.tsx'
import type { ListColumn } from '../../ui/list-column.ts'
import { ListTable } from '../../ui/list-table.tsx'
import { moneyWord } from '../../../language/money-words.ts'
import { PageHead } from '../../ui/page.tsx'
import { useSession } from '../../ui/session.ts'
import { Failed, Loading } from '../../ui/states.tsx'
import { useAddress } from '../address.ts'
import { Files } from '../files.tsx'
import { ProductGroup } from './group.tsx'
import { NewProductForm } from './new-form.tsx'
import { OpenProduct } from './product-form.tsx'

/** Every product with what it is made of and costs today. */
export function Products() {
  const list = useQuery({ queryKey: ['master-products'], queryFn: () => mastersApi.masterProducts() })
  if (list.data) return <List answer={list.data} />
  if (list.error) return <Failed error={list.error} onRetry={() => void list.refetch()} />
  return <Loading rows={10} />
}

function useColumns(seesCosts: boolean): readonly ListColumn<ProductRow>[] {
  const { t, locale } = useLanguage()
  const { currency, minorDigits } = useSession().company
  const perCase = `${moneyWord({ locale, currency })} ${t('masters.per-case')}`
  // One column, one number of decimals; a third only where somebody wrote it.
  const money = new Intl.NumberFormat(locale, {
    minimumFractionDigits: minorDigits,
    maximumFractionDigits: Math.max(3, minorDigits),
  })
  const number = (value: number | null) => (value === null ? t('app.missing') : money.format(value))
  const word = (text: string | null) => (
    <span className="masters-name" title={text ?? ''}>
      {text ?? t('app.missing')}
    </span>
  )
  const end = { align: 'end', width: 92 } as const
  return [
    {
      key: 'name',
      head: t('masters.product'),
      cell: (row) => (
        <span className="masters-name" title={row.name}>
          <b>{row.name}</b>
          <span className="sub">{row.code}</span>
        </span>
      ),
    },
    {
      key: 'pack',
      head: t('masters.pack'),
      width: 120,
      cell: (row) =>
        row.packUnits === null || row.unitMl === null
          ? t('masters.pack-unknown')
          : t('masters.pack-of', { units: row.packUnits, ml: row.unitMl }),
    },
    {
      key: 'list',
      head: t('masters.list-price'),
      unit: perCase,
      ...end,
      cell: (row) => number(row.list),
    },
    ...(seesCosts
      ? ([
          {
            key: 'cost',
            head: t('masters.cost'),
            unit: perCase,
            ...end,
            cell: (row) => number(row.cost),
          },
          {
            key: 'excise',
            head: t('masters.excise'),
            unit: perCase,
            ...end,
            cell: (row) => number(row.excise),
          },
        ] satisfies readonly ListColumn<ProductRow>[])
      : []),
    { key: 'brand', head: t('masters.brand'), width: 120, cell: (row) => word(row.brand) },
    { key: 'category', head: t('masters.category'), width: 120, cell: (row) => word(row.category) },
  ]
}

function List({ answer }: { readonly answer: Answer }) {
  const { t } = useLanguage()
  const { get, set } = useAddress()
  const [words, setWords] = useState(get('q') ?? '')
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const columns = useColumns(answer.seesCosts)
  const query = words.trim().toLowerCase()
  const rows = answer.rows.filter(
    ({ name, code, brand, category }) =>
      query === '' || [name, code, brand, category].some((text) => text?.toLowerCase().includes(query)),
  )
  const lacking = answer.rows.filter((row) => row.packUnits === null || row.unitMl === null).length
  const open = get('open')
  const close = () => set({ open: null })
  return (
    <>
      <PageHead
        words={t('masters.products-sentence', { n: answer.rows.length })}
        note={lacking > 0 ? t('masters.products-lacking', { n: lacking }) : t('masters.products-note')}
        actions={
          <Button
            type="primary"
            disabled={!answer.may}
            title={answer.may ? undefined : t('masters.may-not-products')}
            onClick={() => set({ open: 'new' })}
          >
            {t('masters.add-product')}
          </Button>
        }
      />
      <div className="masters-bar">
        <Input
          allowClear
          value={words}
          aria-label={t('masters.find-product')}
          placeholder={t('masters.find-product')}
          maxLength={100}
          onChange={(event) => {
            setWords(event.target.value)
            set({ q: event.target.value || null })
          }}
        />
        <span className="push" />
        <Files kind="products" />
      </div>
      {answer.may && (
        <BulkBar
          count={picked.size}
          words={t('masters.picked', { n: picked.size })}
          onClear={() => setPicked(new Set())}
        >
          <ProductGroup ids={[...picked]} />
        </BulkBar>
      )}
      <ListTable
        label={t('masters.tab-products')}
        rows={rows}
        columns={columns}
        rowKey={(row) => row.id}
        openKey={open ?? null}
        onOpen={(row) => set({ open: row.id })}
        {...(answer.may ? { selected: picked, onSelect: setPicked } : {})}
        empty={words === '' ? t('masters.products-none') : t('masters.none-found', { words })}
      />
      {open === 'new' && answer.may ? <NewProductForm onClose={close} /> : null}
      {open !== undefined && open !== 'new' ? (
        <OpenProduct key={open} id={open} today={answer.today} onClose={close} />
      ) : null}
    </>
  )
}
