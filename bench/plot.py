"""Charts as plain SVG that follow the reader's light or dark mode."""
import math
from html import escape

STYLE = """<style>
text { font: 13px system-ui, sans-serif; fill: #24292f } .small { font-size: 11px } .title { font-weight: 600 }
.axis { stroke: #8c959f; fill: none } .grid { stroke: #d0d7de }
.s0 { fill: #0969da; stroke: #0969da } .s1 { fill: #bc4c00; stroke: #bc4c00 } .s2 { fill: #8250df; stroke: #8250df }
.line { fill: none; stroke-width: 2 }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 } .axis { stroke: #7d8590 } .grid { stroke: #30363d }
  .s0 { fill: #58a6ff; stroke: #58a6ff } .s1 { fill: #f0883e; stroke: #f0883e } .s2 { fill: #bc8cff; stroke: #bc8cff }
}
</style>"""
WIDTH, LEFT, PANEL, GAP = 760, 56, 150, 64


def document(height, parts):
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img">\n'
            + STYLE + "\n" + "\n".join(parts) + "\n</svg>\n")


def text(x, y, words, kind="", anchor="start"):
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{kind}" text-anchor="{anchor}">{escape(str(words))}</text>'


def round_up(value):
    """The next 1, 2 or 5 times a power of ten: the top of an axis."""
    power = 10 ** math.floor(math.log10(value)) if value > 0 else 1
    return next(step * power for step in (1, 2, 5, 10) if step * power >= value * 0.999)


def frame(top, title, most, parts):
    """Title and axis of a panel with grid lines at quarters."""
    parts.append(text(LEFT, top - 22, title, "title"))
    for quarter in range(5):
        y = top + PANEL * (1 - quarter / 4)
        parts.append(f'<path d="M{LEFT} {y:.1f}H{WIDTH - 12}" class="{"grid" if quarter else "axis"}"/>')
        parts.append(text(LEFT - 6, y + 4, f"{most * quarter / 4:g}", "small", "end"))


def bars(groups, panels):
    """Groups of bars, a panel for every (title, {series: value of every group})."""
    parts = []
    for at, name in enumerate(panels[0][1]):
        parts.append(f'<rect x="{LEFT + at * 130}" y="10" width="12" height="12" class="s{at}"/>' + text(LEFT + 18 + at * 130, 21, name))
    for number, (title, series) in enumerate(panels):
        top = 72 + number * (PANEL + GAP)
        most = round_up(max(max(values) for values in series.values()))
        frame(top, title, most, parts)
        room = (WIDTH - 12 - LEFT) / len(groups)
        for group, label in enumerate(groups):
            parts.append(text(LEFT + room * (group + 0.5), top + PANEL + 16, label, "small", "middle"))
            for at, values in enumerate(series.values()):
                width, height = room * 0.8 / len(series), PANEL * values[group] / most
                x = LEFT + room * (group + 0.1) + at * width
                parts.append(f'<rect x="{x:.1f}" y="{top + PANEL - height:.1f}" width="{width * 0.86:.1f}" height="{max(height, 0.5):.1f}" class="s{at}"/>')
                parts.append(text(x + width * 0.43, top + PANEL - height - 3, f"{values[group]:.3g}", "small", "middle"))
    return document(60 + len(panels) * (PANEL + GAP), parts)


def lines(places, caption, panels):
    """A line over places on a logarithmic axis, a panel for every (title, values)."""
    parts, spread = [], math.log(max(places[-1] / places[0], 2))
    for number, (title, values) in enumerate(panels):
        top = 40 + number * (PANEL + GAP)
        most = round_up(max(values))
        frame(top, title, most, parts)
        points = [(LEFT + 20 + (WIDTH - 70 - LEFT) * math.log(place / places[0]) / spread, top + PANEL * (1 - value / most))
                  for place, value in zip(places, values)]
        parts.append('<path d="M' + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + f'" class="line s{number}" style="fill:none"/>')
        for (x, y), place, value in zip(points, places, values):
            parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" class="s{number}"/>' + text(x, y - 8, f"{value:.4g}", "small", "middle"))
            parts.append(text(x, top + PANEL + 16, place, "small", "middle"))
        parts.append(text(WIDTH - 12, top + PANEL + 32, caption, "small", "end"))
    return document(44 + len(panels) * (PANEL + GAP), parts)
