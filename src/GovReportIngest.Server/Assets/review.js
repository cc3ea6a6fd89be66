// The review page: one question after the other, by the keyboard. What is decided is decided on the server; this shows it.
import { call } from './api.js';
import { PageView } from './page-view.js';

const words = JSON.parse(document.getElementById('words').textContent);
const say = (key, ...values) => values.reduce((text, value, index) => text.replace(`{${index}}`, value), words[key] ?? key);
const $ = id => document.getElementById(id);
const root = $('review');
const api = `/api/v1/review/reports/${root.dataset.id}`;
const renewEvery = 30_000;

let report, fields, subjects, current, view, isHeld = false, isBusy = false, drawn = null, trial = 0;
const done = [];

const isOpen = path => fields.get(path)?.review === 'open' || report.items.some(item => item.subject === path);
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
    line.className = item.subject === current ? 'open current' : 'open';
    line.textContent = `${item.reason} ${item.detail}`.trim();
    return line;
  }));
}

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

function marksFor(path) {
  const [table, row, column] = path.split('.');
  const marks = [];
  for (const field of report.fields)
    for (const spot of field.places.filter(other => other.page)) {
      const parts = field.path.split('.');
      const isNear = parts[0] === table && parts.length === path.split('.').length && table !== 'report' && (parts[1] === row || parts[2] === column);
      const kind = field.path === path ? 'current' : field.review === 'open' ? 'open' : isNear ? 'near' : null;
      if (kind) marks.push({ page: spot.page, box: spot.box, kind });
    }
  return marks;
}

function go(path, { scroll = true } = {}) {
  if (!path) return;
  if (current) cellOf(current)?.classList.remove('current');
  current = path;
  drawn = null;
  const cell = cellOf(path);
  cell?.classList.add('current');
  if (scroll) cell?.scrollIntoView({ block: 'center', inline: 'nearest' });
  const item = report.items.find(other => other.subject === path);
  const field = fields.get(path);
  const entry = $('entry');
  // Text is edited, numbers are typed anew.
  entry.value = field && !field.isNumber ? field.value ?? '' : '';
  entry.hidden = !!item;
  entry.inputMode = field?.isNumber ? 'decimal' : 'text';
  $('label').textContent = item ? item.reason : field.label;
  entry.placeholder = item ? '' : field.value ?? say(field.state);
  $('reasons').textContent = item ? item.detail : field.reasons.join('；');
  $('state').textContent = item ? '' : [
    say('probability', field.probability), ['confirmed', 'corrected'].includes(field.review) ? say(`${field.review}-state`) : '',
    field.extracted !== null ? say('extracted', field.extracted) : '', field.asserted !== null ? say('asserted', field.asserted) : '',
  ].filter(Boolean).join(' · ');
  $('candidates').replaceChildren(...(field?.candidates ?? []).slice(0, 9).map((candidate, index) => {
    const line = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = candidate.value ?? say('blank');
    button.addEventListener('click', () => correct({ printed: candidate.value ?? '' }));
    const hint = document.createElement('small');
    hint.textContent = `Alt+${index + 1} · ${candidate.probability}`;
    line.append(button, ' ', hint);
    return line;
  }));
  showFindings(report.checks.filter(check => check.fields.includes(path)));
  if (view) {
    const page = item ? item.pages[0] ?? report.pages[0]?.number : pageNear(path);
    view.show(page, marksFor(path));
    const own = place(path);
    if (own) view.fitTo(own.box); else view.fit();
  }
  frameText(field);
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

function frameText(field) {
  const reading = $('reading');
  if (!reading) return;
  reading.querySelectorAll('.framed').forEach(cell => cell.classList.remove('framed'));
  for (const spot of field?.places ?? []) {
    const cell = spot.node ? reading.querySelector(`[data-node="${CSS.escape(spot.node)}"]`) : spot.line ? nearest(reading, spot.line, spot.column) : null;
    cell?.classList.add('framed');
    cell?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }
}

function nearest(reading, line, column) {
  let best = null, least = Infinity;
  for (const cell of reading.querySelectorAll('[data-line]')) {
    const [otherLine, otherColumn] = cell.dataset.line.split(':').map(Number);
    const distance = Math.abs(otherLine - line) * 10_000 + Math.abs(otherColumn - column);
    if (distance < least) [best, least] = [cell, distance];
  }
  return best;
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
      take(answer.body);
      if (decision.action === 'reverse') { done.pop(); go(subject); }
      else { done.push(subject); const next = nextOpen(subject); go(next ?? subject); if (!next) told = `${told} ${words.done}`; }
      tell(told);
    } else {
      if (answer.status === 409 && answer.body?.report) { take(answer.body.report); go(isOpen(subject) ? subject : nextOpen(subject) ?? subject); }
      if (answer.status === 422 && decision.action === 'correct' && view && !place(subject) && !drawn) view.askForBox();
      tell(answer.body?.detail ?? words.offline, true);
    }
  } catch {
    tell(words.offline, true);
  } finally {
    isBusy = false;
  }
}

const lastAbout = subject => fields.get(subject)?.last ?? report.items.find(item => item.subject === subject)?.last ?? 0;
const labelOf = subject => fields.get(subject)?.label ?? report.items.find(item => item.subject === subject)?.reason ?? subject;

const confirm = more => report.items.some(item => item.subject === current)
  ? decide({ subject: current, action: 'settle' }, say('settled', labelOf(current)))
  : decide({ subject: current, action: 'confirm', ...more }, say('confirmed', labelOf(current)));

