// The review page: one question after the other, by the keyboard. What is decided is decided on the server; this shows it.
import { call } from './api.js';
import { Marking } from './marking.js';
import { PageView } from './page-view.js';
import { Repair } from './repair.js';
import { TextMarking } from './text-marking.js';
import { frameText } from './text-view.js';

const words = JSON.parse(document.getElementById('words').textContent);
const say = (key, ...values) => values.reduce((text, value, index) => text.replace(`{${index}}`, value), words[key] ?? key);
const $ = id => document.getElementById(id);
const root = $('review');
const api = `/api/v1/review/reports/${root.dataset.id}`;
const renewEvery = 30_000, keepFor = 300_000, aheadAfter = 2_000;
const held = [];

let report, fields, subjects, current, view, repair, marking, isHeld = false, isBusy = false, drawn = null, trial = 0, lastUsed = Date.now();
const done = [];

const isOpen = path => (fields.get(path)?.review === 'open' && !fields.get(path).isForOthers) || report.items.some(item => item.subject === path && item.isOpen && !item.isForOthers);
const cellOf = path => document.querySelector(`[data-path="${CSS.escape(path)}"]`);

function take(model) {
  report = model;
  fields = new Map(model.fields.map(field => [field.path, field]));
  subjects = [...model.items.map(item => item.subject), ...model.fields.map(field => field.path)];
  const outcome = $('outcome');
  outcome.textContent = words[model.outcome];
  outcome.className = `state state-${model.outcome}`;
  $('open-count').textContent = say('open', model.open);
  const violated = new Set(model.checks.filter(check => check.outcome === 'violated').flatMap(check => check.fields));
  for (const field of model.fields) {
    const cell = cellOf(field.path);
    if (!cell) continue;
    cell.textContent = field.value ?? (field.state === 'placeholder' ? field.printed ?? '—' : field.state === 'unreadable' ? '?' : '');
    cell.className = [field.review, field.state, violated.has(field.path) ? 'violated' : '', field.path === current ? 'current' : ''].filter(Boolean).join(' ');
  }
  $('items').replaceChildren(...model.items.map(item => {
    const line = document.createElement('li');
    line.dataset.path = item.subject;
    line.className = [item.isOpen ? 'open' : '', item.subject === current ? 'current' : ''].filter(Boolean).join(' ');
    line.textContent = `${item.isOpen ? '' : '✓ '}${item.reason} ${item.detail}`.trim();
    return line;
  }));
}

// Nothing is left for this person.
const ended = () => report.items.some(item => item.isOpen && item.isForOthers) || report.fields.some(field => field.isForOthers) ? say('second', nextKey()) : say('done', nextKey());
// Where text is typed, a letter is text.
const nextKey = () => fields.get(current)?.isNumber === false ? 'Alt+N' : 'n';

function place(path) {
  const field = fields.get(path);
  return field?.places.find(place => place.page) ?? null;
}

// Where a field without a place of its own should be: beside those of its row or table that have one.
function pageNear(path) {
  const own = place(path);
  if (own) return own.page;
  const parts = path.split('.');
  for (let length = parts.length - 1; length > 0; length--) {
    const prefix = parts.slice(0, length).join('.') + '.';
    const neighbour = report.fields.find(field => field.path.startsWith(prefix) && field.places.some(other => other.page));
    if (neighbour) return neighbour.places.find(other => other.page).page;
  }
  return report.pages[0]?.number;
}

// Fields that are shown beside a question, and as what.
function besides(path) {
  const [table, row, column] = path.split('.');
  return report.fields.map(field => {
    const parts = field.path.split('.');
    const isNear = parts[0] === table && parts.length === path.split('.').length && table !== 'report' && (parts[1] === row || parts[2] === column);
    return { places: field.places, kind: field.path === path ? 'current' : field.review === 'open' ? 'open' : isNear ? 'near' : null };
  }).filter(field => field.kind);
}

const marksFor = path => besides(path).flatMap(({ places, kind }) => places.filter(spot => spot.page).map(({ page, box }) => ({ page, box, kind })));

