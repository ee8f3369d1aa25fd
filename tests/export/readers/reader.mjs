// What the checks in this folder share. Each is run as `node NAME.mjs FILE ...`, says what is wrong, and ends with 1 then; with 77 where its
// library is missing (scripts/setup --all installs it).
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const wrong = []

export function library(name) {
  try {
    return require(name)
  } catch (error) {
    console.log(`no ${name}: run scripts/setup --all (${error.code ?? error.message})`)
    process.exit(77)
  }
}

/// For libraries that are modules only.
export async function modern(name) {
  try {
    return await import(name)
  } catch (error) {
    console.log(`no ${name}: run scripts/setup --all (${error.code ?? error.message})`)
    process.exit(77)
  }
}

export const read = path => readFileSync(path, 'utf8')

export function same(what, found, expected) {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)]
  if (a !== b) wrong.push(`${what}: ${a}, expected ${b}`)
}

/// Texts that a reader found beside those that were written, both made alike by `held`: what the format can carry.
export function sameTexts(what, found, expected, held = text => text) {
  same(`${what}: number of texts`, found.length, expected.length)
  found.forEach((text, i) => {
    if (i < expected.length && held(text) !== held(expected[i])) wrong.push(`${what} ${i}: ${JSON.stringify(text)}, expected ${JSON.stringify(expected[i])}`)
  })
}

/// What XML 1.0 can hold, white space and the guard against Gephi's INF aside. xmldom, which graphology uses outside a page, makes U+0085 and U+2028
/// line ends, as XML 1.1 would.
export const inXml = text => spaced(text.replace(/\u2060/g, '').replace(/[\u0085\u2028]/g, ' ').replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ''))
export const spaced = text => text.replace(/[ \t\n\r\v\f]+/g, ' ').trim()

export function finish() {
  for (const line of wrong.slice(0, 10)) console.log(line)
  process.exit(wrong.length ? 1 : 0)
}

process.on('uncaughtException', error => {
  console.log(String(error?.stack ?? error))
  process.exit(1)
})
