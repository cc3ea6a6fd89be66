// Where a table of the form stands in a source without pages: its first and its last piece, by the pointer or by the keyboard.
import { call } from './api.js';

const beside = document.getElementById('reading');
const page = 10;

export class TextMarking {
  #address; #say; #tell; #decide; #asked = null; #list = null; #pieces = []; #from = -1; #to = -1;

  // decide gets the hint; leave is called when nothing is to be marked any more.
  constructor(address, say, tell, decide) { this.#address = address; this.#say = say; this.#tell = tell; this.#decide = decide; }

  get isOn() { return this.#asked !== null; }

  // What was marked before is shown.
  async beginTable(subject, title, before) {
    this.#asked = subject;
    const { ok, body } = await call('GET', this.#address);
    if (!this.isOn) return;
    if (!ok) { this.#end(); return this.#tell(body?.detail ?? '', true); }
    this.#pieces = body.pieces;
    this.#list = document.createElement('ol');
    this.#list.className = 'reading pieces';
    this.#list.replaceChildren(...body.pieces.map(pieceOf));
    this.#list.addEventListener('pointerdown', event => this.#take(event, event.shiftKey));
    this.#list.addEventListener('pointermove', event => { if (event.buttons === 1) this.#take(event, true); });
    beside.after(this.#list);
    beside.hidden = true;
    const [first, last] = before?.split(' ')[2].split(/^[a-z]+:|\.\./).filter(Boolean) ?? [];
    [this.#from, this.#to] = [first, last].map(place => body.pieces.findIndex(piece => piece.place.endsWith(`:${place}`)));
    this.#show();
    this.#tell(this.#say('mark-text', title));
  }

  onKey(key, isExtended) {
    const steps = { ArrowUp: -1, ArrowDown: 1, PageUp: -page, PageDown: page };
    if (key === 'Escape') this.#end();
    else if (!this.#list) return;
    else if (steps[key]) this.#move(this.#to + steps[key], isExtended);
    else if (key === 'Enter') this.#finish();
  }

  #take(event, isExtended) {
    const piece = event.target.closest('li');
    if (piece) this.#move([...this.#list.children].indexOf(piece), isExtended);
  }

  #move(to, isExtended) {
    this.#to = Math.min(Math.max(to, 0), this.#pieces.length - 1);
    if (!isExtended || this.#from < 0) this.#from = this.#to;
    this.#show();
    this.#list.children[this.#to].scrollIntoView({ block: 'nearest' });
  }

  #show() {
    const [first, last] = this.#ends();
    [...this.#list.children].forEach((piece, index) => piece.classList.toggle('marked', index >= first && index <= last));
  }

  #ends() { return [Math.min(this.#from, this.#to), Math.max(this.#from, this.#to)]; }

  #finish() {
    if (this.#from < 0) return;
    const subject = this.#asked, [first, last] = this.#ends().map(index => this.#pieces[index].place), until = last.slice(last.indexOf(':') + 1);
    this.#end();
    this.#decide(`${subject} ${first}..${until}`);
  }

  #end() {
    this.#asked = null;
    this.#list?.remove();
    this.#list = null;
    [this.#from, this.#to] = [-1, -1];
    beside.hidden = false;
    this.#tell('');
  }
}

function pieceOf({ text, rows }) {
  const piece = document.createElement('li');
  if (!rows) piece.textContent = text;
  else {
    const table = document.createElement('table');
    table.className = 'source-table';
    for (const row of rows) {
      const line = table.insertRow();
      for (const cell of row) line.insertCell().textContent = cell;
    }
    piece.append(table);
  }
  return piece;
}
