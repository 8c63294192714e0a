import { z } from '@hono/zod-openapi'

/** A whole number in an address, from `least` to `most`; `usual` where there is none. An empty one is refused: it is not zero. */
export function whole(least: number, most: number, usual: number) {
  return z
    .string()
    .regex(/^\d{1,8}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most)
    .openapi({ type: 'integer', minimum: least, maximum: most })
    .optional()
    .transform((value) => value ?? usual)
}
