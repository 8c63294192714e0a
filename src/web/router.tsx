import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { ApiProblem } from './api.ts'
import {
  parseSearch,
  paths,
  readImportSearch,
  readPlaceAndDay,
  readSignInSearch,
  stringifySearch,
} from './paths.ts'
import { Outside, PageFailed, PageMissing, PartFailed } from './ui/outside.tsx'
import { rankingQuery } from './ui/ranking-query.ts'
import { sessionQuery, startQuery } from './ui/session.ts'
import { Shell } from './ui/shell.tsx'
import { Loading } from './ui/states.tsx'

type Context = { readonly client: QueryClient }
const root = createRootRouteWithContext<Context>()({
  errorComponent: PageFailed,
  notFoundComponent: PageMissing,
})

/** Pages for one who is not signed in. */
const outside = createRoute({ getParentRoute: () => root, id: 'outside', component: Outside })
const start = createRoute({
  getParentRoute: () => outside,
  path: paths.start,
  component: lazyRouteComponent(() => import('./start/start-screen.tsx'), 'StartScreen'),
})
const signIn = createRoute({
  getParentRoute: () => outside,
  path: paths.signIn,
  validateSearch: readSignInSearch,
  component: lazyRouteComponent(() => import('./people/sign-in-screen.tsx'), 'SignInScreen'),
})
const link = createRoute({
  getParentRoute: () => outside,
  path: paths.link,
  component: lazyRouteComponent(() => import('./people/link-screen.tsx'), 'LinkScreen'),
})

const secondFactor = createRoute({
  getParentRoute: () => outside,
  path: paths.secondFactor,
  validateSearch: readSignInSearch,
  component: lazyRouteComponent(() => import('./people/second-factor-screen.tsx'), 'SecondFactorScreen'),
})

