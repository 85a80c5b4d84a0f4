import { useEffect } from 'preact/hooks';
import { t } from '../message';

/** Names the tab, and the entry in its history, after what is shown; null while that is unknown. */
export function useTitle(title: string | null): void {
  useEffect(() => {
    if (title !== null) document.title = t('library_title', title);
  }, [title]);
}
