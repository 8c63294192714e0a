import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { MasterTree } from '../../../contract/masters-markets.ts'
import { figure } from '../../../language/message.ts'
import { mastersApi } from '../../masters-api.ts'
import { useLanguage } from '../../ui/language.tsx'
import type { ListColumn } from '../../ui/list-column.ts'
import { ListTable } from '../../ui/list-table.tsx'
import { PageHead } from '../../ui/page.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { usePhone } from '../../ui/viewport.ts'
import { useAddress } from '../address.ts'
import { Files } from '../files.tsx'
import { NewNodeForm } from './new-form.tsx'
import { NodeForm } from './node-form.tsx'
import { treeRows, type TreeRow } from './tree.ts'

/** The tree of territories: regions, offices and markets, each with what hangs on it. */
export function Markets() {
  const tree = useQuery({ queryKey: ['master-tree'], queryFn: () => mastersApi.masterTree() })
  if (tree.data) return <List tree={tree.data} />
  if (tree.error) return <Failed error={tree.error} onRetry={() => void tree.refetch()} />
  return <Loading rows={10} />
}

function useColumns(): readonly ListColumn<TreeRow>[] {
  const { t, locale } = useLanguage()
  const phone = usePhone()
  const nothing = phone ? t('app.missing') : ''
  const count = (n: number) => figure(locale, n)
  return [
    {
      key: 'name',
      head: t('masters.col-place'),
      cell: (row) => (
        <span
          className={row.closed === null ? 'masters-name' : 'masters-name masters-off'}
          style={phone ? {} : { paddingInlineStart: row.depth * 18 }}
          title={row.name}
        >
          <b>{row.name}</b>
          {row.closed === null ? null : ` · ${t('masters.closed')}`}
          {phone && row.path !== '' ? <span className="sub">{row.path}</span> : null}
        </span>
      ),
    },
    { key: 'kind', head: t('masters.col-kind'), width: 90, cell: (row) => t(`node.${row.kind}`) },
    {
      key: 'code',
      head: t('masters.code'),
      width: 130,
      cell: (row) => <span title={row.code}>{row.code}</span>,
    },
    {
      key: 'accounts',
      head: t('masters.col-accounts'),
      align: 'end',
      width: 90,
      cell: (row) => (row.kind === 'market' ? count(row.accounts) : nothing),
    },
    {
      key: 'wholesalers',
      head: t('tier.wholesaler'),
      align: 'end',
      width: 90,
      cell: (row) => (row.kind === 'market' ? count(row.wholesalers) : nothing),
    },
    {
      key: 'people',
      head: t('masters.col-people'),
      align: 'end',
      width: 90,
      cell: (row) => (row.people === 0 ? nothing : count(row.people)),
    },
  ]
}

function List({ tree }: { readonly tree: MasterTree }) {
  const { t } = useLanguage()
  const { get, set } = useAddress()
  const [words, setWords] = useState(get('q') ?? '')
  const columns = useColumns()
  const { nodes, may } = tree
  const rows = treeRows(nodes, words)
  const open = get('open')
  const shown = nodes.find(({ id }) => id === open)
  const of = (kind: string) => nodes.filter((node) => node.kind === kind).length
  const closed = nodes.filter((node) => node.closed !== null).length
  const close = () => set({ open: null })
  return (
    <>
      <PageHead
        words={t('masters.markets-sentence', {
          markets: of('market'),
          regions: of('region'),
          offices: of('office'),
        })}
        note={closed > 0 ? t('masters.markets-note-closed', { n: closed }) : t('masters.markets-note')}
        actions={
          <Button
            type="primary"
            disabled={!may}
            title={may ? undefined : t('masters.may-not-markets')}
            onClick={() => set({ open: 'new' })}
          >
            {t('masters.add-market')}
          </Button>
        }
      />
      <div className="masters-bar">
        <Input
          allowClear
          value={words}
          aria-label={t('masters.find-place')}
          placeholder={t('masters.find-place')}
          maxLength={100}
          onChange={(event) => {
            setWords(event.target.value)
            set({ q: event.target.value || null })
          }}
        />
        <span className="push" />
        <Files kind="markets" />
      </div>
      <ListTable
        label={t('masters.tab-markets')}
        rows={rows}
        columns={columns}
        rowKey={(row) => row.id}
        openKey={open ?? null}
        onOpen={(row) => set({ open: row.id })}
        empty={t('masters.none-found', { words })}
      />
      {open === 'new' && may ? <NewNodeForm tree={tree} onClose={close} /> : null}
      {shown ? <NodeForm key={shown.id} tree={tree} node={shown} onClose={close} /> : null}
    </>
  )
}
