// Every word the site says. English comes with the site, another language is fetched before the site is drawn
// (language.svelte.ts); `t` is the one spoken. A language is an object of the same shape, held to it by its type.
import { en } from './strings/en'

export type Strings = typeof en

export let t: Strings = en
/** The language's name for Intl and the page: `en`, `de`. */
export let tongue = 'en'

export function speak(strings: Strings, name: string): void {
  t = strings
  tongue = name
}
