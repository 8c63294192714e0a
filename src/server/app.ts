import { say } from '../language/index.ts'
import { Health } from '../contract/people.ts'
import { ok } from '../domain/problem.ts'
import { eraseRoutes } from './account/erase-routes.ts'
import { accountRoutes } from './account/routes.ts'
import { mergeOutlook } from './assess/merge-outlook.ts'
import { rank } from './assess/ranking.ts'
import { assessRoutes } from './assess/routes.ts'
import { chainRoutes } from './chain/routes.ts'
import { auditRoutes } from './audit/routes.ts'
import { tableWriter } from './chain/table-file.ts'
import type { Deps } from './db/deps.ts'
import { treeNodes } from './chain/tree-store.ts'
import { serveDocument } from './http/document.ts'
import { endpoint } from './http/endpoint.ts'
import type { App, Ctx } from './http/frame.ts'
import { guardedApp } from './http/guards.ts'
import { serveWeb } from './http/web.ts'
import { servedEngine } from './importing.ts'
import { intakeRoutes } from './intake/routes.ts'
import { masterRoutes } from './masters/routes.ts'
import { makeAuth } from './people/auth-store.ts'
import { namesOf } from './people/person-store.ts'
import { identifier } from './people/identify.ts'
import { companySignInRoutes } from './people/company-sign-in-routes.ts'
import type { CompanySignIn } from './people/company-sign-in-settings.ts'
import { personalDataRoutes } from './people/personal-data-routes.ts'
import { calendarRoutes } from './people/calendar-routes.ts'
import { ownRoutes } from './people/own-routes.ts'
import { companyRoleRoutes } from './people/company-role-routes.ts'
import { secondFactorRoutes } from './people/second-factor-routes.ts'
import { previewRoutes } from './people/preview-routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { sessionSecret } from './people/secret.ts'
import { signInRoutes } from './people/sign-in-routes.ts'
import { noSetUpKey, type SetUpKey } from './people/set-up-key.ts'
import { startRoutes, type Demo } from './people/start-routes.ts'
import { viewRoutes } from './views/routes.ts'
import { settingsRoutes } from './settings/routes.ts'
import { related } from './chain/merge-store.ts'
import { searchRoutes } from './search/routes.ts'
import { afterMerge } from './develop/accrue.ts'
import { agreementRoutes } from './develop/agreement-routes.ts'
import { claimRoutes } from './develop/claim-routes.ts'
import { printRoutes } from './develop/print-routes.ts'
import { tradePolicyRoutes } from './develop/policy-routes.ts'
import { prospectRoutes } from './develop/routes.ts'
import { visitCalendar } from './develop/visit-calendar.ts'
import { visitRoutes } from './develop/visit-routes.ts'
import { developing } from './developing.ts'

/** What only the composition root knows, or what a slice gives that others must not import. */
export type Parts = {
  /** Folder of the built web app; none: only the API answers. */
  readonly web?: string
  readonly demo?: Demo
  /** What opens an empty installation; none: it is set up from the command line only. */
  readonly setUpKey?: SetUpKey
  /** Where people reach this installation, if it stands behind a proxy: `https://tonnage.example.com`. */
  readonly publicUrl?: string
  /** The company's provider of OpenID Connect, if people may sign in with it. */
  readonly companySignIn?: CompanySignIn
  /** Address of the peer of a request: the socket's, unless a proxy is configured. */
  readonly address?: (c: Ctx) => string
}

/** The whole HTTP app. Tests call `app.request()` without a port. */
export function createApp(deps: Deps, parts: Parts = {}): App {
  const place = parts.publicUrl === undefined ? undefined : new URL(parts.publicUrl)
  const https = place?.protocol === 'https:'
  const key = sessionSecret(deps.folder)
  const auth = makeAuth(deps, { secret: key, https })
  const app = guardedApp(deps, {
    identify: identifier(deps, auth),
    say,
    https,
    hosts: place ? [place.host] : [],
    ...(parts.address ? { address: parts.address } : {}),
  })
  endpoint(
    app,
    {
      access: 'public',
      method: 'get',
      path: '/api/health',
      tag: 'start',
      summary: 'Alive, and the database answers',
      answer: Health,
    },
    async () => {
      await deps.db.pool.query('SELECT 1')
      return ok({ status: 'ok' as const, version: deps.version })
    },
  )
  const settings = parts.companySignIn
  startRoutes(app, deps, {
    demo: parts.demo,
    key: parts.setUpKey ?? noSetUpKey,
    companyAccount: settings && { name: settings.name, only: settings.only },
  })
  const door = { key, https, only: settings?.only === true }
  signInRoutes(app, deps, auth, door)
  secondFactorRoutes(app, deps, auth, door)
  companySignInRoutes(app, deps, auth, { settings, key, https })
  ownRoutes(app, deps)
  calendarRoutes(app, deps, visitCalendar)
  personalDataRoutes(app, deps)
  peopleRoutes(app, deps)
  companyRoleRoutes(app, deps)
  eraseRoutes(app, deps)
  previewRoutes(app, deps)
  accountRoutes(app, deps, { outlook: mergeOutlook, related })
  assessRoutes(app, deps, tableWriter)
  viewRoutes(app, deps)
  chainRoutes(app, deps, rank, afterMerge)
  searchRoutes(app, deps, treeNodes)
  masterRoutes(app, deps)
  auditRoutes(app, deps, tableWriter)
  settingsRoutes(app, deps)
  prospectRoutes(app, deps, developing)
  tradePolicyRoutes(app, deps, developing)
  claimRoutes(app, deps, developing, tableWriter)
  printRoutes(app, deps, developing)
  visitRoutes(app, deps, developing)
  agreementRoutes(app, deps, developing)
  intakeRoutes(app, deps, servedEngine, namesOf)
  serveDocument(app, deps.version)
  serveWeb(app, parts.web)
  return app
}
