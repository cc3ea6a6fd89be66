// Cells that were read alike: each is cut from the picture of its page, and those that are clicked are asked about.
import { call } from './api.js';

const $ = id => document.getElementById(id);
const cells = [...document.querySelectorAll('#equals button')], margin = 4;
const chosen = () => cells.filter(cell => cell.getAttribute('aria-pressed') === 'true');
const addressOf = cell => `/api/v1/documents/${cell.dataset.report}/pages/${cell.dataset.page}.png?v=${cell.dataset.version}`;

function draw(cell, image, width) {
  const [x, y, wide, high] = cell.dataset.box.split(' ').map(Number), canvas = cell.firstElementChild, scale = image.naturalWidth / width;
  const [from, size] = [[(x - margin) * scale, (y - margin) * scale], [(wide + 2 * margin) * scale, (high + 2 * margin) * scale]];
  const fit = Math.min(canvas.width / size[0], canvas.height / size[1]);
  canvas.getContext('2d').drawImage(image, ...from, ...size, (canvas.width - size[0] * fit) / 2, (canvas.height - size[1] * fit) / 2, size[0] * fit, size[1] * fit);
  cell.dataset.drawn = 'true';
}

// One page after the other: pictures of many pages at once take more memory than a browser has.
async function drawAll() {
  for (const [address, own] of Map.groupBy(cells, addressOf)) {
    const image = new Image();
    image.src = address;
    try {
      await image.decode();
    } catch {
      continue;
    }
    const { body } = await call('GET', `/api/v1/review/reports/${own[0].dataset.report}`);
    const page = body.pages.find(other => `${other.number}` === own[0].dataset.page);
    for (const cell of own) draw(cell, image, page.width);
  }
  document.body.dataset.ready = 'true';
}

function show() {
  $('ask').textContent = $('ask').dataset.words.replace('{0}', chosen().length);
  $('ask').disabled = chosen().length === 0;
}

async function ask() {
  let asked = 0;
  $('ask').disabled = true;
  for (const cell of chosen()) {
    const { report, path, version, seen } = cell.dataset;
    const { ok } = await call('POST', `/api/v1/review/reports/${report}/decisions`, { subject: path, action: 'doubt', version: Number(version), seen: Number(seen) });
    asked += ok ? 1 : 0;
    // What somebody else decided meanwhile needs no question any more.
    cell.disabled = true;
    cell.setAttribute('aria-pressed', 'false');
  }
  show();
  $('asked').textContent = $('asked').dataset.words.replace('{0}', asked);
}

$('equals').addEventListener('click', event => {
  const cell = event.target.closest('button');
  if (!cell) return;
  cell.setAttribute('aria-pressed', String(cell.getAttribute('aria-pressed') !== 'true'));
  show();
});
$('ask').addEventListener('click', ask);
drawAll();
