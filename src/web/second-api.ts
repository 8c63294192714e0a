import { client, given, type Body } from './api.ts'

type Proof = Body<'/api/me/second-factor', 'post'>

/** Calls about the second step at sign-in. */
export const secondApi = {
  enter: (code: string) => given(client.POST('/api/sign-in/second', { body: { code } })),
  own: () => given(client.GET('/api/me/second-factor')),
  begin: (body: Proof) => given(client.POST('/api/me/second-factor', { body })),
  confirm: (code: string) => given(client.PUT('/api/me/second-factor', { body: { code } })),
  renew: (body: Proof) => given(client.POST('/api/me/second-factor/recovery', { body })),
  remove: (body: Proof) => given(client.POST('/api/me/second-factor/remove', { body })),
  take: (email: string) =>
    given(client.DELETE('/api/people/{email}/second-factor', { params: { path: { email } } })),
}
