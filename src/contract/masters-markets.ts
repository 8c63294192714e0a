import { z } from '@hono/zod-openapi'

export const MasterNode = z
  .object({
    id: z.string(),
    kind: z.enum(['hq', 'region', 'office', 'unassigned', 'market']),
    code: z.string(),
    name: z.string(),
    /** Id of the node above; null for HQ. */
    parent: z.string().nullable(),
    /** Goes back with a change: refused when somebody else changed the node meanwhile. */
    version: z.string(),
    /** Since when a market is closed. */
    closed: z.string().nullable(),
    accounts: z.number(),
    wholesalers: z.number(),
    /** Whose roles hang on this very node. */
    people: z.number(),
    /** Anything refers to it: then it can be closed, and not deleted. */
    inUse: z.boolean(),
    /** Where it stood before, if it ever moved or closed. */
    stays: z.array(z.object({ parent: z.string(), from: z.string(), to: z.string().nullable() })),
  })
  .openapi('MasterNode')
export type MasterNode = z.infer<typeof MasterNode>

export const MasterTree = z
  .object({ today: z.string(), may: z.boolean(), nodes: z.array(MasterNode) })
  .openapi('MasterTree')
export type MasterTree = z.infer<typeof MasterTree>

const text = z.string().max(500)
const day = z.string().max(20)
const version = z.string().max(100)

export const NewNode = z.object({
  kind: z.enum(['region', 'office', 'market']),
  code: text,
  name: text,
  parent: z.uuid(),
})
export type NewNode = z.infer<typeof NewNode>

export const NodeChange = z.object({ version, code: text, name: text })
export type NodeChange = z.infer<typeof NodeChange>

export const NodeMove = z.object({ version, parent: z.uuid(), day })
export type NodeMove = z.infer<typeof NodeMove>

export const NodeDay = z.object({ version, day })
export type NodeDay = z.infer<typeof NodeDay>

export const Versioned = z.object({ version })