function go(path, { scroll = true } = {}) {
  if (!path) return;
  if (current) cellOf(current)?.classList.remove('current');
  current = path;
  drawn = null;
  view?.leaveDrawing();
  $('entry').removeAttribute('aria-invalid');
  const cell = cellOf(path);
  cell?.classList.add('current');
  if (scroll) cell?.scrollIntoView({ block: 'center', inline: 'nearest' });
  const item = report.items.find(other => other.subject === path);
  const field = fields.get(path);
  const entry = $('entry');
  // Text is edited, numbers are typed anew.
  entry.value = field && !field.isNumber ? field.value ?? '' : '';
  entry.hidden = !!item;
  entry.classList.toggle('words', field?.isNumber === false);
  entry.inputMode = field?.isNumber ? 'decimal' : 'text';
  $('label').textContent = item ? item.reason : field.label;
  entry.placeholder = item ? '' : field.value ?? say(field.state);
  $('confirm').textContent = `${say(item ? 'settle-it' : 'confirm-it')} ⏎`;
  $('reasons').textContent = item ? [item.detail, item.tables.length ? words['mark-it'] : '', item.subject === 'document:several-reports' ? words['part-it'] : ''].filter(Boolean).join(' · ') : field.reasons.join(words['and-reason']);
  $('state').textContent = item ? '' : [
    field.isHidden ? '' : say('probability', field.probability), ['confirmed', 'corrected'].includes(field.review) ? say(`${field.review}-state`) : '',
    field.extracted !== null ? say('extracted', field.extracted) : '', field.asserted !== null ? say('asserted', field.asserted) : '',
  ].filter(Boolean).join(' · ');
  $('candidates').replaceChildren(...(field?.candidates ?? []).slice(0, 9).map((candidate, index) => {
    const line = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = candidate.value ?? say('blank');
    button.addEventListener('click', () => correct(candidate.value === null ? { state: 'blank' } : { printed: candidate.value }));
    const hint = document.createElement('small');
    hint.textContent = `Alt+${index + 1} · ${candidate.probability}`;
    line.append(button, ' ', hint);
    return line;
  }));
  $('notes').replaceChildren(...(field?.notes ?? []).map(note => {
    const line = document.createElement('li');
    line.textContent = `${note.by} (${new Date(note.at).toISOString().slice(0, 10)}): ${note.text}`;
    return line;
  }));
  showFindings(report.checks.filter(check => check.fields.includes(path)));
  if (view) {
    const page = item ? item.pages[0] ?? report.pages[0]?.number : pageNear(path);
    view.show(page, marksFor(path));
    const own = place(path);
    if (own) view.fitTo(own.box); else view.fit();
  }
  if (!view) frameText(field?.places ?? [], field?.printed, besides(path).filter(({ kind }) => kind !== 'current'));
  crop(field);
  entry.focus({ preventScroll: true });
  entry.select();
}

// The cell itself, beside what is typed.
function crop(field) {
  const spot = field?.places.find(other => other.page);
  const image = document.querySelector('#stage img');
  const target = $('crop');
  target.replaceChildren();
  if (!spot || !image || !view || view.number !== spot.page) return;
  const draw = () => {
    const page = view.page;
    if (!page || view.number !== spot.page || !image.naturalWidth) return;
    const scale = image.naturalWidth / page.width;
    const [x, y, width, height] = spot.box;
    const margin = 3;
    const canvas = document.createElement('canvas');
    const ratio = (width + 2 * margin) / (height + 2 * margin);
    canvas.width = Math.min(360, Math.max(20, Math.round(ratio * 44)));
    canvas.height = Math.max(12, Math.min(44, Math.round(canvas.width / ratio)));
    canvas.getContext('2d').drawImage(image, (x - margin) * scale, (y - margin) * scale, (width + 2 * margin) * scale, (height + 2 * margin) * scale, 0, 0, canvas.width, canvas.height);
    target.replaceChildren(canvas);
  };
  if (image.complete) draw(); else image.addEventListener('load', draw, { once: true });
}

function showFindings(checks) {
  $('findings').replaceChildren(...checks.map(check => {
    const line = document.createElement('li');
    line.className = check.outcome;
    line.textContent = `${check.outcome === 'holds' ? '✓' : check.outcome === 'violated' ? '✗' : '?'} ${check.words}`;
    return line;
  }));
}

const tell = (text, isBad = false) => { $('status').textContent = text; $('status').classList.toggle('bad', isBad); };

function nextOpen(from, by = 1) {
  const at = subjects.indexOf(from);
  for (let step = 1; step <= subjects.length; step++) {
    const path = subjects[(at + by * step + subjects.length * 2) % subjects.length];
    if (path !== from && isOpen(path)) return path;
  }
  return isOpen(from) ? from : null;
}

