// Assigns the reports that were chosen.
import { call } from './api.js';

document.getElementById('assign')?.addEventListener('submit', async event => {
  event.preventDefault();
  const to = document.getElementById('assignee').value || null, told = document.getElementById('assigned');
  try {
    for (const box of document.querySelectorAll('.chosen:checked')) {
      const { ok, body } = await call('PUT', `/api/v1/review/reports/${box.value}/assignment`, { to });
      if (!ok) return void (told.textContent = body.detail);
    }
    location.reload();
  } catch {
    told.textContent = event.target.dataset.offline;
  }
});
