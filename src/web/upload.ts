import type { ImportBatch, ImportKind } from '../contract/intake.ts'
import { ApiProblem, NO_ANSWER, query } from './api.ts'

/**
 * Sends a file as it is (up to gigabytes, so never through a form) and tells how much of it is gone, 0..1. `fetch` cannot tell.
 * The answer comes when the server has looked at the file.
 */
export function upload(
  kind: ImportKind,
  file: File,
  onProgress: (sent: number) => void,
): Promise<ImportBatch> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', `/api/imports${query({ kind, fileName: file.name })}`)
    request.responseType = 'json'
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    })
    request.addEventListener('error', () => reject(new ApiProblem(0, { code: NO_ANSWER })))
    request.addEventListener('load', () => {
      const answer: unknown = request.response
      if (request.status < 300) resolve(answer as ImportBatch)
      else reject(new ApiProblem(request.status, typeof answer === 'object' && answer ? answer : {}))
    })
    request.send(file)
  })
}