async function decide(decision, told) {
  if (isBusy || isHeld) return;
  isBusy = true;
  const subject = decision.subject;
  try {
    const answer = await call('POST', `${api}/decisions`, { version: report.version, seen: lastAbout(subject), ...decision });
    if (answer.ok) {
      if (answer.body.version !== report.version) return location.reload();
      take(answer.body);
      if (subject.startsWith(reading)) return await waitUntilRead();
      const place = subjects.includes(subject) ? subject : current;
      if (decision.action === 'reverse') { done.pop(); go(place); }
      else if (decision.action === 'comment') go(subject);
      else { done.push(subject); const next = nextOpen(place); go(next ?? place); if (!next) told = `${told} ${ended()}`; }
      tell(told);
    } else {
      if (decision.action === 'reverse') done.pop();
      if (answer.status === 409 && answer.body?.report) {
        if (answer.body.report.version !== report.version) return location.reload();
        take(answer.body.report); go(isOpen(subject) ? subject : nextOpen(subject) ?? subject); }
      if (answer.body?.type === 'urn:govreport:place' && !drawn) view?.askForBox();
      tell(`${answer.body?.detail ?? words.offline} ${held.length ? words.dropped : ''}`, true);
      held.length = 0;
    }
  } catch {
    held.length = 0;
    tell(words.offline, true);
  } finally {
    isBusy = false;
    while (held.length && !isBusy) again(held.shift());
  }
}

// Keys that came while a decision was on its way are meant for the next question: none is lost, none reaches the last one.
function again({ key, code, altKey, shiftKey }) {
  const entry = $('entry');
  const isAllChosen = entry.selectionStart === 0 && entry.selectionEnd === entry.value.length;
  if (onCommand({ key, code, altKey, shiftKey })) return;
  if (key.length === 1 && !altKey) entry.value = isAllChosen ? key : entry.value + key;
  else if (key === 'Backspace') entry.value = isAllChosen ? '' : entry.value.slice(0, -1);
  tryTyped();
}

const structure = 'structure:', absent = 'absent:', reading = 'reading:';
const lastAbout = subject => fields.get(subject)?.last ?? report.items.find(item => item.subject === subject)?.last ?? report.readings[subject]
  ?? (subject.startsWith(absent) ? report.absent[subject.slice(absent.length)] : report.shifts[subject.slice(structure.length)]) ?? 0;
const labelOf = subject => fields.get(subject)?.label ?? report.items.find(item => item.subject === subject)?.reason ?? say(subject.startsWith(reading) ? 'how-read' : 'table');

// Until the workers have read the document as it was said; then the page shows what they read.
async function waitUntilRead() {
  document.body.dataset.ready = 'false';
  tell(words.rereading);
  for (;;) {
    const { ok, body } = await call('GET', `/api/v1/documents/${root.dataset.id}`);
    if (ok && ['collected', 'processing'].includes(body.state)) await new Promise(resolve => setTimeout(resolve, 500));
    else if (ok && body.reports.includes(root.dataset.id)) return location.reload();
    else return location.assign(`/documents/${parseInt(root.dataset.id, 10)}`);
  }
}

// Null where nothing was typed, or only what is shown anyway.
function typed() {
  const text = $('entry').value.trim(), field = fields.get(current);
  return field && (field.isNumber ? text !== '' : text !== (field.value ?? '')) ? text : null;
}

const submit = () => typed() === null ? confirm() : correct({ printed: typed() });

// About a field as it is shown; what was typed is decided first.
function mark(more) {
  if (!fields.has(current)) return;
  if (typed() !== null) return tell(words['typed-first'], true);
  return confirm(more);
}

const confirm = more => report.items.some(item => item.subject === current)
  ? decide({ subject: current, action: 'settle' }, say('settled', labelOf(current)))
  : fields.get(current)?.isHidden ? tell(words.hidden, true) : decide({ subject: current, action: 'confirm', ...more }, say('confirmed', labelOf(current)));

function correct(what) {
  const field = fields.get(current);
  if (!field) return;
  if (what.state === undefined && what.printed === field.value) return confirm();
  // What has no place of its own yet gets the one that was drawn, or in a text the place of its row.
  const own = field.places[0] ?? null;
  return decide({ subject: current, action: 'correct', place: drawn ?? (own ? undefined : textPlaceNear()), ...what }, say(field.isHidden ? 'entered' : 'corrected', labelOf(current)));
}

