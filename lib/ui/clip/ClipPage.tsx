import { useEffect, useState } from 'preact/hooks';
import { OWN_PACK_ID } from '../../core/clipping/own-pack';
import { packOfKey } from '../../core/facts/keys';
import type { ClipApi } from './clip-api';
import { parseClipRoute } from './clip-route';
import { EditClaim } from './EditClaim';
import { EditName, NEW_NAME } from './EditName';
import { EditPackClaim } from './EditPackClaim';
import { EditPackName } from './EditPackName';
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
      if (!isOwn(route.key)) return <EditPackClaim key={route.key} api={api} claim={route.key} />;
      return <EditClaim key={route.key} api={api} claim={route.key} />;
    case 'name':
      if (!isOwn(route.key)) return <EditPackName key={route.key} api={api} entity={route.key} />;
      return <EditName key={route.key} api={api} entity={route.key} />;
    case 'clip':
      return (
        <PageFrame>
          <NewClip key={route.id} api={api} clip={route.id} />
        </PageFrame>
      );
  }
}

function isOwn(key: string): boolean {
  return key === NEW_NAME || packOfKey(key) === OWN_PACK_ID;
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
