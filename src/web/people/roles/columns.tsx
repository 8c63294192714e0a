import type { Translate } from '../../../language/index.ts'
import type { ListColumn } from '../../ui/list-column.ts'
import { doesWords, fieldWords, rightGroups, type ShownRole } from './rights.ts'

/** Columns of the list of roles: its name, who has it, which fields it sees, and what it may do in each chapter. */
export function roleColumns(t: Translate): readonly ListColumn<ShownRole>[] {
  return [
    {
      key: 'name',
      head: t('roles.col-name'),
      cell: ({ name, own }) => (
        <span className="people-name">
          <strong title={name}>{name}</strong>
          <span>{t(own ? 'roles.own' : 'roles.fixed')}</span>
        </span>
      ),
    },
    {
      key: 'held',
      head: t('roles.col-held'),
      align: 'end',
      width: 84,
      cell: ({ held }) => (held === 0 ? t('roles.held-none') : t('roles.held', { n: held })),
    },
    {
      key: 'fields',
      head: t('roles.col-fields'),
      width: 150,
      cell: ({ rights }) => (
        <>
          {fieldWords(t, rights).map((words) => (
            <Words key={words} of={words} />
          ))}
        </>
      ),
    },
    ...rightGroups.map((group) => ({
      key: group.key,
      head: t(group.word),
      width: 101,
      cell: ({ rights }: ShownRole) => <Words of={doesWords(t, group, rights) || t('app.missing')} />,
    })),
  ]
}

function Words({ of }: { readonly of: string }) {
  return (
    <span className="role-words" title={of}>
      {of}
    </span>
  )
}
