// Scores, one’s own stars and reviews, in German.
import type { opinion as english } from '../en/opinion'

export const opinion: typeof english = {
  score: {
    title: 'Wertung',
    failed: 'Die Wertung konnte nicht geholt werden.',
    weighted: 'gewichtete Wertung',
    outOf: 'von 5',
    mean: 'Mittel',
    ratings: 'Bewertungen',
    interval: 'Wohl zwischen',
    range: (low, high) => `${low} – ${high}`,
    none: 'Noch hat es niemand bewertet.',
    noneHint: 'Mach den Anfang.',
    histogram: (parts) => `Wie sich die Bewertungen verteilen: ${parts}`,
    bar: (stars, n) => `${stars} Sterne ${n}`,
    how: 'Wie sie entsteht',
    formula: '(Σ w·r + m·C) / (Σ w + m)',
    formulaWords: (prior) =>
      `Jede Bewertung r zählt w: 1, sobald jemand 20 Künstler bewertet hat, vorher weniger. Das Mittel der Seite C${
        prior ? ` (${prior})` : ''
      } zählt wie m weitere Bewertungen, damit wenige Stimmen kein Meisterwerk machen.`,
    blind: 'Verborgen, bis du es bewertet hast.',
    blindHint: 'Der Blindmodus ist an.',
    blindOff: 'Jetzt zeigen',
  },
  stars: {
    yours: 'Deine Bewertung',
    none: 'Nicht bewertet',
    value: (stars) => `${stars.toLocaleString('de')} ${stars === 1 ? 'Stern' : 'Sterne'}`,
    remove: 'Entfernen',
    saving: 'Wird gespeichert …',
    login: 'Zum Bewerten anmelden',
    refused: 'Deine Bewertung wurde nicht gespeichert.',
    unknown: 'Deine Bewertung konnte nicht geholt werden.',
  },
}
