/** Pages made for the bench. */

const FILLER =
  'The river was low that year, and the boats lay on their sides while people waited for rain';
const PARAGRAPHS = 100_000;
/** One paragraph in so many names somebody. */
const NAMED_EVERY = 20;

/** 10 MB of text in 200,000 nodes: as many elements as text nodes, a name in every twentieth paragraph. */
export function bigPage(): string {
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, i) =>
    i % NAMED_EVERY === 10 ? `<p>${FILLER}, Alibaba ${i}.` : `<p>${FILLER} ${`${i}`.padStart(8)}.`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Big</title><body>${paragraphs.join('\n')}`;
}

/**
 * `startChanging(seconds)`: 1,000 nodes a second: half of them text written anew, a quarter
 * put in, a quarter taken out; one in ten names somebody.
 */
export function changingPage(): string {
  const rows = Array.from({ length: 500 }, (_, i) => `<li>line ${i}</li>`).join('');
  return `<!doctype html><meta charset="utf-8"><title>Changing</title>
<body><p>Alibaba stands still.</p><ul id="list">${rows}</ul>
<script>
  let count = 0;
  const list = document.querySelector('#list');
  const words = () => (++count % 10 ? 'line ' + count : 'line ' + count + ' about Ant Group');
  const any = () => list.children[Math.floor(Math.random() * list.children.length)];
  function change() {
    const kind = count % 4;
    if (kind < 2) any().firstChild.data = words();
    else if (kind === 2) {
      const item = document.createElement('li');
      item.textContent = words();
      list.insertBefore(item, any());
    } else {
      any().remove();
      count++;
    }
  }
  globalThis.startChanging = (seconds) =>
    new Promise((done) => {
      const start = performance.now();
      let changed = 0;
      const timer = setInterval(() => {
        const due = Math.min(seconds * 1000, performance.now() - start);
        for (; changed < due; changed++) change();
        if (due < seconds * 1000) return;
        clearInterval(timer);
        done(changed);
      }, 20);
    });
</script>`;
}

/** A top page on which no name of the pack stands. */
export function namelessPage(): string {
  return `<!doctype html><meta charset="utf-8"><title>Nobody</title><body><p>${FILLER}.`;
}

/** Each name on a line of its own, `#n0`, `#n1`, and so on, with room between. */
export function hoverPage(names: readonly string[]): string {
  const lines = names.map(
    (name, i) =>
      `<p style="margin:3em 0">${FILLER}, says <span id="n${i}">${escaped(name)}</span>.`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Names</title><body>${lines.join('\n')}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
