/** What tables are written as: a file for any program, a workbook. */
export const tableTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
export const tableMedia = ['text/csv', tableTypes.xlsx] as const

/** A printed sheet to save under this name. */
export function pdfAttachment(name: string, bytes: Uint8Array): Response {
  return attachment(`${name}.pdf`, new Blob([new Uint8Array(bytes)]).stream(), pdfMedia)
}
export const pdfMedia = 'application/pdf'

/** A file to save under this name (RFC 6266: an ASCII name for old readers, the whole one beside it). */
export function attachment(name: string, body: ReadableStream, type = 'application/octet-stream'): Response {
  const plain = name.replaceAll(/[^\w.-]+/g, '_')
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
