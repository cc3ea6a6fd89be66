// What a person marks on pages before they are read again: where a table of the form stands, rules that were not seen or are none.
export class Marking {
  #view; #say; #tell; #decide; #asked = null; #marks = [];

  // decide gets the hint; leave is called when nothing is to be marked any more.
  constructor(view, say, tell, decide) { this.#view = view; this.#say = say; this.#tell = tell; this.#decide = decide; }

  get isOn() { return this.#asked !== null; }

  // One box a page; what was marked before is shown.
  beginTable(subject, title, before) {
    this.#marks = (before?.split(' ')[2].split(';') ?? []).map(text => text.split(':')).map(([page, box]) => ({ page: +page, box: box.split(',').map(Number), kind: 'marked' }));
    this.#begin({ subject, words: this.#say('mark-table', title), isLine: false });
  }

  beginRules(subject, page, before) {
    this.#marks = (before?.split(' ')[2].split(';') ?? []).map(text => ({ page, line: text.slice(1).split(',').map(Number), kind: text[0] === '-' ? 'struck' : 'marked' }));
    this.#begin({ subject, words: this.#say('mark-rules'), isLine: true, page });
  }

  onKey(key) {
    if (key === 'Escape') this.#end();
    else if (key === 'Backspace') { this.#marks.pop(); this.#show(); }
    else if (['PageUp', 'PageDown'].includes(key) && !this.#asked.isLine) this.#view.step(key === 'PageUp' ? -1 : 1);
    else if (key === 'Enter') this.#finish();
  }

  #begin(asked) {
    this.#asked = asked;
    this.#view.fit();
    this.#show();
  }

  #show() {
    this.#view.show(this.#asked.page ?? this.#view.number, this.#marks);
    this.#tell(this.#asked.words);
    if (this.#asked.isLine) this.#view.askForLine(mark => this.#add({ page: mark.page, line: mark.line, kind: mark.isStruck ? 'struck' : 'marked' }));
    else this.#view.askForBox(mark => this.#add({ ...mark, kind: 'marked' }));
  }

  #add(mark) {
    this.#marks = [...this.#marks.filter(other => mark.line || other.page !== mark.page), mark];
    this.#show();
  }

  #finish() {
    const { subject, isLine } = this.#asked;
    // A table for which nothing is marked has the page to itself.
    if (!isLine && !this.#marks.length) {
      const { number, width, height } = this.#view.page;
      this.#marks = [{ page: number, box: [0, 0, width, height] }];
    }
    const marks = this.#marks.toSorted((one, other) => isLine ? 0 : one.page - other.page).map(mark => isLine ? `${mark.kind === 'struck' ? '-' : '+'}${mark.line.join(',')}` : `${mark.page}:${mark.box.join(',')}`);
    this.#end();
    if (marks.length) this.#decide(`${subject} ${marks.join(';')}`);
  }

  #end() {
    this.#asked = null;
    this.#marks = [];
    this.#view.leaveDrawing();
    this.#view.show(this.#view.number, []);
    this.#tell('');
  }
}