function textPlaceNear() {
  if (report.pages.length) return undefined;
  const [table, row] = current.split('.');
  const near = report.fields.find(field => field.path.startsWith(`${table}.${row}.`) && field.places.length) ?? report.fields.find(field => field.places.length);
  return near?.places[0];
}

function undo() {
  const table = current.split('.')[0];
  const subject = done.at(-1) ?? (fields.get(current)?.extracted !== null && fields.get(current)?.last ? current : report.shifts[table] ? structure + table : report.hints.at(-1)?.subject ?? null);
  if (!subject) return tell(words.nothing);
  return decide({ subject, action: 'reverse' }, say('reversed', labelOf(subject)));
}

function assert() {
  if (!fields.has(current) || typed() !== null) return mark();
  const known = prompt(words.known);
  if (!known) return;
  const [value, ...note] = known.split(/[;；]/);
  return mark({ asserted: value.trim(), note: note.join(';').trim() || null });
}

function comment() {
  if (typed() !== null) return mark();
  const note = prompt(words.comment)?.trim();
  if (note) return decide({ subject: current, action: 'comment', note }, say('commented', labelOf(current)));
}

// Cells that were read into the wrong row or column are moved as a block, and the sums are seen before it is decided.
const blocks = ['below', 'row', 'right', 'column', 'table'];
let shifting = null;

function beginShift() {
  const cell = cellOf(current);
  if (!cell || cell.closest('.facts-table')) return tell(words['shift-nothing'], true);
  const rows = [...cell.closest('table').rows].map(row => [...row.querySelectorAll('td[data-path]')].map(other => other.dataset.path)).filter(row => row.length);
  const row = rows.findIndex(paths => paths.includes(current));
  shifting = { before: report, rows, row, column: rows[row].indexOf(current), block: 0, down: 0, right: 0 };
  $('desk').classList.add('shifting');
  showShift([]);
}

function cornersOfShift() {
  const { rows, row, column, block } = shifting;
  const last = rows.length - 1;
  return {
    below: [rows[row][0], rows[last].at(-1)], row: [rows[row][0], rows[row].at(-1)], right: [rows[row][column], rows[row].at(-1)],
    column: [rows[0][column] ?? rows[row][column], rows.findLast(paths => paths.length > column)[column]], table: [rows[0][0], rows[last].at(-1)],
  }[blocks[block]];
}

function showShift(lost) {
  const { rows, down, right, block } = shifting;
  const [from, to] = cornersOfShift().map(path => { const row = rows.findIndex(paths => paths.includes(path)); return [row, rows[row].indexOf(path)]; });
  for (const cell of document.querySelectorAll('.moving')) cell.classList.remove('moving');
  rows.forEach((paths, row) => paths.forEach((path, column) => {
    if (row - down >= from[0] && row - down <= to[0] && column - right >= from[1] && column - right <= Math.max(to[1], from[1])) cellOf(path).classList.add('moving');
  }));
  tell([words[`shift-${blocks[block]}`], words['shift-keys'], lost.length ? say('shift-lost', lost.join('、')) : ''].filter(Boolean).join(' '), lost.length > 0);
}

const shiftOf = () => { const [from, to] = cornersOfShift(); return { from, to, down: shifting.down, right: shifting.right }; };

async function tryShift() {
  const mine = ++trial;
  if (!shifting.down && !shifting.right) { take(shifting.before); return showShift([]); }
  const answer = await call('POST', `${api}/trials/shift`, shiftOf());
  if (mine !== trial || !shifting || !answer.ok) return;
  take(answer.body.report);
  showShift(answer.body.lost);
  showFindings(report.checks.filter(check => check.outcome === 'violated' && check.fields.some(path => path.startsWith(`${current.split('.')[0]}.`))));
}

function endShift() {
  ++trial;
  const { before } = shifting;
  shifting = null;
  $('desk').classList.remove('shifting');
  for (const cell of document.querySelectorAll('.moving')) cell.classList.remove('moving');
  take(before);
}

function onShiftKey(key) {
  const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  if (steps[key]) {
    shifting.down += steps[key][0];
    shifting.right += steps[key][1];
    tryShift();
  } else if (key === 's') {
    shifting.block = (shifting.block + 1) % blocks.length;
    tryShift();
  } else if (key === 'Escape' || (key === 'Enter' && !shifting.down && !shifting.right)) {
    endShift();
    go(current);
    tell('');
  } else if (key === 'Enter') {
    const shift = shiftOf();
    endShift();
    decide({ subject: structure + current.split('.')[0], action: 'shift', shift }, words.shifted);
  }
}

