// Scores, one's own stars, reviews.
export const opinion = {
  score: {
    title: 'Score',
    failed: 'The score could not be fetched.',
    weighted: 'weighted score',
    outOf: 'of 5',
    mean: 'Mean',
    ratings: 'Ratings',
    interval: 'Likely range',
    range: (low: string, high: string) => `${low} – ${high}`,
    none: 'Nobody has rated it yet.',
    noneHint: 'Be the first.',
    histogram: (parts: string) => `How the ratings are spread: ${parts}`,
    bar: (stars: string, n: number) => `${stars} stars ${n}`,
    how: 'How it is made',
    formula: '(Σ w·r + m·C) / (Σ w + m)',
    formulaWords: (prior: string | null) =>
      `Each rating r weighs w: 1 once its giver has rated 20 artists, less before. The site’s mean C${
        prior ? ` (${prior})` : ''
      } counts like m further ratings, so that a few votes do not make a masterpiece.`,
    blind: 'Hidden until you have rated it.',
    blindHint: 'Blind mode is on.',
    blindOff: 'Show it now',
  },
  stars: {
    yours: 'Your rating',
    none: 'Not rated',
    value: (stars: number) => `${stars} ${stars === 1 ? 'star' : 'stars'}`,
    remove: 'Remove',
    saving: 'Saving …',
    login: 'Log in to rate',
    refused: 'Your rating was not saved.',
    unknown: 'Your rating could not be fetched.',
  },
}
