import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '@fontsource/ibm-plex-sans/latin-400.css'
import '@fontsource/ibm-plex-sans/latin-600.css'
import './ui/tokens.css'
import './ui/base.css'
import './ui/button-link.css'
import { ApiProblem } from './api.ts'
import { keepProgram } from './offline/register.ts'
import { paths } from './paths.ts'
import { makeRouter } from './router.tsx'
import { takeSetUpKey } from './start/set-up-key.ts'
import { startAppearance } from './ui/appearance.ts'
import { Kit } from './ui/kit.tsx'
import { forgetSession } from './ui/kept-session.ts'
import { LanguageProvider } from './ui/language.tsx'
import { sessionQuery } from './ui/session.ts'

/** A session that ended while somebody worked: to the sign-in page, and back to where they were. */
function onProblem(problem: unknown): void {
  if (!(problem instanceof ApiProblem)) return
  if (client.getQueryData(sessionQuery.queryKey) === undefined) return
  if (problem.code === 'person/signed-out') {
    forgetSession()
    void leaveFor(paths.signIn)
  }
  // A role needs a second step from now on: first that, then back.
  if (problem.code === 'person/second-factor-due') void leaveFor(paths.secondFactor)
}

async function leaveFor(to: typeof paths.signIn | typeof paths.secondFactor): Promise<void> {
  await router.navigate({ to, search: { next: router.state.location.href } })
  client.removeQueries({ type: 'inactive' })
}

const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: onProblem }),
  mutationCache: new MutationCache({ onError: onProblem }),
  defaultOptions: {
    queries: {
      // A refusal does not change by asking again; a network may.
      retry: (failures, error) => failures < 2 && !(error instanceof ApiProblem && error.status >= 400),
      refetchOnWindowFocus: false,
    },
  },
})
takeSetUpKey()
const router = makeRouter(client)

keepProgram()
startAppearance()
const root = document.getElementById('root')
if (!root) throw new Error('no #root')
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <Kit>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </Kit>
    </LanguageProvider>
  </StrictMode>,
)