// The question is shown again when nothing is marked any more.
function onMarkKey({ key, shiftKey }) {
  marking.onKey(key, shiftKey);
  if (!marking.isOn && !isBusy) go(current);
}

// The queue that the person came from, filter and all.
const askNext = () => call('GET', `/api/v1/review/next?${new URLSearchParams([...new URLSearchParams(location.search), ['after', root.dataset.id]])}`);

async function nextReport() {
  await call('DELETE', `${api}/lease`);
  const answer = await askNext();
  if (answer.status === 200) location.assign(`/review/${answer.body.id}${location.search}`);
  else tell(words['no-next']);
}

// What comes next is drawn while this one is worked on.
async function fetchAhead() {
  const next = await askNext();
  if (next.status !== 200) return;
  const { ok, body } = await call('GET', `/api/v1/review/reports/${next.body.id}`);
  const page = ok && (body.fields.find(field => field.review === 'open' && field.places[0]?.page)?.places[0].page ?? body.pages[0]?.number);
  if (page) new Image().src = `/api/v1/documents/${next.body.id}/pages/${page}.png?v=${body.version}`;
}

// Letters are commands where numbers are typed; where text is typed they need Alt.
const commands = {
  b: () => correct({ state: 'blank' }), p: () => correct({ state: 'placeholder', printed: fields.get(current)?.state === 'placeholder' ? fields.get(current).printed : null }), x: () => correct({ state: 'unreadable' }), m: () => correct({ state: 'missing' }),
  w: () => mark({ isSourceWrong: true }), k: assert, c: comment, s: beginShift, g: () => repair.open(report, view?.number ?? null, report.items.find(item => item.subject === current)?.tables[0] ?? current.split('.')[0]), u: undo, n: nextReport,
};

function move(key) {
  const cell = cellOf(current);
  if (!cell) return;
  const { left, top, width, height } = cell.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  let best = null, least = Infinity;
  for (const other of document.querySelectorAll('td[data-path]')) {
    if (other === cell || !fields.has(other.dataset.path)) continue;
    const bounds = other.getBoundingClientRect();
    const [alongX, alongY] = [bounds.left + bounds.width / 2 - x, bounds.top + bounds.height / 2 - y];
    const [along, across] = key === 'ArrowLeft' ? [-alongX, alongY] : key === 'ArrowRight' ? [alongX, alongY] : key === 'ArrowUp' ? [-alongY, alongX] : [alongY, alongX];
    const distance = along + 3 * Math.abs(across);
    if (along > 2 && distance < least) [best, least] = [other, distance];
  }
  if (best) go(best.dataset.path);
}

function onKey(event) {
  lastUsed = Date.now();
  // Keys of an input method choose characters; they decide nothing.
  if (event.isComposing || event.keyCode === 229 || $('help').open || $('repair').open || event.ctrlKey || event.metaKey) return;
  const entry = $('entry');
  if (document.activeElement?.closest('.top input')) return;
  if (document.activeElement?.closest('button, a, select') && ['Enter', ' ', 'Tab'].includes(event.key)) return;
  if (isBusy) {
    event.preventDefault();
    if (!event.repeat && (event.key.length === 1 || ['Enter', 'Tab', 'Backspace'].includes(event.key))) held.push(event);
    return;
  }
  if (shifting || marking.isOn) {
    event.preventDefault();
    return shifting ? onShiftKey(event.key) : onMarkKey(event);
  }
  // A key that is held down decides once.
  if (event.repeat && (event.key === 'Enter' || event.altKey || (commands[event.key] && typed() === null))) return event.preventDefault();
  if (onCommand(event)) return event.preventDefault();
  // Digits always type, wherever the focus is.
  if (/^[0-9.\-]$/.test(event.key) && document.activeElement !== entry) entry.focus();
}

