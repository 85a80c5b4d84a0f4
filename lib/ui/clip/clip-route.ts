/** What the part of the address behind the `#` asks the page to show. */
export type ClipRoute =
  | { readonly view: 'own' }
  | { readonly view: 'claim'; readonly key: string }
  | { readonly view: 'name'; readonly key: string }
  | { readonly view: 'clip'; readonly id: string };

export function parseClipRoute(hash: string): ClipRoute {
  const [, first = '', ...rest] = hash.startsWith('#/') ? hash.slice(1).split('/') : [];
  if (first === 'claim' || first === 'name') return { view: first, key: rest.join('/') };
  if (first === 'own' || hash.length <= 1) return { view: 'own' };
  return { view: 'clip', id: hash.slice(1) };
}

export function formatClipRoute(route: Exclude<ClipRoute, { view: 'clip' }>): string {
  return route.view === 'own' ? '#/own' : `#/${route.view}/${route.key}`;
}
