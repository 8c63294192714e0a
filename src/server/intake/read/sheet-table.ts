import { fork } from 'node:child_process'
import { createReadStream, existsSync } from 'node:fs'
import { mkdtemp, open, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refused } from '../../../domain/problem.ts'
import type { Batch } from './csv-rows.ts'
import { CELL, INNER_NEWLINE, type SheetMeta } from './sheet-file.ts'
import type { Content } from './sniff.ts'
import { rowsFrom, type Row, type Table } from './table.ts'
import type { WorkbookAnswer } from './workbook.ts'

/** A workbook of a million rows takes a fraction of this; an .xls has at most 65,536 rows a sheet. */
const TIME = { zip: 10 * 60_000, other: 90_000 }
const HEAP = { zip: 400, other: 640 }
const HEAD_ROWS = 4000
const PREFIX = 'tonnage-sheets-'
const LEFT_BEHIND = 3_600_000

export type Book = { readonly tables: readonly Table[]; close(): Promise<void> }

/** Opens a workbook in a process of its own, with limits of memory and time; its sheets become plain files that are read here. */
export async function openBook(
  path: string,
  size: number,
  content: Exclude<Content, 'text' | 'gzip'>,
): Promise<Book> {
  await sweep()
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`))
  const close = () => rm(folder, { recursive: true, force: true })
  try {
    const answer = await inChild(path, content, folder)
    if (!answer.ok) throw new Refused(answer.problem.code, answer.problem.facts)
    const tables: Table[] = []
    for (const sheet of answer.sheets) tables.push(await tableOf(sheet, content, size))
    return { tables, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Folders that a killed process left behind: their process is gone, and they are old. */
async function sweep(): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => [])
  for (const name of names) {
    const owner = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-')[0]) : 0
    if (!(owner > 0) || isRunning(owner)) continue
    const folder = join(tmpdir(), name)
    const made = await stat(folder).catch(() => null)
    if (made && Date.now() - made.mtimeMs > LEFT_BEHIND)
      await rm(folder, { recursive: true, force: true }).catch(() => {})
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Beside this file when it runs from source; beside the bundle when it is built. */
function childEntry(): { file: string; flags: string[] } {
  const here = new URL('.', import.meta.url)
  for (const name of [
    'child.ts',
    'read-child.js',
    'read-child.mjs',
    'child.js',
    'child.mjs',
    'server/intake/read/child.js',
  ]) {
    const file = fileURLToPath(new URL(name, here))
    if (existsSync(file)) return { file, flags: name.endsWith('.ts') ? ['--import', 'tsx'] : [] }
  }
  throw new Error('the workbook reader is missing beside the program')
}

function inChild(
  path: string,
  content: Exclude<Content, 'text' | 'gzip'>,
  folder: string,
): Promise<WorkbookAnswer> {
  const { file, flags } = childEntry()
  const heap = content === 'zip' ? HEAP.zip : HEAP.other
  return new Promise((resolve, reject) => {
    const child = fork(file, [path, content, folder], {
      execArgv: [...flags, `--max-old-space-size=${heap}`, '--max-semi-space-size=4'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    })
    let answered: WorkbookAnswer | null = null
    const timer = setTimeout(() => child.kill('SIGKILL'), content === 'zip' ? TIME.zip : TIME.other)
    child.on('message', (message) => {
      if (typeof message === 'object' && message !== null && 'ok' in message)
        answered = message as WorkbookAnswer
    })
    child.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    child.on('exit', () => {
      clearTimeout(timer)
      // Killed by its limits, or fallen: the file is more than this reader can take.
      resolve(answered ?? { ok: false, problem: { code: 'file/too-large', facts: {} } })
    })
  })
}

async function tableOf(sheet: SheetMeta, content: Content, size: number): Promise<Table> {
  const head: Row[] = []
  for await (const batch of readSheet(sheet.file)) {
    head.push(...rowsFrom(batch))
    if (head.length >= HEAD_ROWS) break
  }
  const whole = head.length >= sheet.rows
  const progress = { bytes: 0 }
  return {
    name: sheet.name,
    format: content === 'zip' ? 'xlsx' : 'xls',
    encoding: null,
    delimiter: null,
    hidden: sheet.hidden,
    merges: sheet.merges,
    sample: {
      head: head.slice(0, HEAD_ROWS),
      spread: whole ? [] : await spreadOf(sheet.file),
      tail: whole ? head.slice(-60) : await tailOf(sheet.file),
      whole,
      rows: sheet.rows,
    },
    batches: () => readSheet(sheet.file, progress),
    bytesRead: () => Math.min(progress.bytes, size),
    bytes: size,
  }
}

async function* readSheet(file: string, progress?: { bytes: number }): AsyncGenerator<Batch> {
  let rest = ''
  for await (const piece of createReadStream(file, {
    encoding: 'utf8',
    highWaterMark: 256 * 1024,
  }) as AsyncIterable<string>) {
    const text = rest + piece
    const end = text.lastIndexOf('\n') + 1
    rest = text.slice(end)
    if (progress) progress.bytes += piece.length
    if (end > 0) yield batchOf(text.slice(0, end - 1))
  }
}

function batchOf(text: string): Batch {
  const rows: string[][] = []
  const numbers: number[] = []
  const inner = text.includes(INNER_NEWLINE)
  for (const line of text.split('\n')) {
    const after = line.indexOf(CELL)
    const cells = line.slice(after + 1).split(CELL)
    numbers.push(Number(line.slice(0, after)))
    rows.push(inner ? cells.map((cell) => cell.replaceAll(INNER_NEWLINE, '\n')) : cells)
  }
  return { rows, numbers, broken: null }
}

async function slices(
  file: string,
  places: (size: number) => readonly number[],
  length: number,
): Promise<Row[]> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    const found: Row[] = []
    for (const place of places(size)) {
      const bytes = Buffer.alloc(Math.min(length, size))
      const { bytesRead } = await handle.read(
        bytes,
        0,
        bytes.length,
        Math.max(0, Math.min(place, size - bytes.length)),
      )
      const from = bytes.indexOf(10) + 1
      const to = bytes.lastIndexOf(10, bytesRead - 1)
      if (to > from) found.push(...rowsFrom(batchOf(bytes.toString('utf8', from, to))))
    }
    return found
  } finally {
    await handle.close()
  }
}

const spreadOf = (file: string) =>
  slices(
    file,
    (size) => Array.from({ length: 16 }, (_, index) => Math.floor((size * (index + 1)) / 17)),
    16 * 1024,
  )

const tailOf = async (file: string) => (await slices(file, (size) => [size], 32 * 1024)).slice(-60)
