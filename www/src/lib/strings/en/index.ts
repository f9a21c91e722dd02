// English. A folder for each language, a file for each area of the site.
import { account } from './account'
import { catalogue } from './catalogue'
import { collection } from './collection'
import { opinion } from './opinion'
import { site } from './site'
import { tools } from './tools'

export const en = { ...site, ...catalogue, ...opinion, ...collection, ...account, ...tools }
