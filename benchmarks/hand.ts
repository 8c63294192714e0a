import type { BrowserContext, Locator, Page } from 'playwright-core'

/** What a person did: counted from the trusted events that the browser itself delivers to the page, not from the script's calls. */
export type Counted = { presses: number; keys: number; strokes: number }

/** A way of working a screen: a mouse or a finger, or the keyboard alone. */
export type Hand = {
  readonly name: 'mouse' | 'finger' | 'keyboard'
  /** Presses a button, follows a link, marks a radio or a box. */
  press(target: Locator): Promise<void>
  /** Puts text into a field in place of what stands there. */
  type(target: Locator, text: string): Promise<void>
  /** Takes an option of the browser's own list. */
  pick(target: Locator, label: string): Promise<void>
}

/** Counts presses, keys that move or confirm, and characters typed, on every page of the context from now on. */
export async function counting(context: BrowserContext): Promise<Counted> {
  const counted: Counted = { presses: 0, keys: 0, strokes: 0 }
  await context.exposeBinding('tonnageCount', (_, what: keyof Counted) => {
    counted[what] += 1
  })
  await context.addInitScript(questions)
  await context.addInitScript(`for (const [event, what] of [['pointerdown', 'presses'], ['keydown', 'keys']])
    addEventListener(event, (seen) => {
      if (!seen.isTrusted) return
      tonnageCount(event === 'keydown' && seen.key.length === 1 && seen.key !== ' ' ? 'strokes' : what)
    }, true)`)
  return counted
}

export function handOf(page: Page, name: Hand['name'], counted: Counted): Hand {
  return name === 'keyboard' ? keyboard(page) : pointer(name, counted)
}

function pointer(name: 'mouse' | 'finger', counted: Counted): Hand {
  const press = async (target: Locator) => {
    // A radio that is drawn as a segment lies under its label: the person presses the label.
    const face = target.locator('xpath=ancestor::label[1]')
    const radio = (await target.getAttribute('type')) === 'radio' && (await face.count()) > 0
    await (name === 'finger' ? (radio ? face : target).tap() : (radio ? face : target).click())
  }
  return {
    name,
    press,
    type: async (target, text) => {
      await press(target)
      if ((await target.inputValue()) !== '') await target.press('ControlOrMeta+a')
      await target.pressSequentially(text)
    },
    pick: async (target, label) => {
      await target.selectOption({ label })
      // The browser's own list is opened by a press and chosen from by another; no page sees them.
      counted.presses += 2
    },
  }
}

// What the page is asked runs in the browser: text, so that this file needs none of the browser's types.
const questions = `globalThis.tonnageAsk = {
  hasFocus: (node) => node === document.activeElement,
  isBehind: (node) => {
    const now = document.activeElement
    if (now === null || now === document.body) return false
    return Boolean(now.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING)
  },
  isRadioOrBox: (node) => ['radio', 'checkbox'].includes(node.type),
  radiosAway: (node) => {
    const now = document.activeElement
    if (node.type !== 'radio' || now?.type !== 'radio' || node.name !== now.name) return 0
    const all = [...document.querySelectorAll('input[type=radio]')].filter(({ name }) => name === node.name)
    return all.indexOf(node) - all.indexOf(now)
  },
  chosen: (node) => node.selectedIndex,
  indexOf: (node, wanted) => [...node.options].findIndex((one) => one.label === wanted),
}`
type Ask = Record<string, (node: unknown, about?: string) => unknown>
const ask = <R extends boolean | number>(target: Locator, question: string, about?: string) =>
  target.evaluate(
    (node, [name, text]) =>
      (globalThis as unknown as { tonnageAsk: Ask }).tonnageAsk[name ?? '']?.(node, text) as R,
    [question, about ?? ''],
  )

/** Nothing but Tab, arrows, Enter, space and letters; a target that Tab does not reach within 150 steps is out of reach. */
function keyboard(page: Page): Hand {
  const reach = async (target: Locator) => {
    await target.waitFor({ state: 'attached' })
    // The shorter way round, as a person who sees where it is would go.
    const back = await ask<boolean>(target, 'isBehind')
    for (let i = 0; i < 150; i++) {
      if (await ask<boolean>(target, 'hasFocus')) return
      await page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
      if (await ask<boolean>(target, 'hasFocus')) return
      // Tab goes to one radio of a group; arrows go on from there.
      const steps = await ask<number>(target, 'radiosAway')
      for (let n = 0; n < Math.abs(steps); n++) await page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp')
      if (steps !== 0) return
    }
    throw new Error(`out of reach by keyboard: ${String(target)}`)
  }
  return {
    name: 'keyboard',
    press: async (target) => {
      await reach(target)
      await page.keyboard.press((await ask<boolean>(target, 'isRadioOrBox')) ? 'Space' : 'Enter')
    },
    type: async (target, text) => {
      await reach(target)
      if ((await target.inputValue()) !== '') await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(text)
    },
    pick: async (target, label) => {
      await reach(target)
      // Arrow by arrow through the browser's list, the shorter way round; headless it does not open.
      const now = await ask<number>(target, 'chosen')
      const to = await ask<number>(target, 'indexOf', label)
      const last = (await target.locator('option').count()) - 1
      if (last - to < Math.abs(to - now)) await page.keyboard.press('End')
      else
        for (let i = 0; i < Math.abs(to - now); i++)
          await page.keyboard.press(to > now ? 'ArrowDown' : 'ArrowUp')
    },
  }
}

/**
 * Minutes of hand and thought by the keystroke-level model (Card, Moran, Newell 1980, table 1): a key 0.28 s, pointing 1.1 s and
 * a press 0.1 s, 1.35 s of thought before each step. An estimate: it knows nothing of reading.
 */
export function estimatedMinutes({ presses, keys, strokes }: Counted, steps: number): number {
  return ((keys + strokes) * 0.28 + presses * 1.2 + steps * 1.35) / 60
}
