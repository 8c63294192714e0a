import { isBlank, plain } from './cell.ts'

const LABEL =
  /^(?:客户(?:名称|单位)?|购货单位|往来单位|经销商|门店|终端|customer|account|store|outlet|sold[- ]?to)\s*(?:[:：]\s*(.*))?$/i

export type Section = { readonly code: string | null; readonly name: string }

/** A row such as `客户:云溪和顺商贸 (00012)` above the lines of one customer; null for any other row. */
export function sectionOf(cells: readonly string[]): Section | null {
  const texts: string[] = []
  for (const cell of cells) {
    if (isBlank(cell)) continue
    if (texts.length === 2) return null
    texts.push(plain(cell).normalize('NFKC').trim())
  }
  const [first = '', second = ''] = texts
  const label = LABEL.exec(first)
  if (!label || (label[1] === undefined && !(texts.length === 2))) return null
  const said = (label[1] ?? '') === '' ? second : (label[1] ?? '')
  return said === '' || (label[1] !== undefined && label[1] !== '' && second !== '') ? null : partsOf(said)
}

function partsOf(said: string): Section {
  const before = /^([A-Za-z]{0,4}\d{3,})[\s\-_/]+(\S.*)$/.exec(said)
  if (before) return { code: before[1] ?? null, name: before[2] ?? said }
  const behind = /^(.*\S)\s*\(([A-Za-z]{0,4}\d{3,})\)$/.exec(said)
  return behind ? { code: behind[2] ?? null, name: behind[1] ?? said } : { code: null, name: said }
}