/** Everything else stands in the shell, and the shell needs somebody. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  validateSearch: readPlaceAndDay,
  component: Shell,
  beforeLoad: async ({ context, location, search, preload }) => {
    // On a slow line one answer after the other is what takes long: the first screen's comes beside the session's.
    if (location.pathname === paths.accounts) void context.client.prefetchQuery(rankingQuery(search))
    try {
      await context.client.ensureQueryData(sessionQuery)
      // What stands in the cache must not keep somebody in: each step asks beside it whether they still are.
      if (!preload) void context.client.prefetchQuery({ ...sessionQuery, staleTime: 1_000 })
    } catch (error) {
      if (!(error instanceof ApiProblem) || (error.status !== 401 && error.status !== 403)) throw error
      if (error.code === 'person/second-factor-due')
        throw redirect({ to: paths.secondFactor, search: { next: location.href } })
      const { state } = await context.client.fetchQuery(startQuery)
      if (state === 'empty') throw redirect({ to: paths.start })
      throw redirect({ to: paths.signIn, search: location.pathname === '/' ? {} : { next: location.href } })
    }
  },
})
const home = createRoute({
  getParentRoute: () => shell,
  path: paths.home,
  beforeLoad: () => {
    throw redirect({ to: paths.accounts, search: {} })
  },
})
const accounts = createRoute({
  getParentRoute: () => shell,
  path: paths.accounts,
  component: lazyRouteComponent(() => import('./assess/ranking-screen.tsx'), 'RankingScreen'),
})
const compare = createRoute({
  getParentRoute: () => shell,
  path: paths.compare,
  component: lazyRouteComponent(() => import('./assess/compare-screen.tsx'), 'CompareScreen'),
})
const account = createRoute({
  getParentRoute: () => shell,
  path: paths.account,
  component: lazyRouteComponent(() => import('./account-page.tsx'), 'AccountPage'),
})
const markets = createRoute({
  getParentRoute: () => shell,
  path: paths.markets,
  component: lazyRouteComponent(() => import('./assess/market-screen.tsx'), 'MarketScreen'),
})
const deal = createRoute({
  getParentRoute: () => shell,
  path: paths.deal,
  component: lazyRouteComponent(() => import('./develop/deal-screen.tsx'), 'DealScreen'),
})
const tradePolicies = createRoute({
  getParentRoute: () => shell,
  path: paths.tradePolicies,
  component: lazyRouteComponent(() => import('./develop/policies-screen.tsx'), 'PoliciesScreen'),
})
const claims = createRoute({
  getParentRoute: () => shell,
  path: paths.claims,
  component: lazyRouteComponent(() => import('./develop/claims-screen.tsx'), 'ClaimsScreen'),
})
const statement = createRoute({
  getParentRoute: () => shell,
  path: paths.statement,
  component: lazyRouteComponent(() => import('./develop/statement-screen.tsx'), 'StatementScreen'),
})
const agreements = createRoute({
  getParentRoute: () => shell,
  path: paths.agreements,
  component: lazyRouteComponent(() => import('./develop/agreements-screen.tsx'), 'AgreementsScreen'),
})
const prospects = createRoute({
  getParentRoute: () => shell,
  path: paths.prospects,
  component: lazyRouteComponent(() => import('./develop/prospects-screen.tsx'), 'ProspectsScreen'),
})
const prospect = createRoute({
  getParentRoute: () => shell,
  path: paths.prospect,
  component: lazyRouteComponent(() => import('./develop/prospect-screen.tsx'), 'ProspectScreen'),
})
const sheet = createRoute({
  getParentRoute: () => shell,
  path: paths.sheet,
  component: lazyRouteComponent(() => import('./develop/sheet-screen.tsx'), 'SheetScreen'),
})
const visits = createRoute({
  getParentRoute: () => shell,
  path: paths.visits,
  component: lazyRouteComponent(() => import('./develop/visits-screen.tsx'), 'VisitsScreen'),
})
const bring = createRoute({
  getParentRoute: () => shell,
  path: paths.import,
  validateSearch: readImportSearch,
  component: lazyRouteComponent(() => import('./data/import-screen.tsx'), 'ImportScreen'),
})
const batch = createRoute({
  getParentRoute: () => shell,
  path: paths.importBatch,
  component: lazyRouteComponent(() => import('./data/batch-screen.tsx'), 'BatchScreen'),
})

const people = createRoute({
  getParentRoute: () => shell,
  path: paths.people,
  component: lazyRouteComponent(() => import('./people/people-screen.tsx'), 'PeopleScreen'),
})

const roles = createRoute({
  getParentRoute: () => shell,
  path: paths.roles,
  component: lazyRouteComponent(() => import('./people/roles-screen.tsx'), 'RolesScreen'),
})

const policy = createRoute({
  getParentRoute: () => shell,
  path: paths.policy,
  component: lazyRouteComponent(() => import('./assess/policy-screen.tsx'), 'PolicyScreen'),
})

const masters = createRoute({
  getParentRoute: () => shell,
  path: paths.masters,
  component: lazyRouteComponent(() => import('./chain/masters-screen.tsx'), 'MastersScreen'),
})

const audit = createRoute({
  getParentRoute: () => shell,
  path: paths.audit,
  component: lazyRouteComponent(() => import('./people/audit-screen.tsx'), 'AuditScreen'),
})

const settings = createRoute({
  getParentRoute: () => shell,
  path: paths.settings,
  component: lazyRouteComponent(() => import('./people/settings-screen.tsx'), 'SettingsScreen'),
})

const own = createRoute({
  getParentRoute: () => shell,
  path: paths.own,
  component: lazyRouteComponent(() => import('./people/own-account-screen.tsx'), 'OwnAccountScreen'),
})

const tree = root.addChildren([
  outside.addChildren([start, signIn, link, secondFactor]),
  shell.addChildren([
    home,
    accounts,
    compare,
    account,
    markets,
    deal,
    agreements,
    tradePolicies,
    claims,
    statement,
    prospects,
    prospect,
    sheet,
    visits,
    bring,
    batch,
    masters,
    people,
    roles,
    policy,
    audit,
    settings,
    own,
  ]),
])

export function makeRouter(client: QueryClient) {
  const router = createRouter({
    routeTree: tree,
    context: { client },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPendingComponent: Loading,
    defaultPendingMs: 0,
    defaultErrorComponent: PartFailed,
    scrollRestoration: true,
  })
  // The first screen's own file comes while it is asked who is there. If it does not come, the screen asks again and says so.
  for (const { routeId } of router.matchRoutes(router.latestLocation))
    void router
      .loadRouteChunk(router.routesById[routeId as keyof typeof router.routesById])
      ?.catch(() => undefined)
  return router
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
