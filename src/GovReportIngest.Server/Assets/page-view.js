// The source page: zoom, pan, turn, boxes of fields. Coordinates of boxes are points of the upright page.
const svg = 'http://www.w3.org/2000/svg';

export class PageView {
  #pane; #stage; #pages; #address; #number = 0; #scale = 1; #turn = 0; #marks = []; #isFitted = true; #onPage; #onBox; #drawing = null;

  constructor(pane, stage, pages, address, { onPage, onBox }) {
    this.#pane = pane; this.#stage = stage; this.#pages = pages; this.#address = address; this.#onPage = onPage; this.#onBox = onBox;
    pane.addEventListener('wheel', event => { if (event.ctrlKey) { event.preventDefault(); this.zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, event); } }, { passive: false });
    this.#listen();
    new ResizeObserver(() => { if (this.#isFitted) this.fit(); }).observe(pane);
  }

  get page() { return this.#pages.find(page => page.number === this.#number); }
  get number() { return this.#number; }

  // Marks: { box, kind } of fields on one page; those of other pages are not drawn.
  show(number, marks) {
    const page = this.#pages.find(other => other.number === number);
    if (!page) return;
    this.#marks = marks ?? [];
    if (number !== this.#number) {
      this.#number = number;
      const image = document.createElement('img');
      image.alt = '';
      image.draggable = false;
      image.src = this.#address(number);
      this.#stage.classList.add('loading');
      image.addEventListener('load', () => { if (image.isConnected) this.#stage.classList.remove('loading'); });
      const over = document.createElementNS(svg, 'svg');
      over.setAttribute('viewBox', `0 0 ${page.width} ${page.height}`);
      this.#stage.replaceChildren(image, over);
      this.fit();
      this.#onPage(this.#pages.indexOf(page) + 1, this.#pages.length);
      this.#fetchAhead(page);
    }
    this.#drawMarks();
  }

  step(by) {
    const index = this.#pages.findIndex(page => page.number === this.#number) + by;
    if (index >= 0 && index < this.#pages.length) this.show(this.#pages[index].number, this.#marks);
  }

  fit() {
    if (!this.page) return;
    const { width, height } = this.#turned();
    this.#scale = Math.min((this.#pane.clientWidth - 16) / width, (this.#pane.clientHeight - 16) / height);
    this.#isFitted = true;
    this.#place();
    this.#pane.scrollTo(0, 0);
  }

  // The box large enough to be read, with its surroundings: more of those before it, where the label of its row stands.
  fitTo(box) {
    if (!this.page || !box) return;
    const [x, y, width, height] = box;
    const wanted = Math.min(this.#pane.clientWidth / Math.max(width * 3, 230), this.#pane.clientHeight / Math.max(height * 6, 120));
    this.#scale = Math.max(Math.min(wanted, 4), (this.#pane.clientWidth - 16) / this.#turned().width);
    this.#isFitted = false;
    this.#place();
    const [centreX, centreY] = this.#onStage(x + width / 2, y + height / 2);
    this.#pane.scrollTo(centreX - this.#pane.clientWidth * 0.64, centreY - this.#pane.clientHeight / 2);
  }

  zoom(factor, at) {
    const bounds = this.#pane.getBoundingClientRect();
    const [x, y] = at ? [at.clientX - bounds.left, at.clientY - bounds.top] : [this.#pane.clientWidth / 2, this.#pane.clientHeight / 2];
    const before = this.#scale;
    this.#scale = Math.min(Math.max(before * factor, 0.1), 8);
    this.#isFitted = false;
    const [left, top] = [(this.#pane.scrollLeft + x) * this.#scale / before - x, (this.#pane.scrollTop + y) * this.#scale / before - y];
    this.#place();
    this.#pane.scrollTo(left, top);
  }

  // The buttons above the page; boxOf gives what "field" shows.
  obey(toolbar, boxOf) {
    const acts = { previous: () => this.step(-1), next: () => this.step(1), in: () => this.zoom(1.25), out: () => this.zoom(0.8), fit: () => this.fit(), field: () => this.fitTo(boxOf()), turn: () => this.turn() };
    toolbar.addEventListener('click', event => acts[event.target.closest('button')?.dataset.view]?.());
  }

  turn() { this.#turn = (this.#turn + 90) % 360; this.fit(); }

  // The next press and pull on the page marks a box; drawn gets { page, box }.
  askForBox(drawn = this.#onBox) { this.#ask({ isLine: false, drawn }); }

  // The same of a line, level or upright on the screen: { page, line, isStruck }.
  askForLine(drawn) { this.#ask({ isLine: true, drawn }); }

  #ask(drawing) { this.#drawing = drawing; this.#pane.classList.add('drawing'); }

  leaveDrawing() {
    this.#drawing = null;
    this.#pane.classList.remove('drawing');
  }

  #turned() {
    const { width, height } = this.page;
    return this.#turn % 180 ? { width: height, height: width } : { width, height };
  }

  #place() {
    const { width, height, skew } = this.page;
    const turned = this.#turned();
    this.#stage.style.width = `${turned.width * this.#scale}px`;
    this.#stage.style.height = `${turned.height * this.#scale}px`;
    for (const child of this.#stage.children) {
      child.style.width = `${width * this.#scale}px`;
      child.style.height = `${height * this.#scale}px`;
      child.style.transform = `translate(-50%, -50%) rotate(${this.#turn + skew}deg)`;
    }
  }

  #onStage(x, y) {
    const { width, height, skew } = this.page;
    const turned = this.#turned();
    const angle = (this.#turn + skew) * Math.PI / 180;
    const [fromX, fromY] = [x - width / 2, y - height / 2];
    return [(turned.width / 2 + fromX * Math.cos(angle) - fromY * Math.sin(angle)) * this.#scale,
      (turned.height / 2 + fromX * Math.sin(angle) + fromY * Math.cos(angle)) * this.#scale];
  }

  #onPaper(event) {
    const bounds = this.#stage.getBoundingClientRect();
    const { width, height, skew } = this.page;
    const turned = this.#turned();
    const angle = -(this.#turn + skew) * Math.PI / 180;
    const [fromX, fromY] = [(event.clientX - bounds.left) / this.#scale - turned.width / 2, (event.clientY - bounds.top) / this.#scale - turned.height / 2];
    const within = (value, most) => Math.min(Math.max(value, 0), most);
    return [within(width / 2 + fromX * Math.cos(angle) - fromY * Math.sin(angle), width), within(height / 2 + fromX * Math.sin(angle) + fromY * Math.cos(angle), height)];
  }

  #drawMarks() {
    const over = this.#stage.querySelector('svg');
    if (!over) return;
    over.replaceChildren(...this.#marks.filter(mark => mark.page === this.#number).map(mark => {
      if (mark.line) {
        const line = document.createElementNS(svg, 'line');
        mark.line.forEach((value, index) => line.setAttribute(['x1', 'y1', 'x2', 'y2'][index], value));
        line.setAttribute('class', mark.kind);
        return line;
      }
      const [x, y, width, height] = mark.box;
      const rect = document.createElementNS(svg, 'rect');
      const margin = mark.kind === 'current' ? 3 : 1;
      for (const [name, value] of Object.entries({ x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin, rx: 1.5, class: mark.kind }))
        rect.setAttribute(name, value);
      return rect;
    }));
  }

  #listen() {
    let from = null;
    this.#pane.addEventListener('pointerdown', event => {
      if (event.button !== 0 || !this.page || event.target === this.#pane && event.offsetX > this.#pane.clientWidth) return;
      from = { x: event.clientX, y: event.clientY, left: this.#pane.scrollLeft, top: this.#pane.scrollTop, paper: this.#onPaper(event) };
      this.#pane.setPointerCapture(event.pointerId);
    });
    this.#pane.addEventListener('pointermove', event => {
      if (!from) return;
      if (this.#drawing) this.#marks = [...this.#marks.filter(mark => mark.kind !== 'drawn'), { ...this.#drawnTo(event, from), kind: 'drawn' }];
      else this.#pane.scrollTo(from.left + from.x - event.clientX, from.top + from.y - event.clientY);
      if (this.#drawing) this.#drawMarks();
    });
    this.#pane.addEventListener('pointerup', event => {
      if (from && this.#drawing) {
        const { drawn } = this.#drawing, mark = this.#drawnTo(event, from);
        if (mark.line ? Math.hypot(mark.line[2] - mark.line[0], mark.line[3] - mark.line[1]) > 8 : mark.box[2] > 2 && mark.box[3] > 2) {
          this.leaveDrawing();
          drawn(mark);
        }
      }
      from = null;
    });
  }

  // What was drawn by a press and pull up to here.
  #drawnTo(event, from) {
    if (!this.#drawing.isLine) return { page: this.#number, box: this.#boxOf(from.paper, this.#onPaper(event)) };
    const isLevel = Math.abs(event.clientX - from.x) >= Math.abs(event.clientY - from.y);
    const end = this.#onPaper(isLevel ? { clientX: event.clientX, clientY: from.y } : { clientX: from.x, clientY: event.clientY });
    return { page: this.#number, line: [...from.paper, ...end].map(value => Math.round(value * 10) / 10), isStruck: event.shiftKey };
  }

  #boxOf([x, y], [otherX, otherY]) {
    const round = value => Math.round(value * 10) / 10;
    return [round(Math.min(x, otherX)), round(Math.min(y, otherY)), round(Math.abs(x - otherX)), round(Math.abs(y - otherY))];
  }

  #fetchAhead(page) {
    const next = this.#pages[this.#pages.indexOf(page) + 1];
    if (next) new Image().src = this.#address(next.number);
  }
}
