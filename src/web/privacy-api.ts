import { client, given } from './api.ts'
import type { PersonalData } from '../contract/personal-data.ts'
import { saveFile } from './ui/save-file.ts'

/** Calls about what is kept of people, and its erasure. */
export const privacyApi = {
  own: () => given(client.GET('/api/me/data')),
  of: (email: string) => given(client.POST('/api/people/{email}/data', { params: { path: { email } } })),
  erase: (email: string) => given(client.POST('/api/people/{email}/erase', { params: { path: { email } } })),
  eraseRecord: (id: string, record: string) =>
    given(client.POST('/api/accounts/{id}/records/{record}/erase', { params: { path: { id, record } } })),
  eraseContact: (id: string) =>
    given(client.POST('/api/accounts/{id}/erase-contact', { params: { path: { id } } })),
}

export function saveData(name: string, data: PersonalData): void {
  saveFile(`${name}.json`, `${JSON.stringify(data, null, 2)}\n`, 'application/json')
}
