import { allStates } from './states/all-states';
import { SURFACES, type SurfaceName } from './surfaces';

/** The page that lists all states and shows the chosen one at the chosen width and language. */
export function galleryIndex(): string {
  const surfaces = Object.entries(SURFACES).map(([name, { title }]) =>
    group(name as SurfaceName, title),
  );
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Glossator’s gallery</title>
    <style>${STYLE}</style>
  </head>
  <body>
    <nav aria-label="States">
      <h1>Gallery</h1>
      <form>
        <label>Width <select name="width">
          <option>320<option selected>400<option>900<option value="">all
        </select></label>
        <label>Language <select name="lang">
          <option selected>en<option>zh_CN<option>zh_TW<option>ko
        </select></label>
      </form>
      ${surfaces.join('\n      ')}
    </nav>
    <iframe name="state" title="The chosen state" width="400"></iframe>
    <script>${SCRIPT}</script>
  </body>
</html>
`;
}

function group(surface: SurfaceName, title: string): string {
  const links = allStates
    .filter((state) => state.surface === surface)
    .map(
      ({ id, title }) => `<li><a href="state.html?state=${id}" target="state">${title}</a></li>`,
    );
  return links.length === 0 ? '' : `<h2>${title}</h2><ul>${links.join('')}</ul>`;
}

const STYLE = `
  body { display: flex; height: 100vh; margin: 0; font: 14px/1.5 sans-serif }
  nav { flex: none; width: 300px; padding: 0 16px; overflow: auto }
  h1 { font-size: 20px } h2 { font-size: 14px; margin-block: 16px 4px }
  ul { margin: 0; padding: 0; list-style: none } li { padding-block: 2px }
  a[aria-current] { font-weight: bold }
  iframe { height: 100%; border: 0; border-inline: 1px solid GrayText }
`;

const SCRIPT = `
  const form = document.querySelector('form');
  const frame = document.querySelector('iframe');
  const links = [...document.querySelectorAll('a')];
  function show(link) {
    for (const each of links) each.toggleAttribute('aria-current', each === link);
    frame.src = link.href + '&lang=' + form.lang.value;
    history.replaceState(null, '', '#' + new URL(link.href).searchParams.get('state'));
  }
  const chosen = () => links.find((link) => link.hasAttribute('aria-current')) ?? links[0];
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a');
    if (link) event.preventDefault(), show(link);
  });
  form.addEventListener('change', () => {
    frame.width = form.width.value || '100%';
    show(chosen());
  });
  show(links.find((link) => link.href.endsWith('=' + location.hash.slice(1))) ?? links[0]);
`;