// Whether the key was a command.
function onCommand({ key, code, altKey, shiftKey }) {
  const isTyped = typed() !== null;
  const isText = fields.get(current)?.isNumber === false;
  const act = action => { action(); return true; };
  if (key === 'Enter') return act(submit);
  if (key === 'Tab') {
    const next = nextOpen(current, shiftKey ? -1 : 1);
    return next && next !== current && document.activeElement !== $('sheets') ? act(() => go(next)) : false;
  }
  if (altKey && /^Digit[1-9]$/.test(code)) return act(() => $('candidates').children[Number(code.at(-1)) - 1]?.querySelector('button').click());
  if (altKey && code === 'Digit0') return act(() => view?.fit());
  if (altKey && code === 'KeyF') return act(() => view?.fitTo(place(current)?.box));
  if (altKey && code === 'KeyR') return act(() => view?.turn());
  if (key === 'PageDown') return act(() => view?.step(1));
  if (key === 'PageUp') return act(() => view?.step(-1));
  // Once, and what was typed goes; twice, and the question is left, so that Tab reaches all else.
  if (key === 'Escape') return act(() => isTyped ? go(current) : $('sheets').focus());
  const letter = altKey && code.startsWith('Key') ? code.at(-1).toLowerCase() : key;
  if (commands[letter] && (altKey || (!isTyped && !isText))) return act(commands[letter]);
  if (isTyped || isText) return false;
  if (key === '?') return act(() => $('help').showModal());
  if (key.startsWith('Arrow')) return act(() => move(key));
  return false;
}

// The sums with what is typed, before it is decided.
async function tryTyped() {
  const mine = ++trial;
  const path = current, printed = $('entry').value.trim();
  if (!printed || !fields.get(path)?.isNumber) return showFindings(report.checks.filter(check => check.fields.includes(path)));
  const answer = await call('POST', `${api}/trials`, { path, printed });
  if (mine !== trial || path !== current) return;
  $('entry').setAttribute('aria-invalid', String(!answer.ok));
  tell(answer.ok ? '' : words['no-value'], !answer.ok);
  if (answer.ok) showFindings(answer.body.checks);
}

async function lease() {
  // Who has left the desk gives the report to others.
  if (Date.now() - lastUsed > keepFor) return;
  const answer = await call('PUT', `${api}/lease`);
  isHeld = answer.status === 409;
  $('lease').hidden = !isHeld;
  $('lease').textContent = isHeld ? say('held', answer.body.heldBy) : '';
  for (const id of ['entry', 'confirm']) $(id).disabled = isHeld;
}

async function begin() {
  const answer = await call('GET', api);
  take(answer.body);
  if (report.pages.length)
    view = new PageView($('pane'), $('stage'), report.pages, number => `/api/v1/documents/${root.dataset.id}/pages/${number}.png?v=${report.version}`, {
      onPage: (index, count) => { $('page-number').textContent = say('page', index, count); },
      onBox: place => { drawn = place; tell(''); const entry = $('entry'); entry.focus(); if (entry.value.trim()) correct({ printed: entry.value.trim() }); },
    });
  else $('pane').hidden = true;
  document.addEventListener('keydown', onKey);
  $('entry').addEventListener('input', event => { if (!event.isComposing) tryTyped(); });
  $('entry').addEventListener('compositionend', tryTyped);
  $('confirm').addEventListener('click', submit);
  document.addEventListener('pointerdown', () => { lastUsed = Date.now(); });
  for (const beside of [$('pane'), document.querySelector('.toolbar')]) beside.addEventListener('pointerup', () => setTimeout(() => $('entry').focus({ preventScroll: true })));
  $('help-button').addEventListener('click', () => $('help').showModal());
  for (const dialog of ['help', 'repair']) $(dialog).addEventListener('close', () => $('entry').focus());
  marking = view ? new Marking(view, say, tell, hint => repair.say(hint)) : new TextMarking(`/api/v1/documents/${root.dataset.id}/text`, say, tell, hint => repair.say(hint));
  repair = new Repair($('repair'), say, decision => decide(decision, decision.action === 'absent' ? say('absent', labelOf(decision.subject)) : say('reversed', labelOf(decision.subject))), marking);
  $('repair-button').addEventListener('click', commands.g);
  $('sheets').addEventListener('click', event => { const cell = event.target.closest('[data-path]'); if (cell) go(cell.dataset.path, { scroll: false }); });
  view?.obey(document.querySelector('.toolbar'), () => place(current)?.box);
  addEventListener('pagehide', () => fetch(`${api}/lease`, { method: 'DELETE', keepalive: true, headers: { 'X-CSRF-TOKEN': document.querySelector('meta[name=csrf]').content } }));
  await lease();
  setInterval(lease, renewEvery);
  const first = subjects.find(isOpen) ?? subjects[0];
  go(first);
  if (!subjects.some(isOpen)) tell(ended());
  document.body.dataset.ready = 'true';
  setTimeout(fetchAhead, aheadAfter);
}

begin();
