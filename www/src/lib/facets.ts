// What the facets offer where the catalogue has no list of its own.

/** Decades in which records were pressed, newest first. */
export function decades(thisYear: number): number[] {
  const list: number[] = []

  for (let year = thisYear - (thisYear % 10); year >= 1900; year -= 10) list.push(year)
  return list
}

/** Carriers by the names Discogs gives them. */
export const formats = [
  'Vinyl',
  'CD',
  'Cassette',
  'File',
  'Box Set',
  'Shellac',
  'SACD',
  'Reel-To-Reel',
  '8-Track Cartridge',
]

/** Countries most records are from, by the names Discogs gives them; others can be typed. */
export const countries = [
  'US',
  'UK',
  'Germany',
  'France',
  'Japan',
  'Italy',
  'Netherlands',
  'Canada',
  'Spain',
  'Australia',
  'Sweden',
  'Brazil',
  'Belgium',
  'Greece',
  'Jamaica',
  'Poland',
  'Russia',
  'USSR',
  'Europe',
  'Mexico',
  'Argentina',
  'Switzerland',
  'Austria',
]

export const scores = ['4.5', '4', '3.5', '3', '2.5', '2']
