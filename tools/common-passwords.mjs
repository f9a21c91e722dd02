#!/usr/bin/env node
// Writes fcgi-apps/user/common_passwords.inc, the passwords that nobody may choose.
//
//   npm pack @zxcvbn-ts/language-common@3.0.4 && tar xzf zxcvbn-ts-language-common-3.0.4.tgz
//   tools/common-passwords.mjs package/src/passwords.json >fcgi-apps/user/common_passwords.inc
//
// That package (MIT) ranks 49,000 passwords by how often they were met in leaked lists. Of those that are long enough to
// be chosen here the first 10,000 are taken, in lower case. What is written of each is the beginning of its hash.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const MOST = 10000
const LEAST_LENGTH = 8
const CHARACTERS = 5 // of base64url: 30 bits, so that one password in 100,000 is taken for a common one
const A_LINE = 32

const ranked = JSON.parse(readFileSync(process.argv[2], 'utf8')).map((word) => word.toLowerCase())
const words = [...new Set(ranked)].filter((word) => word.length >= LEAST_LENGTH)
const hash = (word) => createHash('sha256').update(word).digest('base64url').slice(0, CHARACTERS)
const entries = words.slice(0, MOST).map(hash).sort()

console.log(`/* The ${MOST} most common passwords of ${LEAST_LENGTH} characters and more, as @zxcvbn-ts/language-common
 * 3.0.4 (MIT) ranks them: of each the first ${CHARACTERS} characters of the base64url of its SHA-256, in the order of
 * their bytes. Made by tools/common-passwords.mjs. */`)
for (let i = 0; i < entries.length; i += A_LINE) console.log(`"${entries.slice(i, i + A_LINE).join('')}"`)
