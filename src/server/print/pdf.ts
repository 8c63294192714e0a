import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { Locale } from '../../language/index.ts'
import { openFont } from './open-font.ts'

const FONT = 'Noto Sans SC'
const weights = { normal: '400', bold: '700' } as const

/** A document to be printed: A4, upright unless `landscape`. The title is the file's own and stands in the viewer's head. */
export type Sheet = {
  readonly title: string
  readonly locale: Locale
  readonly content: Content
  /** Beneath every page, left; the page's number stands right. */
  readonly foot: string
  readonly landscape?: true
}

/**
 * A sheet as PDF, fonts embedded: what is printed looks the same wherever it is opened. It reads nothing but the fonts that come
 * with the program: no address, no file (pictures are given as data). The same sheet of the same moment is the same bytes.
 */
export async function pdfOf(sheet: Sheet, projectFolder: string, made: Date): Promise<Buffer> {
  const pdfmake = await printer(projectFolder)
  return pdfmake.createPdf(definitionOf(sheet, made)).getBuffer()
}

function definitionOf({ title, locale, content, foot, landscape }: Sheet, made: Date): TDocumentDefinitions {
  return {
    // The library's own moment would make two prints of the same differ.
    info: { title, creationDate: made, modDate: made },
    language: locale === 'zh' ? 'zh-CN' : 'en',
    displayTitle: true,
    pageSize: 'A4',
    pageOrientation: landscape ? 'landscape' : 'portrait',
    pageMargins: [56, 56, 56, 64],
    defaultStyle: { font: FONT, fontSize: 10, lineHeight: 1.3, color: '#1b2226' },
    styles: {
      title: { fontSize: 18, bold: true, alignment: 'center', margin: [0, 0, 0, 4] },
      centred: { alignment: 'center', fontSize: 9, color: '#5d6a70', margin: [0, 0, 0, 2] },
      party: { margin: [0, 3, 0, 0] },
      quiet: { fontSize: 8.5, color: '#5d6a70' },
      head: { fontSize: 11.5, bold: true, margin: [0, 12, 0, 4] },
      columns: { fontSize: 8.5, color: '#5d6a70' },
    },
    footer: (page, pages) => ({
      columns: [
        { text: foot, style: 'quiet' },
        { text: `${page} / ${pages}`, style: 'quiet', alignment: 'right', width: 60 },
      ],
      margin: [56, 24, 56, 0],
    }),
    content,
  }
}

/** The library's own folder of files in memory: its types know that of the browser only. */
type Printer = typeof import('pdfmake') & {
  readonly virtualfs: { readonly writeFileSync: (name: string, bytes: Buffer) => void }
}

let loaded: Promise<Printer> | null = null

/** Loaded with the first sheet: most runs of the program print nothing. */
function printer(projectFolder: string): Promise<Printer> {
  loaded ??= load(projectFolder)
  return loaded
}

async function load(projectFolder: string): Promise<Printer> {
  const { default: pdfmake } = (await import('pdfmake')) as unknown as { readonly default: Printer }
  for (const weight of Object.values(weights)) {
    const woff = await readFile(path.join(projectFolder, 'assets', 'fonts', `noto-sans-sc-${weight}.woff`))
    pdfmake.virtualfs.writeFileSync(`${weight}.ttf`, openFont(woff))
  }
  const [normal, bold] = [`${weights.normal}.ttf`, `${weights.bold}.ttf`]
  // No italics in Chinese.
  pdfmake.setFonts({ [FONT]: { normal, bold, italics: normal, bolditalics: bold } })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => false)
  return pdfmake
}
