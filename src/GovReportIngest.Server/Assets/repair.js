// What people say about how a document is read: which way up a page stands, what it shows, whether and where it belongs, where tables stand, of which form the report is.
const $ = id => document.getElementById(id);

const digits = '1234567890';
const placeOf = ({ line, node }) => node ? `node:${node}` : `line:${line}`;

export class Repair {
  #dialog; #say; #decide; #marking; #report;

  // decide gets one decision; the page that asks knows its version.
  constructor(dialog, say, decide, marking) {
    this.#dialog = dialog; this.#say = say; this.#decide = decide; this.#marking = marking;
    dialog.addEventListener('keydown', event => {
      if (event.key !== 't' && !/^[0-9]$/.test(event.key)) return;
      // The dialog closes at once: the page behind it is not to take the key for a value.
      event.preventDefault();
      event.stopPropagation();
      (event.key === 't' ? $('repair-at') : $('repair-acts').children[digits.indexOf(event.key)]?.querySelector('button'))?.click();
    });
    $('repair-at')?.addEventListener('click', () => this.#markTable());
    $('repair-part')?.addEventListener('click', () => this.#part($('repair-start').value));
    $('repair-as').addEventListener('click', () => this.#read(`form ${$('repair-form').value}`));
  }

  // The page that is looked at, and the table of the question.
  open(report, number, table) {
    this.#report = report;
    $('repair-acts').replaceChildren(...this.#acts(report, number, table).map(([word, act], index) => this.#line(digits[index], this.#say(word, number), act)));
    $('repair-hints').replaceChildren(...report.hints.map(hint => this.#line('', this.#say('repair-back', hint.words), () => this.#close({ subject: hint.subject, action: 'reverse' }))));
    if ($('repair-table')) {
      $('repair-table').value = table;
      if (!$('repair-table').value) $('repair-table').selectedIndex = 0;
    }
    $('repair-form').value = $('repair-form').dataset.form || 'none';
    $('repair-start')?.replaceChildren(...[...document.querySelectorAll('#reading h3[data-node], #reading h3[data-line]')].slice(1).map(heading =>
      new Option(heading.textContent, placeOf({ node: heading.dataset.node, line: heading.dataset.line?.split(':')[0] }))));
    this.#dialog.showModal();
  }

  #acts(report, number, table) {
    const acts = [], pages = report.pages.map(page => page.number), at = pages.indexOf(number), page = report.pages[at];
    if (page?.isScanned && !page.isLeftOut) {
      const turn = degrees => () => this.#read(`turn ${number} ${(page.rotation + degrees) % 360}`);
      acts.push(['repair-right', turn(90)], ['repair-over', turn(180)], ['repair-left', turn(270)]);
      acts.push(page.isSpread ? ['repair-one', () => this.#read(`spread ${number} 1`)] : ['repair-two', () => this.#read(`spread ${number} 2`)]);
    }
    const move = to => () => this.#read(`order ${pages.toSpliced(at, 1).toSpliced(to, 0, number).join(',')}`);
    if (at > 0) acts.push(['repair-earlier', move(at - 1)]);
    if (at >= 0 && at < pages.length - 1) acts.push(['repair-later', move(at + 1)]);
    if (page && !page.isLeftOut) acts.push(['repair-rules', () => this.#markRules(number)]);
    if (page && !page.isLeftOut && report.pages.some(other => other !== page && !other.isLeftOut)) acts.push(['repair-leave', () => this.#read(`page ${number} left-out`)]);
    if (at > 0 && !page.isLeftOut) acts.push(['repair-begins', () => this.#part(`page:${number}`)]);
    if (report.parts > 1) acts.push(['repair-merge', () => this.#read('parts one')]);
    if (report.absent[table] !== undefined) acts.push(['repair-absent', () => this.#close({ subject: `absent:${table}`, action: 'absent' })]);
    return acts;
  }

  #read(hint) { this.#close({ subject: `reading:${hint.slice(0, hint.lastIndexOf(' '))}`, action: 'reread', hint }); }

  // What was said before about where reports begin stays; where nothing was, this report begins where it does.
  #part(place) {
    const before = this.#before('parts')?.split(' ')[1].split(';').filter(known => known !== 'one') ?? this.#own();
    this.#read(`parts ${[...before.filter(known => known !== place), place].join(';')}`);
  }

  #own() {
    if (this.#report.part === 1) return [];
    if (this.#report.pages.length) return [`page:${this.#report.pages[0].number}`];
    const [title] = this.#report.fields.find(field => field.path === 'report.title')?.places ?? [];
    return title ? [placeOf(title)] : [];
  }

  // About the same as what is in force: it is shown, and more is added.
  #before(subject) { return this.#report.hints.find(hint => hint.subject === `reading:${subject}`)?.text; }

  #markTable() {
    const chosen = $('repair-table').selectedOptions[0], subject = `table ${chosen.value}`;
    this.#dialog.close();
    this.#marking.beginTable(subject, chosen.textContent, this.#before(subject));
  }

  #markRules(number) {
    this.#dialog.close();
    this.#marking.beginRules(`rules ${number}`, number, this.#before(`rules ${number}`));
  }

  // What was marked.
  say(hint) { this.#read(hint); }

  #close(decision) {
    this.#dialog.close();
    this.#decide(decision);
  }

  #line(key, words, act) {
    const line = document.createElement('li'), button = document.createElement('button');
    button.type = 'button';
    button.textContent = words;
    button.addEventListener('click', act);
    if (key) {
      const hint = document.createElement('kbd');
      hint.textContent = key;
      line.append(hint, ' ');
    }
    line.append(button);
    return line;
  }
}
