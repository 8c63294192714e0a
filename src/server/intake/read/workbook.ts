import { open, stat } from 'node:fs/promises'
import { Refused, type Problem } from '../../../domain/problem.ts'
import type { Content } from './sniff.ts'
import { SheetWriter, type SheetMeta } from './sheet-file.ts'
import { readXls } from './xls-book.ts'
import { readXlsx } from './xlsx-book.ts'

export type WorkbookAnswer =
  | { readonly ok: true; readonly sheets: readonly SheetMeta[] }
  | { readonly ok: false; readonly problem: Problem }

const LARGEST_XLS = 20 * 1024 * 1024
const MEMORY = 900 * 1024 * 1024

/** Turns a workbook into one plain file a sheet in `folder`. Never throws: whatever goes wrong is a refusal. */
export async function readWorkbook(
  path: string,
  content: Exclude<Content, 'text' | 'gzip'>,
  folder: string,
  report: (rows: number) => void,
): Promise<WorkbookAnswer> {
  let told = 0
  const writer = new SheetWriter(folder, (rows) => {
    if (process.memoryUsage.rss() > MEMORY) throw new Refused('file/too-large', {})
    if (rows - told >= 5000) report((told = rows))
  })
  try {
    if (content === 'zip') await readXlsx(path, writer)
    else {
      if ((await stat(path)).size > LARGEST_XLS) throw new Refused('file/too-large', { limit: '20 MB' })
      if (content === 'compound' && (await isEncryptedPackage(path))) throw new Refused('file/encrypted')
      await readXls(path, writer, content === 'markup')
    }
    return { ok: true, sheets: writer.sheets }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem }
    const why = error instanceof Error ? error.message.slice(0, 80) : ''
    return { ok: false, problem: { code: 'file/broken', facts: why === '' ? {} : { why } } }
  }
}

/** A workbook with a password to open it is a compound file whose directory names these streams ([MS-OFFCRYPTO] 2.3.4). */
async function isEncryptedPackage(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const bytes = await file.readFile()
    return (
      bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ||
      bytes.includes(Buffer.from('EncryptionInfo', 'utf16le'))
    )
  } finally {
    await file.close()
  }
}
