import { CompanyChange, CompanySettings } from '../../contract/settings.ts'
import type { Deps } from '../db/deps.ts'
import { endpoint } from '../http/endpoint.ts'
import type { App } from '../http/frame.ts'
import { changeSettings, settingsOf } from './settings.ts'

/** What holds for the whole company. Everybody reads it; who may change the company changes it. */
export function settingsRoutes(app: App, deps: Deps): void {
  endpoint(
    app,
    {
      access: 'signed-in',
      method: 'get',
      path: '/api/company',
      tag: 'people',
      summary: 'The company’s settings',
      answer: CompanySettings,
    },
    ({ c }) => settingsOf(deps, c.get('identity')?.grants.get('company.change') === '*'),
  )

  endpoint(
    app,
    {
      access: 'company.change',
      method: 'put',
      path: '/api/company',
      tag: 'people',
      summary: 'Change the company’s name, time zone, default unit or VAT rate; what is left out stays',
      body: CompanyChange,
      answer: CompanySettings,
    },
    ({ body, caller }) => changeSettings(deps, caller, body),
  )
}
