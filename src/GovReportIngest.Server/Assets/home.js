// Files that are dropped or chosen are sent one after the other, and watched until they are read.
import { call } from './api.js';

const upload = document.getElementById('upload');
if (upload) {
  const words = JSON.parse(upload.dataset.words);
  const most = Number(upload.dataset.most);
  const list = document.getElementById('uploads');
  const drop = document.getElementById('drop');
  const token = document.querySelector('meta[name=csrf]').content;
  const waiting = [];
  let isSending = false;

  const add = files => {
    for (const file of files) {
      const line = document.createElement('li');
      const name = document.createElement('span');
      const state = document.createElement('span');
      name.textContent = file.name;
      line.append(name, state);
      list.append(line);
      const refused = file.size === 0 ? words.empty : file.size > most ? words['too-large'] : null;
      if (refused) state.textContent = `${words.failed}: ${refused}`;
      else waiting.push({ file, state });
    }
    next();
  };

  async function next() {
    if (isSending || !waiting.length) return;
    isSending = true;
    const { file, state } = waiting.shift();
    try {
      const sent = await send(file, share => { state.textContent = words.sending.replace('{0}', Math.round(share * 100)); });
      if (sent.id) watch(sent.id, state);
      else state.textContent = `${words.failed}: ${sent.detail ?? ''}`;
    } catch {
      state.textContent = words.failed;
    }
    isSending = false;
    next();
  }

  const send = (file, onProgress) => new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/documents?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('X-CSRF-TOKEN', token);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.addEventListener('progress', event => onProgress(event.loaded / Math.max(1, event.total)));
    request.addEventListener('load', () => { try { resolve(JSON.parse(request.responseText)); } catch { reject(); } });
    request.addEventListener('error', reject);
    request.send(file);
  });

  // The longer it takes, the more rarely it is asked.
  async function watch(id, state, wait = 500) {
    const later = () => setTimeout(() => watch(id, state, Math.min(wait * 1.5, 15_000)), wait);
    const answer = await call('GET', `/api/v1/documents/${id}`).catch(() => null);
    if (!answer?.ok) return later();
    const { state: code, open } = answer.body;
    state.textContent = words[code] + (open ? ` · ${words.open.replace('{0}', open)}` : '');
    if (code === 'collected' || code === 'processing') return later();
    const link = document.createElement('a');
    link.href = code === 'needs-review' ? `/review/${id}` : `/documents/${id}`;
    link.textContent = words.look;
    state.append(' ', link);
  }

  document.getElementById('files').addEventListener('change', event => { add(event.target.files); event.target.value = ''; });
  for (const kind of ['dragenter', 'dragover']) drop.addEventListener(kind, event => { event.preventDefault(); drop.classList.add('over'); });
  for (const kind of ['dragleave', 'drop']) drop.addEventListener(kind, () => drop.classList.remove('over'));
  drop.addEventListener('drop', event => { event.preventDefault(); add(event.dataTransfer.files); });
}
