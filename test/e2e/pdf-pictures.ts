import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Browser } from 'playwright-core'

const BUILD = path.join(import.meta.dirname, '../../node_modules/pdfjs-dist/build')
const SCALE = 1.6

const PAGE = `<!doctype html><meta charset="utf-8"><style>body{margin:0;background:#888}canvas{display:block;margin:8px}</style>
<script type="module">
  import * as pdfjs from '/pdf.min.mjs'
  pdfjs.GlobalWorkerOptions.workerSrc = '/pdf.worker.min.mjs'
  const pdf = await pdfjs.getDocument('/it.pdf').promise
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n)
    const viewport = page.getViewport({ scale: ${SCALE} })
    const canvas = Object.assign(document.createElement('canvas'), { width: viewport.width, height: viewport.height })
    document.body.append(canvas)
    await page.render({ canvasContext: canvas.getContext('2d'), viewport }).promise
  }
  document.title = 'drawn'
</script>`

/** Each page of a PDF as a PNG, drawn by a reader that is not ours: what is blank or boxes there is blank for a person too. */
export async function pdfPictures(browser: Browser, pdf: Buffer): Promise<readonly Buffer[]> {
  const server = createServer((request, response) => {
    const asked = request.url ?? '/'
    if (asked === '/') response.setHeader('content-type', 'text/html').end(PAGE)
    else if (asked === '/it.pdf') response.setHeader('content-type', 'application/pdf').end(pdf)
    else if (/^\/pdf(\.worker)?\.min\.mjs$/.test(asked))
      response.setHeader('content-type', 'text/javascript').end(readFileSync(path.join(BUILD, asked)))
    else response.writeHead(404).end()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const page = await browser.newPage()
  try {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    while ((await page.title()) !== 'drawn') await page.waitForTimeout(50)
    const pages = await page.locator('canvas').all()
    return await Promise.all(pages.map((canvas) => canvas.screenshot()))
  } finally {
    await page.close()
    server.close()
  }
}
