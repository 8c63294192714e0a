import { createContext } from 'react'

/** The room at the right of the work that the shell keeps for a drawer; null before the shell stands. */
export const Beside = createContext<HTMLElement | null>(null)
