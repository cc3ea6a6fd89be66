// One field of a sample: what the page prints there is typed without seeing what the machine read, or checked where something is filled in.
import { call } from './api.js';
import { PageView } from './page-view.js';
import { frameText } from './text-view.js';

const $ = id => document.getElementById(id);
const task = JSON.parse($('data').textContent), words = JSON.parse($('words').textContent);
const entry = $('entry');
let isBusy = false;

const tell = text => { $('status').textContent = text; $('status').classList.toggle('bad', text !== ''); };

async function answer(said) {
  if (isBusy) return;
  isBusy = true;
  try {
    const taken = await call('POST', `/api/v1/quality/items/${task.item}`, said);
    // Somebody else was faster: the next one then.
    if (taken.ok || [404, 409].includes(taken.status)) return location.reload();
    tell(taken.body?.detail ?? words.offline);
  } catch {
    tell(words.offline);
  }
  isBusy = false;
}

function submit() {
  const printed = entry.value.trim();
  if (printed) return answer({ printed });
  return task.shown === null ? tell(words.empty) : answer({});
}

if (task.pages.length) {
  const view = new PageView($('pane'), $('stage'), task.pages, number => `/api/v1/documents/${task.report}/pages/${number}.png?v=${task.version}`, {
    onPage: (index, count) => { $('page-number').textContent = `${index} / ${count}`; }, onBox: () => {},
  });
  view.show(task.page ?? task.pages[0].number, task.place?.page ? [{ page: task.place.page, box: task.place.box, kind: 'current' }] : []);
  if (task.place?.page) view.fitTo(task.place.box); else view.fit();
  view.obey(document.querySelector('.toolbar'), () => task.place?.box);
} else {
  $('pane').hidden = true;
  frameText(task.place ? [task.place] : []);
}

entry.inputMode = task.isNumber ? 'decimal' : 'text';
const states = [...document.querySelectorAll('[data-state]')];
for (const button of states) button.addEventListener('click', () => answer({ state: button.dataset.state }));
$('confirm').addEventListener('click', submit);
document.addEventListener('keydown', event => {
  if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.repeat || document.activeElement?.closest('.top input')) return;
  const state = event.altKey && states.find(button => event.code === `Key${button.dataset.key.toUpperCase()}`);
  if (state) { event.preventDefault(); state.click(); }
  else if (event.key === 'Enter' && !document.activeElement?.closest('button, a')) { event.preventDefault(); submit(); }
  else if (/^[0-9.\-]$/.test(event.key) && document.activeElement !== entry) entry.focus();
});
entry.focus();
document.body.dataset.ready = 'true';
