// Reads feeds with ical.js and node-ical, and holds what they make of them against the instants
// that zoneinfo has computed (NAME.utc beside NAME.ics).
import { createRequire } from 'node:module';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const [tools, folder] = process.argv.slice(2);
const require = createRequire(join(tools, 'package.json'));
const { default: ICAL } = await import(require.resolve('ical.js'));
const nodeIcal = require('node-ical');

const FROM = new Date('2020-01-01T00:00:00Z');
const TO = new Date('2045-01-01T00:00:00Z');
const utc = (moment) => moment.toISOString().replace('.000Z', 'Z');
const order = (events) => events.map((event) => JSON.stringify(event)).sort();

function byIcalJs(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const components = calendar.getAllSubcomponents('vevent');
  const found = [];
  const add = (event, start, end) => {
    if (event.component.getFirstPropertyValue('status') !== 'CANCELLED') {
      found.push([utc(start.toJSDate()), utc(end.toJSDate()), event.summary]);
    }
  };
  for (const component of components.filter((c) => !c.hasProperty('recurrence-id'))) {
    const uid = component.getFirstPropertyValue('uid');
    // Given all exceptions of the file, it takes those of other events for this one's.
    const exceptions = components.filter(
      (c) => c.hasProperty('recurrence-id') && c.getFirstPropertyValue('uid') === uid,
    );
    const event = new ICAL.Event(component, { exceptions });
    if (!event.isRecurring()) {
      add(event, event.startDate, event.endDate);
      continue;
    }
    const starts = event.iterator();
    for (let next = starts.next(); next; next = starts.next()) {
      const details = event.getOccurrenceDetails(next);
      add(details.item, details.startDate, details.endDate);
    }
  }
  return order(found);
}

function byNodeIcal(text) {
  const found = [];
  for (const event of Object.values(nodeIcal.sync.parseICS(text))) {
    if (event.type !== 'VEVENT') {
      continue;
    }
    const each = event.rrule ? nodeIcal.expandRecurringEvent(event, { from: FROM, to: TO }) : [event];
    for (const one of each) {
      const of = one.event ?? one;
      if (of.status !== 'CANCELLED') {
        found.push([utc(new Date(one.start)), utc(new Date(one.end)), of.summary]);
      }
    }
  }
  return order(found);
}

let differences = 0;
const feeds = readdirSync(folder)
  .filter((name) => name.endsWith('.utc'))
  .map((name) => name.replace(/utc$/, 'ics'));
for (const name of feeds) {
  const text = readFileSync(join(folder, name), 'utf8');
  const wanted = order(JSON.parse(readFileSync(join(folder, name.replace(/ics$/, 'utc')), 'utf8')));
  for (const reader of [byIcalJs, byNodeIcal]) {
    const found = reader(text);
    if (JSON.stringify(found) !== JSON.stringify(wanted)) {
      differences += 1;
      console.log(name, reader.name);
      console.log('  wanted', wanted.filter((event) => !found.includes(event)));
      console.log('  found ', found.filter((event) => !wanted.includes(event)));
    }
  }
}
console.log(`${feeds.length} feeds, ${differences} differences`);
process.exit(differences > 0 || feeds.length === 0 ? 1 : 0);
