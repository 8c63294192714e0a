import { lookUp, translator, type Locale } from './index.ts'

const UNDO = '.undo'

/** Words for an action of the audit; one taken back says so, an unknown one is shown as it was written. */
export function actionWords(locale: Locale, action: string): string {
  const whole = lookUp(locale, `audit.do-${action}`)
  if (whole !== null || !action.endsWith(UNDO)) return whole ?? action
  const what = lookUp(locale, `audit.do-${action.slice(0, -UNDO.length)}`)
  return what === null ? action : translator(locale)('audit.undone', { what })
}

/** Words for a field of an entry: its last part, or all of it as it was written. */
export function fieldWords(locale: Locale, field: string): string {
  return lookUp(locale, `audit.field-${field.split('.').at(-1) ?? field}`) ?? field
}

/** A value as people read it: standings and kinds of file by their names, all else as it was written. */
export function valueWords(locale: Locale, field: string, value: string): string {
  const known = /(^|\.)(standing|kind|tier|role|unit)$/.exec(field)?.[2]
  return (known === undefined ? null : lookUp(locale, `${known}.${value}`)) ?? value
}

/** Who acted, where it was nobody of the people. */
export function actorWords(locale: Locale, by: string): string {
  if (by === 'system') return translator(locale)('audit.system')
  if (by === 'anonymous') return translator(locale)('audit.nobody')
  return by.startsWith('cli:') ? translator(locale)('audit.cli', { user: by.slice('cli:'.length) }) : by
}
