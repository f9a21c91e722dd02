// An album's facts as the fields of a form, and what a change of them comes to.
import type { Schemas } from './api/client'

type Album = Schemas['Album']
type AlbumBody = Schemas['AlbumBody']

export type AlbumDraft = Record<'title' | 'year' | 'genres' | 'styles' | 'description', string> & {
  /** The whole album as it is sent: what the form does not show stays as it is. */
  body: (before: Album) => AlbumBody
}

export function draftOf(album: Album | null): AlbumDraft {
  return {
    title: album?.title ?? '',
    year: album?.release_year?.toString() ?? '',
    genres: album?.genres.join(', ') ?? '',
    styles: album?.styles.join(', ') ?? '',
    description: album?.description ?? '',
    body(before) {
      return bodyOf(this, before)
    },
  }
}

/** Words between commas, each once. */
export function listOf(text: string): string[] {
  return [...new Set(text.split(',').map((word) => word.trim()))].filter(Boolean)
}

function bodyOf(draft: AlbumDraft, before: Album): AlbumBody {
  const artists = before.artists.flatMap(({ id, name, join }) => (id === null ? [] : [{ id, name, join }]))

  return {
    title: draft.title.trim(),
    ...(artists.length === before.artists.length ? { artists } : { artist: before.artist }),
    release_year: draft.year.trim() ? Number(draft.year) : null,
    genres: listOf(draft.genres),
    styles: listOf(draft.styles),
    description: draft.description.trim() || null,
  }
}

/** What saving would change, as a history shows it. */
export function changesOf(album: Album, draft: AlbumDraft) {
  const next = bodyOf(draft, album)
  const all = [
    { field: 'title', before: album.title, after: next.title },
    { field: 'release_year', before: album.release_year, after: next.release_year },
    { field: 'genres', before: album.genres, after: next.genres },
    { field: 'styles', before: album.styles, after: next.styles },
    { field: 'description', before: album.description, after: next.description },
  ]

  return all.filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
}
