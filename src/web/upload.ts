import type { RecordSaved } from '../contract/account.ts'
import type { ImportBatch, ImportKind } from '../contract/intake.ts'
import { ApiProblem, NO_ANSWER, query, spoken } from './api.ts'

type Progress = (sent: number) => void

/**
 * Sends a file as it is (up to gigabytes, so never through a form) and tells how much of it is gone, 0..1. `fetch` cannot tell.
 * The answer comes when the server has looked at the file.
 */
function send<T>(method: 'PUT' | 'POST', url: string, file: File, onProgress: Progress): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method, url)
    request.responseType = 'json'
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('accept-language', spoken())
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    })
    request.addEventListener('error', () => reject(new ApiProblem(0, { code: NO_ANSWER })))
    request.addEventListener('load', () => {
      const answer: unknown = request.response
      if (request.status < 300) resolve(answer as T)
      else reject(new ApiProblem(request.status, typeof answer === 'object' && answer ? answer : {}))
    })
    request.send(file)
  })
}

/** A file to be imported. */
export function upload(kind: ImportKind, file: File, onProgress: Progress): Promise<ImportBatch> {
  return send('PUT', `/api/imports${query({ kind, fileName: file.name })}`, file, onProgress)
}

/** A file to be kept with an account. */
export function sendAccountFile(account: string, file: File, onProgress: Progress): Promise<RecordSaved> {
  return send('POST', `/api/accounts/${account}/files${query({ name: file.name })}`, file, onProgress)
}
