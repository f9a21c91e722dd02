// What somebody has, wants or has sold, as others may see it.
import { body, type Api, type Schemas } from '../api/client'
import { after, Paged } from './paged.svelte'

export type PublicItem = Schemas['PublicItem']
export type PublicStatus = Exclude<PublicItem['status'], 'sold'>

export class CopiesOf extends Paged<PublicItem> {
  constructor(api: Api, username: string, status: PublicStatus) {
    super(async (cursor) => {
      const params = { path: { username }, query: { status, limit: 24, ...after(cursor) } }
      const page = await body(api.GET('/api/v1/users/{username}/collection', { params }))

      return { items: page.items, next: page.next_cursor }
    })
  }
}
