'use strict';
// The same job with Eta, the fastest of Node's template engines: profiles, a line each, become talking points.
// With --check, ajv holds each against rtopitch's own schema first.
// usage: peer.js MODULES [--check SCHEMA] PROFILES >DOCUMENTS
const fs = require('fs');
const path = require('path');
const words = process.argv.slice(2);
const modules = path.resolve(words.shift());
const { Eta } = require(modules + '/eta');
const library = JSON.parse(fs.readFileSync(__dirname + '/library.json', 'utf8'));

const tenths = value => Math.floor(value * 10 + 0.5);
const told = (number, plus) => {
  const size = Math.abs(number);
  return (number < 0 ? '-' : plus && number > 0 ? '+' : '') + Math.floor(size / 10) + '.' + (size % 10);
};
const median = values => {
  values.sort((a, b) => a - b);
  const half = values.length >> 1;
  return values.length % 2 ? values[half] : (values[half - 1] + values[half]) / 2;
};
const modeOf = (month, periods) => {
  for (const period of periods) if (period.from <= month && month <= period.to) return period.mode;
  return null;
};

function viewMetric(metric, periods) {
  const sides = { office: [], remote: [] };
  for (const month in metric.values) sides[modeOf(month, periods)].push(metric.values[month]);
  const office = median(sides.office), remote = median(sides.remote);
  const change = office ? tenths((remote - office) / office * 100) : 0;
  const lower = metric.better === 'lower', gain = lower ? -change : change;
  return { name: metric.name, unit: metric.unit, source: metric.source, lower, office: told(tenths(office)), remote: told(tenths(remote)),
    change: told(change, true), size: told(Math.abs(change)), state: gain >= 20 ? 'better' : gain <= -20 ? 'worse' : 'flat',
    target: told(tenths(office * (lower ? 1.05 : 0.95))) };
}

function view(p) {
  const { ask, cover, pilot } = p, periods = p.history.modes;
  const metrics = p.history.metrics.map(metric => viewMetric(metric, periods));
  const count = state => metrics.filter(metric => metric.state === state).length;
  const concerns = p.concerns.map((concern, at) => {
    const entry = library[concern.about], mine = p.mitigations.find(m => m.concern === concern.about) || entry;
    return { n: at + 1, title: entry.title, said: concern.said, answer: entry.answer, action: mine.action, measure: mine.measure };
  });
  const months = Object.keys(p.history.metrics[0].values).map(month => ({ month, mode: modeOf(month, periods),
    cells: p.history.metrics.map(metric => told(tenths(metric.values[month]))) }));
  return { name: p.person.name, role: p.person.role, team: p.person.team, manager: p.manager.name, title: p.manager.role,
    policy: p.mandate.policy, policy_start: p.mandate.start, policy_days: p.mandate.office_days, reason: p.mandate.reason,
    days: ask.preferred.office_days, weekdays: ask.preferred.weekdays.join(', '), more_days: ask.acceptable.office_days,
    more_weekdays: ask.acceptable.weekdays.join(', '), start: ask.start, decide_by: ask.decide_by, improved: count('better'),
    worse: count('worse'), flat: count('flat'), concerns, metrics, months, office_months: months.filter(m => m.mode === 'office').length,
    remote_months: months.filter(m => m.mode === 'remote').length, deliverables: p.deliverables, tasks: p.tasks, needs: p.needs,
    already: p.practices.already, proposed: p.practices.proposed, weeks: pilot.weeks, trial_start: pilot.start, primary: pilot.primary,
    notice: pilot.notice_days, core_hours: cover.core_hours, response: cover.response_minutes, onsite: cover.onsite_minutes,
    backup: cover.onsite_backup, security: cover.security, costs: p.costs };
}

const eta = new Eta({ autoEscape: false, autoTrim: false });
const template = eta.compile(fs.readFileSync(__dirname + '/talk.eta', 'utf8'));
let check = null;
if (words[0] === '--check') {
  const Ajv = require(modules + '/ajv');
  const holds = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(fs.readFileSync(words[1], 'utf8')));
  check = profile => { if (!holds(profile)) throw new Error(JSON.stringify(holds.errors)); };
  words.splice(0, 2);
}

// Blocks are read and written at once: no streams, constant memory.
const input = fs.openSync(words[0], 'r'), block = Buffer.allocUnsafe(1 << 20);
let carried = Buffer.alloc(0), made = [], size = 0, got;
const flush = () => {
  const bytes = Buffer.from(made.join(''));
  for (let at = 0; at < bytes.length;) at += fs.writeSync(1, bytes, at);
  made = [];
  size = 0;
};
while ((got = fs.readSync(input, block, 0, block.length, null)) > 0) {
  const all = carried.length ? Buffer.concat([carried, block.subarray(0, got)]) : block.subarray(0, got);
  let start = 0, end;
  while ((end = all.indexOf(10, start)) >= 0) {
    const profile = JSON.parse(all.toString('utf8', start, end));
    if (check) check(profile);
    const document = eta.render(template, view(profile));
    made.push(document);
    size += document.length;
    if (size > 1 << 20) flush();
    start = end + 1;
  }
  carried = Buffer.from(all.subarray(start));
}
flush();
