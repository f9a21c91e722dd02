// Where one is: the address bar as state, links followed without a reload, and scroll positions kept for Back.
//
// Written here rather than taken from a package because it has to leave alone what the browser does better: a click
// with Ctrl, Shift or the middle button, a link to elsewhere, and the place one had scrolled to.
import { placeOf, type Place } from './router'

class Navigation {
  #path = $state(location.pathname)
  #search = $state(location.search)
  /** Whether one came here by Back or Forward, so that a list may be shown as it was left. */
  returned = false
  /** What is to be done once the page gone to is drawn. */
  #arrive: (() => void) | null = null

  place: Place = $derived(placeOf(this.#path))
  path = $derived(this.#path)
  query = $derived(new URLSearchParams(this.#search))
  /** Path and query, to come back to. */
  here = $derived(this.#path + this.#search)

  start(): void {
    history.scrollRestoration = 'manual'
    addEventListener('popstate', () => this.#restored())
    addEventListener('scrollend', () => this.#rememberScroll())
    addEventListener('pagehide', () => this.#rememberScroll())
    document.addEventListener('click', (event) => this.#clicked(event))
    const scroll = scrollOf(history.state)
    this.#arrive = () => scrollTo(0, scroll)
  }

  /** Goes to a path of this site. `replace` takes the place of the present entry of the history; to change the query of
   *  the page one is on it neither scrolls nor moves the focus. */
  go(href: string, { replace = false } = {}): void {
    const samePage = new URL(href, location.href).pathname === location.pathname

    this.returned = false
    this.#rememberScroll()
    if (replace) history.replaceState({ scroll: samePage ? scrollY : 0 }, '', href)
    else history.pushState({ scroll: 0 }, '', href)
    this.#read()
    if (replace && samePage) return
    if (samePage) scrollTo(0, 0)
    else this.#arrive = begin
  }

  /** The page one has gone to is drawn. */
  arrived(): void {
    this.#arrive?.()
    this.#arrive = null
  }

  #read(): void {
    this.#path = location.pathname
    this.#search = location.search
  }

  #restored(): void {
    const scroll = scrollOf(history.state)
    const samePage = this.#path === location.pathname

    this.returned = true
    this.#read()
    if (samePage) requestAnimationFrame(() => scrollTo(0, scroll))
    else this.#arrive = () => scrollTo(0, scroll)
  }

  #rememberScroll(): void {
    history.replaceState({ scroll: scrollY }, '')
  }

  #clicked(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link?.href || link.target || link.hasAttribute('download')) return
    const url = new URL(link.href)
    if (url.origin !== location.origin || (url.pathname.startsWith('/api/') && url.pathname !== '/api/docs'))
      return
    if (url.hash && url.pathname === location.pathname) return
    event.preventDefault()
    this.go(url.pathname + url.search + url.hash)
  }
}

function scrollOf(state: unknown): number {
  const scroll = (state as { scroll?: unknown } | null)?.scroll

  return typeof scroll === 'number' ? scroll : 0
}

/** One begins at the top, and a screen reader with the heading. */
function begin(): void {
  scrollTo(0, 0)
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
}

export const navigation = new Navigation()
