// What editors, moderators, administrators and programmers see, in German.
import { counter } from '../numbers'
import type { tools as english } from '../en/tools'

const count = counter('de')

export const tools: typeof english = {
  api: {
    title: 'Die API',
    lead: 'Alles, was diese Seite tut, tut sie mit diesen Aufrufen; du kannst es auch. Fehler sind Problemdokumente (RFC 9457), Listen geht man an ihrem Cursor entlang.',
    failed: 'Die Beschreibung konnte nicht geholt werden.',
    areas: 'Bereiche der API',
    who: 'Wer darf',
    cached: (seconds) => `gilt ${count(seconds, 'Sekunde', 'Sekunden')}`,
    parameters: 'Parameter',
    required: 'nötig',
    takes: 'Nimmt',
    gives: 'Gibt',
  },
  moderation: {
    title: 'Moderation',
    open: 'Offene Meldungen',
    none: 'Nichts wartet.',
    failed: 'Das konnte nicht geholt werden.',
    report: (id) => `Meldung ${id}`,
    upheld: 'Die Meldung stimmt',
    dismissed: 'Es ist nichts daran',
    reason: 'Warum?',
    acts: 'Was getan wurde',
    noActs: 'Noch wurde nichts getan.',
    by: (id) => `von Moderator ${id}`,
  },
  admin: {
    title: 'Verwaltung',
    health: 'Dienste',
    well: 'Alle Dienste antworten.',
    unwell: 'Ein Dienst antwortet nicht.',
    model: 'Empfehlungen',
    failed: 'Das konnte nicht geholt werden.',
  },
  editing: {
    preview: 'Was das ändert',
    commas: 'Mit Kommas dazwischen.',
    nothing: 'Nichts.',
    before: 'Vorher:',
    after: 'Nachher:',
    historyFailed: 'Der Verlauf konnte nicht geholt werden.',
    noHistory: 'Niemand hat es geändert, seit es eingelesen wurde.',
    version: (n) => `Fassung ${n}`,
    undo: 'Zurücknehmen',
    undoes: (n) => `nimmt Fassung ${n} zurück`,
    notUndone: 'Die Änderung wurde nicht zurückgenommen.',
    actions: {
      created: 'angelegt',
      updated: 'geändert',
      deleted: 'gelöscht',
      restored: 'wiederhergestellt',
      merged: 'vereint',
    },
    fields: {
      title: 'Titel',
      artists: 'Künstler',
      release_year: 'Jahr',
      genres: 'Genres',
      styles: 'Stile',
      description: 'Über das Album',
      tracks: 'Titel der Stücke',
    },
  },
}
