import { useEffect, useState } from 'preact/hooks';
import type { PageState, PopupApi } from './popup-api';

/** What the page is made of; null until it is known. Asked anew where another page may be there. */
export function useContentType(api: PopupApi, page: PageState['state']): string | null {
  const [contentType, setContentType] = useState<string | null>(null);
  useEffect(() => {
    let isOutdated = false;
    setContentType(null);
    api.readContentType().then(
      (found) => !isOutdated && setContentType(found),
      () => !isOutdated && setContentType('refused'),
    );
    return () => {
      isOutdated = true;
    };
  }, [api, page]);
  return contentType;
}
