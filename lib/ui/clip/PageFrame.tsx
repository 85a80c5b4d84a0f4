import type { ComponentChildren } from 'preact';
import { t } from '../message';

export function PageFrame({ children }: { readonly children: ComponentChildren }) {
  return (
    <>
      <header class="masthead">
        <p class="wordmark">{t('extension_name')}</p>
      </header>
      <main class="clip-main">{children}</main>
    </>
  );
}
