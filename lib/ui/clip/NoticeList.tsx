import type { ClipNotice } from '../../core/clipping/clip-draft';
import { t } from '../message';

/** What a reader has to know of a draft before saving it. */
export function NoticeList({ notices }: { readonly notices: readonly ClipNotice[] }) {
  const words = notices.flatMap((notice) => wordsFor(notice) ?? []);
  if (words.length === 0) return null;
  return (
    <ul class="clip-notices">
      {words.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
}

/** Null for what the field itself says. */
function wordsFor(notice: ClipNotice): string | null {
  switch (notice.code) {
    case 'excerpt-too-long':
      return null;
    case 'excerpt-deceives':
      return t('clip_notice_deceives');
    case 'excerpt-not-unique':
      return t('clip_notice_not_unique');
    case 'canonical-elsewhere':
      return t('clip_notice_canonical', notice.url);
    case 'no-address':
      return t('clip_notice_no_address');
    case 'no-title':
      return t('clip_notice_no_title');
    case 'nothing-selected':
      return t('clip_notice_nothing_selected');
    case 'date-unreadable':
      return t('clip_notice_date', notice.text);
  }
}
