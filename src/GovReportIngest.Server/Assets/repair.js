// What people say about how a document is read: which way up a page stands, what it shows, where it belongs, of which form the report is.
const $ = id => document.getElementById(id);

export class Repair {
  #dialog; #say; #decide;

  // decide gets one decision; the page that asks knows its version.
  constructor(dialog, say, decide) {
    this.#dialog = dialog; this.#say = say; this.#decide = decide;
    dialog.addEventListener('keydown', event => {
      if (!/^[1-9]$/.test(event.key)) return;
      // The dialog closes at once: the page behind it is not to take the key for a value.
      event.preventDefault();
      event.stopPropagation();
      $('repair-acts').children[event.key - 1]?.querySelector('button').click();
    });
    $('repair-as').addEventListener('click', () => this.#read(`form ${$('repair-form').value}`));
  }

  // The page that is looked at, and the table of the question.
  open(report, number, table) {
    $('repair-acts').replaceChildren(...this.#acts(report, number, table).map(([word, act], index) => this.#line(`${index + 1}`, this.#say(word, number), act)));
    $('repair-hints').replaceChildren(...report.hints.map(hint => this.#line('', this.#say('repair-back', hint.words), () => this.#close({ subject: hint.subject, action: 'reverse' }))));
    $('repair-form').value = $('repair-form').dataset.form || 'none';
    this.#dialog.showModal();
  }

  #acts(report, number, table) {
    const acts = [], pages = report.pages.map(page => page.number), at = pages.indexOf(number), page = report.pages[at];
    if (page?.isScanned) {
      const turn = degrees => () => this.#read(`turn ${number} ${(page.rotation + degrees) % 360}`);
      acts.push(['repair-right', turn(90)], ['repair-over', turn(180)], ['repair-left', turn(270)]);
      acts.push(page.isSpread ? ['repair-one', () => this.#read(`spread ${number} 1`)] : ['repair-two', () => this.#read(`spread ${number} 2`)]);
    }
    const move = to => () => this.#read(`order ${pages.toSpliced(at, 1).toSpliced(to, 0, number).join(',')}`);
    if (at > 0) acts.push(['repair-earlier', move(at - 1)]);
    if (at >= 0 && at < pages.length - 1) acts.push(['repair-later', move(at + 1)]);
    if (report.absent[table] !== undefined) acts.push(['repair-absent', () => this.#close({ subject: `absent:${table}`, action: 'absent' })]);
    return acts;
  }

  #read(hint) { this.#close({ subject: `reading:${hint.slice(0, hint.lastIndexOf(' '))}`, action: 'reread', hint }); }

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
