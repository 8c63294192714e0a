import { lookUp, type Key, type Translate } from '../../../language/index.ts'

/** What a field of the desk is called; a path of the file's own shape is a field of the same last name. */
export function fieldWord(t: Translate, path: string | number | undefined): { readonly field?: string } {
  if (typeof path !== 'string') return {}
  const key = `desk.path.${path.replaceAll(/\[\d+\]/g, '')}`
  return lookUp('zh', key) === null ? { field: path } : { field: t(key as Key & `desk.path.${string}`) }
}
