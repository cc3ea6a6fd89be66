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

// Some pages at a time: the server draws several at once, but pictures of all of them take more memory than a browser has.
const lanes = 4;

async function drawAll() {
  const pages = [...Map.groupBy(cells, addressOf)];
  const drawNext = async () => { for (let next; (next = pages.shift());) await drawPage(...next).catch(() => {}); };
  await Promise.all(Array.from({ length: lanes }, drawNext));
  document.body.dataset.ready = 'true';
}

async function drawPage(address, own) {
  const image = new Image(), { report, page: number } = own[0].dataset;
  image.src = address;
  const [{ body }] = await Promise.all([call('GET', `/api/v1/review/reports/${report}`), image.decode()]);
  const page = body.pages.find(other => `${other.number}` === number);
  for (const cell of own) draw(cell, image, page.width);
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
