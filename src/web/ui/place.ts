import { useSearch } from '@tanstack/react-router'
import type { PlaceAndDay } from '../paths.ts'

/** The place and the day that the address says. */
export function usePlaceAndDay(): PlaceAndDay {
  return useSearch({ strict: false })
}