function correct(what) {
  const field = fields.get(current);
  if (!field) return;
  if (what.state === undefined && what.printed === field.value && !field.extracted) return confirm();
  // What has no place of its own yet gets the one that was drawn, or in a text the place of its row.
  const own = field.places[0] ?? null;
  return decide({ subject: current, action: 'correct', place: drawn ?? (own ? undefined : textPlaceNear()), ...what }, say('corrected', labelOf(current)));
}

function textPlaceNear() {
  if (report.pages.length) return undefined;
  const [table, row] = current.split('.');
  const near = report.fields.find(field => field.path.startsWith(`${table}.${row}.`) && field.places.length) ?? report.fields.find(field => field.places.length);
  return near?.places[0];
}

function undo() {
  const subject = done.at(-1) ?? (fields.get(current)?.extracted !== null && fields.get(current)?.last ? current : null);
  if (!subject) return tell(words.nothing);
  return decide({ subject, action: 'reverse' }, say('reversed', labelOf(subject)));
}

function assert() {
  const known = prompt(words.known);
  if (!known) return;
  const [value, ...note] = known.split(/[;；]/);
  return confirm({ asserted: value.trim(), note: note.join(';').trim() || null });
}

async function nextReport() {
  await call('DELETE', `${api}/lease`);
  const answer = await call('GET', `/api/v1/review/next?after=${encodeURIComponent(root.dataset.id)}`);
  if (answer.status === 200) location.assign(`/review/${answer.body.id}`);
  else tell(words['no-next']);
}

// Letters are commands where numbers are typed; where text is typed they need Alt.
const commands = {
  b: () => correct({ state: 'blank' }), p: () => correct({ state: 'placeholder', printed: '—' }), x: () => correct({ state: 'unreadable' }), m: () => correct({ state: 'missing' }),
  w: () => confirm({ isSourceWrong: true }), k: assert, u: undo, n: nextReport,
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
  // Keys of an input method choose characters; they decide nothing.
  if (event.isComposing || event.keyCode === 229 || $('help').open || event.ctrlKey || event.metaKey) return;
  const entry = $('entry');
  const isTyped = entry.value.length > 0 && document.activeElement === entry && entry.value !== fields.get(current)?.value;
  const isText = document.activeElement === entry && fields.get(current)?.isNumber === false;
  const act = action => { event.preventDefault(); action(); };
  if (event.key === 'Enter' && (document.activeElement === entry || document.activeElement === document.body))
    return act(() => isTyped ? correct({ printed: entry.value.trim() }) : confirm());
  if (event.key === 'Tab' && (document.activeElement === entry || document.activeElement === document.body))
    return act(() => go(nextOpen(current, event.shiftKey ? -1 : 1) ?? current));
  if (event.altKey && /^Digit[1-9]$/.test(event.code)) return act(() => $('candidates').children[Number(event.code.at(-1)) - 1]?.querySelector('button').click());
  if (event.altKey && event.code === 'Digit0') return act(() => view?.fit());
  if (event.altKey && event.code === 'KeyF') return act(() => view?.fitTo(place(current)?.box));
  if (event.altKey && event.code === 'KeyR') return act(() => view?.turn());
  if (event.key === 'PageDown') return act(() => view?.step(1));
  if (event.key === 'PageUp') return act(() => view?.step(-1));
  if (event.key === 'Escape') return act(() => go(current));
  const letter = event.altKey && event.code.startsWith('Key') ? event.code.at(-1).toLowerCase() : event.key;
  if (commands[letter] && (event.altKey || (!isTyped && !isText))) return act(commands[letter]);
  if (isTyped || isText) return;
  if (event.key === '?') return act(() => $('help').showModal());
  if (event.key.startsWith('Arrow')) return act(() => move(event.key));
  // Digits always type, wherever the focus is.
  if (/^[0-9.\-]$/.test(event.key) && document.activeElement !== entry) entry.focus();
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
    view = new PageView($('pane'), $('stage'), report.pages, number => `/api/v1/documents/${root.dataset.id}/pages/${number}.png`, {
      onPage: (index, count) => { $('page-number').textContent = say('page', index, count); },
      onBox: place => { drawn = place; tell(''); const entry = $('entry'); entry.focus(); if (entry.value.trim()) correct({ printed: entry.value.trim() }); },
    });
  else $('pane').hidden = true;
  document.addEventListener('keydown', onKey);
  $('entry').addEventListener('input', event => { if (!event.isComposing) tryTyped(); });
  $('entry').addEventListener('compositionend', tryTyped);
  $('confirm').addEventListener('click', () => { const typed = $('entry').value.trim(); if (typed) correct({ printed: typed }); else confirm(); });
  $('help-button').addEventListener('click', () => $('help').showModal());
  $('help').addEventListener('close', () => $('entry').focus());
  $('sheets').addEventListener('click', event => { const cell = event.target.closest('[data-path]'); if (cell) go(cell.dataset.path, { scroll: false }); });
  document.querySelector('.toolbar').addEventListener('click', event => ({
    previous: () => view?.step(-1), next: () => view?.step(1), in: () => view?.zoom(1.25), out: () => view?.zoom(0.8), fit: () => view?.fit(), field: () => view?.fitTo(place(current)?.box), turn: () => view?.turn(),
  })[event.target.closest('button')?.dataset.view]?.());
  addEventListener('pagehide', () => fetch(`${api}/lease`, { method: 'DELETE', keepalive: true, headers: { 'X-CSRF-TOKEN': document.querySelector('meta[name=csrf]').content } }));
  await lease();
  setInterval(lease, renewEvery);
  const first = subjects.find(isOpen) ?? subjects[0];
  go(first);
  if (!report.open) tell(words.done);
  document.body.dataset.ready = 'true';
}

begin();
