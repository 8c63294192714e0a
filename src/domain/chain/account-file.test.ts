import { describe, expect, it } from 'vitest'
import { jpegOfPhone, pdf, pngWith, webpWith } from '../../../test/make/pictures.ts'
import { fileMedia, fileName, mediaOf } from './account-file.ts'

const none = new Set<string>()
const zip = Buffer.from('PK\u0003\u0004rest', 'latin1')

describe('what a file is', () => {
  it('is read from its content', () => {
    const book = new Set(['[Content_Types].xml', 'xl/workbook.xml'])
    const paper = new Set(['[Content_Types].xml', 'word/document.xml'])
    expect([pdf, jpegOfPhone(), pngWith(''), webpWith('')].map((one) => mediaOf(one, none))).toEqual(
      fileMedia.slice(0, 4),
    )
    expect([mediaOf(zip, paper), mediaOf(zip, book)]).toEqual(fileMedia.slice(4))
  })

  it.each([
    ['nothing', Buffer.alloc(0), none],
    ['a program', Buffer.from('MZ\u0090'), none],
    ['a page', Buffer.from('<html>%PDF-'), none],
    ['a drawing with a script', Buffer.from('<svg onload="x()">'), none],
    ['any archive', zip, new Set(['setup.exe'])],
    ['macros', zip, new Set(['[Content_Types].xml', 'xl/workbook.xml', 'xl/vbaProject.bin'])],
    ['HEIC, whose words about the picture cannot be taken away', Buffer.from('\0\0\0\u0018ftypheic'), none],
  ])('is none that is taken: %s', (_, bytes, entries) => {
    expect(mediaOf(bytes, entries)).toBeNull()
  })
})

describe('the name of a file', () => {
  it.each([
    ['营业执照.PDF', 'application/pdf', '营业执照.PDF'],
    ['扫描', 'application/pdf', '扫描.pdf'],
    ['C:\\scan\\a.jpeg', 'image/jpeg', 'a.jpeg'],
    ['bill.exe', 'image/jpeg', 'bill.exe.jpg'],
    // Shown from right to left this would read "bill exe.jpg".
    ['bill\u202Egpj.exe', 'image/png', 'billgpj.exe.png'],
    ['../../etc/passwd', 'application/pdf', 'passwd.pdf'],
    ['.pdf', 'application/pdf', 'file.pdf'],
    ['\u0000\n', 'image/webp', 'file.webp'],
  ] as const)('%s of %s is %s', (given, media, name) => {
    expect(fileName(given, media)).toBe(name)
  })

  it('has at most 200 signs and keeps its ending, also of rare characters', () => {
    const name = fileName(`${'𠮷'.repeat(300)}.pdf`, 'application/pdf')
    expect([[...name].length, name.endsWith('𠮷.pdf')]).toEqual([200, true])
  })
})
