import type { App } from './frame.ts'

/** The OpenAPI document is made from the routes: what is not in it does not exist. */
export function documentOf(app: App, version: string) {
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Tonnage 吨位',
      version,
      description:
        'Key accounts in a wholesale channel. Money is in the company’s currency, volume in litres, days are calendar days of ' +
        'the company’s time zone. `x-access` of a route names the right that it needs.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    tags: [
      { name: 'start', description: 'Health, set-up, the demo company' },
      { name: 'people', description: 'Sign-in, people, rights' },
      { name: 'chain', description: 'Accounts, markets, exports' },
      { name: 'assess', description: 'Key accounts and why' },
      { name: 'intake', description: 'Files that people bring' },
    ],
  })
}

export function serveDocument(app: App, version: string): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'tonnage.session_token',
  })
  app.openAPIRegistry.registerComponent('securitySchemes', 'key', { type: 'http', scheme: 'bearer' })
  app.get('/api/openapi.json', (c) => c.json(documentOf(app, version)))
}
