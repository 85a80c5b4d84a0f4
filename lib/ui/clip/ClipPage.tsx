import { useEffect, useState } from 'preact/hooks';
import type { ClipApi } from './clip-api';
import { parseClipRoute } from './clip-route';
import { EditClaim } from './EditClaim';
import { EditName } from './EditName';
import { NewClip } from './NewClip';
import { OwnFacts } from './OwnFacts';
import { PageFrame } from './PageFrame';

/** The small window of a clipping, and the list of all that the reader has made. */
export function ClipPage({ api }: { readonly api: ClipApi }) {
  const route = useClipRoute();
  switch (route.view) {
    case 'own':
      return <OwnFacts api={api} />;
    case 'claim':
      return <EditClaim key={route.key} api={api} claim={route.key} />;
    case 'name':
      return <EditName key={route.key} api={api} entity={route.key} />;
    case 'clip':
      return (
        <PageFrame>
          <NewClip key={route.id} api={api} clip={route.id} />
        </PageFrame>
      );
  }
}

function useClipRoute() {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const look = (): void => setHash(location.hash);
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  return parseClipRoute(hash);
}
