// Frames where something stands in a text, a web page or a Word file: its characters in their cell, or the paragraph that says it.
const reading = document.getElementById('reading');

// near are other fields beside the question: { places, kind }.
export function frameText(places, printed, near = []) {
  if (!reading) return;
  clear();
  for (const { places: spots, kind } of near)
    for (const spot of spots) partAt(spot)?.classList.add(`beside-${kind}`);
  for (const spot of places) {
    const part = partAt(spot) ?? paragraphWith(printed);
    const framed = part && (charactersOf(part, spot, printed) ?? part);
    framed?.classList.add('framed');
    framed?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }
}

function clear() {
  for (const mark of reading.querySelectorAll('mark.framed')) {
    const part = mark.parentNode;
    mark.replaceWith(mark.textContent);
    part.normalize();
  }
  for (const part of reading.querySelectorAll('.framed, .beside-near, .beside-open')) part.classList.remove('framed', 'beside-near', 'beside-open');
}

const partAt = spot => spot.node ? reading.querySelector(`[data-node="${CSS.escape(spot.node)}"]`) : onLine(spot.line, spot.column);

// What begins on that line nearest to the column; what stands on another line is another figure.
function onLine(line, column) {
  let best = null, least = Infinity;
  for (const part of reading.querySelectorAll(`[data-line^="${line}:"]`)) {
    const distance = Math.abs(columnOf(part) - column);
    if (distance < least) [best, least] = [part, distance];
  }
  return best;
}

const columnOf = part => Number(part.dataset.line.split(':')[1]);

// Paragraphs have no places of their own. One that says it alone is the one.
function paragraphWith(printed) {
  const saying = printed ? [...reading.querySelectorAll('p')].filter(part => part.textContent.includes(printed)) : [];
  return saying.length === 1 ? saying[0] : null;
}

// The characters themselves, where they are less than the part and it says them at their place or only once; columns count code points.
function charactersOf(part, spot, printed) {
  const text = part.textContent;
  if (!printed || text === printed) return null;
  const placed = spot.line && part.dataset.line?.startsWith(`${spot.line}:`) ? [...text].slice(0, Math.max(0, spot.column - columnOf(part))).join('').length : -1;
  const at = placed >= 0 && text.startsWith(printed, placed) ? placed : text.indexOf(printed) === text.lastIndexOf(printed) ? text.indexOf(printed) : -1;
  if (at < 0 || part.childNodes.length !== 1) return null;
  const mark = document.createElement('mark');
  mark.textContent = printed;
  part.replaceChildren(text.slice(0, at), mark, text.slice(at + printed.length));
  return mark;
}
