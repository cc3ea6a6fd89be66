// What was read beside its page: whatever is clicked is shown where it stands.
import { PageView } from './page-view.js';

const $ = id => document.getElementById(id);
const { report, version, pages } = JSON.parse($('data').textContent);
let box = null;

const view = new PageView($('pane'), $('stage'), pages, number => `/api/v1/documents/${report}/pages/${number}.png?v=${version}`, {
  onPage: (index, count) => { $('page-number').textContent = `${index} / ${count}`; }, onBox: () => {},
});

function show(part) {
  document.querySelector('.framed')?.classList.remove('framed');
  part.classList.add('framed');
  const [page, ...place] = part.dataset.place.split(' ').map(Number);
  box = place;
  view.show(page, [{ page, box, kind: 'current' }]);
  view.fitTo(box);
}

view.obey(document.querySelector('.toolbar'), () => box);
$('read').addEventListener('click', event => { const part = event.target.closest('[data-place]'); if (part) show(part); });
document.addEventListener('keydown', event => {
  if (!['PageUp', 'PageDown'].includes(event.key) || document.activeElement?.closest('input')) return;
  event.preventDefault();
  view.step(event.key === 'PageUp' ? -1 : 1);
});
view.show(pages[0].number, []);
view.fit();
document.body.dataset.ready = 'true';
