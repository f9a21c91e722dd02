// German. Held to the shape of English by its type: a string that is missing does not compile.
import type { Strings } from '../../strings'
import { account } from './account'
import { catalogue } from './catalogue'
import { collection } from './collection'
import { opinion } from './opinion'
import { site } from './site'
import { tools } from './tools'

export const de: Strings = { ...site, ...catalogue, ...opinion, ...collection, ...account, ...tools }
