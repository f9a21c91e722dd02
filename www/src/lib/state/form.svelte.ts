// A form being sent: once at a time, and what the server found wrong with it.
import { tick } from 'svelte'
import { asFailure, type Failure } from '../api/problem'

export class FormState {
  busy = $state(false)
  done = $state(false)
  failure = $state.raw<Failure | null>(null)
  /** Whether all that is wrong stands at the fields of the form. */
  marked = $state(false)

  /** What is wrong with a field, by its name. */
  error(field: string): string | undefined {
    return this.failure?.fields[field]
  }

  /** Sends the form by `act`; true if it went well. Otherwise the first wrong field has the focus. */
  async submit(event: SubmitEvent, act: () => Promise<void>): Promise<boolean> {
    event.preventDefault()
    if (this.busy) return false
    this.busy = true
    this.done = false
    this.failure = null
    this.marked = false
    try {
      await act()
      this.done = true
    } catch (thrown) {
      this.failure = asFailure(thrown)
      await tick()
      const invalid = (event.target as Element).querySelectorAll<HTMLElement>('[aria-invalid]')
      this.marked = invalid.length > 0 && invalid.length === Object.keys(this.failure.fields).length
      invalid[0]?.focus()
    }
    this.busy = false
    return this.done
  }
}
