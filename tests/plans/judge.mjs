// Reads MariaDB's ANALYZE FORMAT=JSON of a page of a list and says where it read or sorted more than MOST rows; nothing if
// it did not.
//
//   judge.mjs MOST
import { readFileSync } from 'node:fs'

const most = Number(process.argv[2])
const more = new Set()

function walk(node, name) {
  if (Array.isArray(node)) return node.forEach((one) => walk(one, name))
  if (node === null || typeof node !== 'object') return
  const rows = Math.round((node.r_rows ?? 0) * (node.r_loops ?? 0))
  if (node.table_name && rows > most)
    more.add(`${rows} rows of ${node.table_name} (${node.access_type} ${node.key ?? ''})`)
  if (name === 'filesort' && (node.r_output_rows ?? 0) > most) more.add(`${node.r_output_rows} rows sorted`)
  for (const [key, value] of Object.entries(node)) walk(value, key)
}

walk(JSON.parse(readFileSync(0, 'utf8')), '')
console.log([...more].join('; '))
