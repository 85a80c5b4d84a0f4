import * as v from 'valibot';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { CatalogueSchema } from '../../lib/core/settings/catalogue-schema';
import type { Settings } from '../../lib/core/settings/settings';
import { sendUnchecked } from '../../lib/messaging/send-unchecked';
import { POPOVER_FACTORY, type PopoverFactory } from '../../lib/page/popover-contract';
import { createPopoverControl } from '../../lib/page/popover-control';
import { onSettingsChanged, readSettings } from '../../lib/storage/settings-store';
import { speak } from '../../lib/ui/speak';

const AnswerSchema = v.object({ catalogue: v.nullable(CatalogueSchema) });

/** Whoever injected this waits for it, so the first card is as the reader wants it. */
export default defineUnlistedScript(async () => {
  let settings = await readSettings();
  await useLanguage(settings.interfaceLanguage, 'browser');
  onSettingsChanged((changed) => {
    void useLanguage(changed.interfaceLanguage, settings.interfaceLanguage);
    settings = changed;
  });
  const create: PopoverFactory = (hooks) => createPopoverControl(hooks, () => settings);
  Object.assign(globalThis, { [POPOVER_FACTORY]: create });
});

type Language = Settings['interfaceLanguage'];

/** Pages cannot read our files; where the browser's own words hold, nobody is asked. */
async function useLanguage(language: Language, before: Language): Promise<void> {
  if (language === before) return;
  try {
    const answer = language === 'browser' ? null : await sendUnchecked('getCatalogue', {});
    speak(answer === null ? null : v.parse(AnswerSchema, answer).catalogue);
  } catch {
    // Then the card speaks as the browser does.
  }
}
