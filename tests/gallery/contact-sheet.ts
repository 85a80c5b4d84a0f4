import { LOOKS, type Look, picturePath } from './looks';
import { allStates } from './states/all-states';
import { SURFACES } from './surfaces';

/** The page that shows the pictures that the test took, a row for each state. */
export function contactSheet(): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Pictures of the gallery</title>
    <style>
      body { margin: 12px; font: 14px sans-serif; background: #888 }
      div { display: flex; align-items: start; gap: 8px }
      h2 { font-size: 14px }
    </style>
  </head>
  <body>
${allStates.map(row).join('\n')}
  </body>
</html>
`;
}

function row({ id, title, surface }: (typeof allStates)[number]): string {
  const pictures = SURFACES[surface].widths.flatMap((width) =>
    (Object.keys(LOOKS) as Look[]).map(
      (look) => `<img src="${picturePath(id, look, width)}" alt="${look}" loading="lazy">`,
    ),
  );
  return `    <h2 id="${id}">${id}: ${title}</h2>\n    <div>${pictures.join('')}</div>`;
}
