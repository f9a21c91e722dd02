// localStorage that may not be there: a strict browser forbids it, and then nothing is kept.

function quietly<T>(act: () => T): T | null {
  try {
    return act()
  } catch {
    return null
  }
}

export const storage = {
  get: (key: string) => quietly(() => localStorage.getItem(key)),
  /** Null removes it. */
  set: (key: string, value: string | null) =>
    void quietly(() => (value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value))),
  /** Calls `then` with the new value when another tab changes it. */
  onChange: (key: string, then: (value: string | null) => void) =>
    void quietly(() => addEventListener('storage', (e) => e.key === key && then(e.newValue))),
}
