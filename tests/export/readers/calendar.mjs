// calendar.mjs FILE EVENTS [TEXTS]: iCalendar by ical.js. TEXTS is a JSON list with [label, quote] of each event.
import { readFileSync } from 'node:fs'
import { finish, modern, read, same, sameTexts, spaced } from './reader.mjs'

const [file, count, texts] = process.argv.slice(2)
const { default: ICAL } = await modern('ical.js')
for (const line of readFileSync(file).toString('latin1').split('\r\n')) {
  if (line.length > 75) same('octets of a line', line.length, 75)
  if (/[\n\r]/.test(line)) same('a line end of one character', line, '')
}
const calendar = new ICAL.Component(ICAL.parse(read(file)))
same('version', calendar.getFirstPropertyValue('version'), '2.0')
same('has a PRODID', Boolean(calendar.getFirstPropertyValue('prodid')), true)
const events = calendar.getAllSubcomponents('vevent').map(event => new ICAL.Event(event))
same('events', events.length, Number(count))
same('ids told apart', new Set(events.map(event => event.uid)).size, events.length)
for (const event of events) {
  same(`${event.uid} has a stamp`, event.component.getFirstPropertyValue('dtstamp')?.isDate, false)
  same(`${event.uid} ends after it begins`, !event.startDate.isDate || event.endDate.compare(event.startDate) > 0, true)
}
if (texts) {
  const held = text => spaced(spaced(text).replace(/[\u0000-\u001f\u007f]/g, ''))
  const expected = JSON.parse(read(texts))
  sameTexts('SUMMARY', events.map(event => event.summary.replace(/ \[[a-z]+\]$/, '')), expected.map(([label]) => label), held)
  events.forEach((event, i) => {
    if (!held(event.description).includes(held(expected[i][1]))) same(`DESCRIPTION ${i}`, held(event.description), held(expected[i][1]))
  })
}
finish()
