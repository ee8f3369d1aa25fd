// linked.mjs FORMAT FILE EVENTS [TEXTS]: jsonld by jsonld.js (without network), rdf by N3.js. TEXTS is a JSON list with [label, quote] of each event.
import { finish, library, read, same, sameTexts } from './reader.mjs'

const [format, file, count, texts] = process.argv.slice(2)
const { Parser, Store, DataFactory } = library('n3')
const named = DataFactory.namedNode

async function quads() {
  if (format === 'rdf') return new Parser({ format: 'text/turtle' }).parse(read(file))
  const jsonld = library('jsonld')
  const document = JSON.parse(read(file))
  const offline = async url => {
    throw new Error('asks for ' + url)
  }
  return await jsonld.toRDF(document, { documentLoader: offline })
}

const words = format === 'rdf'
  ? { event: 'http://semanticweb.cs.vu.nl/2009/11/sem/Event', label: 'http://www.w3.org/2000/01/rdf-schema#label', quote: 'http://www.w3.org/ns/oa#exact' }
  : { event: 'https://schema.org/Event', label: 'https://schema.org/name', quote: 'https://schema.org/text' }
const store = new Store(await quads())
const type = named('http://www.w3.org/1999/02/22-rdf-syntax-ns#type')
const events = store.getSubjects(type, named(words.event), null)
same('events', events.length, Number(count))
for (const event of events) same(`${event.value} has one label`, store.getObjects(event, named(words.label), null).length, 1)
for (const quad of store) {
  for (const term of [quad.subject, quad.object]) {
    if (term.termType === 'NamedNode' && !/^[a-z]+:/.test(term.value)) same('an absolute IRI', term.value, '')
  }
}
if (texts) {
  const expected = JSON.parse(read(texts))
  const sorted = list => [...list].sort()
  sameTexts('label', sorted(events.map(event => store.getObjects(event, named(words.label), null)[0].value)), sorted(expected.map(([label]) => label)))
  const quotes = new Set(store.getObjects(null, named(words.quote), null).map(object => object.value))
  for (const [, quote] of expected) same(`quote ${JSON.stringify(quote)} is there`, quotes.has(quote), true)
}
finish()
