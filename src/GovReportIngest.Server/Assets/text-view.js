// Frames where something stands in a text, a web page or a Word file: its cell, or the paragraph that says it.
export function frameText(places, printed) {
  const reading = document.getElementById('reading');
  if (!reading) return;
  reading.querySelectorAll('.framed').forEach(part => part.classList.remove('framed'));
  for (const spot of places) {
    const part = (spot.node ? reading.querySelector(`[data-node="${CSS.escape(spot.node)}"]`) : onLine(reading, spot.line, spot.column)) ?? paragraphWith(reading, printed);
    part?.classList.add('framed');
    part?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }
}

// What begins on that line nearest to the column; what stands on another line is another figure.
function onLine(reading, line, column) {
  let best = null, least = Infinity;
  for (const part of reading.querySelectorAll(`[data-line^="${line}:"]`)) {
    const distance = Math.abs(Number(part.dataset.line.split(':')[1]) - column);
    if (distance < least) [best, least] = [part, distance];
  }
  return best;
}

// Paragraphs have no places of their own. One that says it alone is the one.
function paragraphWith(reading, printed) {
  const saying = printed ? [...reading.querySelectorAll('p')].filter(part => part.textContent.includes(printed)) : [];
  return saying.length === 1 ? saying[0] : null;
}
