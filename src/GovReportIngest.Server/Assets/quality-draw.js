// Draws a sample.
import { call } from './api.js';

document.getElementById('draw')?.addEventListener('submit', async event => {
  event.preventDefault();
  const given = new FormData(event.target);
  const answer = await call('POST', '/api/v1/quality/samples', { share: Number(given.get('share')) / 100, most: Number(given.get('most')), bar: Number(given.get('bar')) / 100 });
  if (answer.ok) location.reload();
  else document.getElementById('drawn').textContent = answer.body?.detail ?? answer.status;
});
