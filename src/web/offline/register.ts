/**
 * Lets the program be kept in the browser, when the page stands and nothing else waits for the line. Browsers allow it over https and on
 * the machine itself; elsewhere the program works as before, with a network.
 */
export function keepProgram(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  window.addEventListener('load', () => setTimeout(register, 3_000), { once: true })
}

function register(): void {
  // A full disk or a switched-off store: everything else works.
  void navigator.serviceWorker.register('/worker.js').catch(() => undefined)
}
