// How the site looks and speaks to this browser: language, colours, and whether others' scores are hidden. Kept in
// localStorage, because it belongs to the device rather than to the account.
import { storage } from './storage'
import { en } from './strings/en'
import { speak, type Strings } from './strings'

export const languages = { en: 'English', de: 'Deutsch' } as const
export type Language = keyof typeof languages
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const LANGUAGE = 'vinylhound.language'
const THEME = 'vinylhound.theme'
const BLIND = 'vinylhound.blind'

const dictionaries: Record<Language, () => Promise<Strings>> = {
  en: () => Promise.resolve(en),
  de: async () => (await import('./strings/de')).de,
}

class Display {
  /** The language spoken; the page is drawn anew when it changes. */
  language = $state<Language>('en')
  /** The one asked for; null: as the browser asks. */
  chosen = $state<Language | null>(null)
  theme = $state<Theme>('system')
  blind = $state(false)

  /** Takes up what this browser has kept. Resolves when the language can be spoken. */
  async start(): Promise<void> {
    this.blind = storage.get(BLIND) !== null
    this.setTheme(themes.find((theme) => theme === storage.get(THEME)) ?? 'system')
    this.chosen = languageOf(storage.get(LANGUAGE))
    await this.#speak()
  }

  async choose(language: Language | null): Promise<void> {
    this.chosen = language
    storage.set(LANGUAGE, language)
    await this.#speak()
  }

  setTheme(theme: Theme): void {
    this.theme = theme
    storage.set(THEME, theme === 'system' ? null : theme)
    document.documentElement.style.colorScheme = theme === 'system' ? '' : theme
  }

  setBlind(blind: boolean): void {
    this.blind = blind
    storage.set(BLIND, blind ? '1' : null)
  }

  /** A dictionary that cannot be fetched leaves the language as it is. */
  async #speak(): Promise<void> {
    const language = this.chosen ?? preferred(navigator.languages)

    try {
      speak(await dictionaries[language](), language)
      document.documentElement.lang = language
      this.language = language
    } catch {
      this.chosen = this.language
    }
  }
}

function languageOf(tag: string | null): Language | null {
  const name = tag?.toLowerCase().split('-')[0]

  return name === 'en' || name === 'de' ? name : null
}

/** The first of the browser's languages that the site speaks; English if none. */
export function preferred(tags: readonly string[]): Language {
  for (const tag of tags) {
    const language = languageOf(tag)
    if (language) return language
  }
  return 'en'
}

export const display = new Display()
