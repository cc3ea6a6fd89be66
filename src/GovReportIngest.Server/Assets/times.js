// Moments in the clock of who reads them; without scripts they stay in UTC.
const two = number => String(number).padStart(2, '0');

for (const moment of document.querySelectorAll('time[datetime]')) {
  const at = new Date(moment.dateTime);
  moment.title = moment.textContent;
  moment.textContent = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
