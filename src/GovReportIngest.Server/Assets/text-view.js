// Frames the cells of a text, a web page or a Word file where something stands.
export function frameText(places) {
  const reading = document.getElementById('reading');
  if (!reading) return;
  reading.querySelectorAll('.framed').forEach(cell => cell.classList.remove('framed'));
  for (const spot of places) {
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
