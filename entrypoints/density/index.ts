/** Comes into a frame only where the reader wants fewer marks than there are mentions. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { keepDensity } from '../../lib/page/density';
import { onSettingsChanged, readSettings } from '../../lib/storage/settings-store';

/** Whoever injected this waits for it, so no mark is seen that is not wanted. */
export default defineUnlistedScript(async () => {
  let { density } = await readSettings();
  const lookAgain = keepDensity(() => density);
  onSettingsChanged((settings) => {
    density = settings.density;
    lookAgain();
  });
});
