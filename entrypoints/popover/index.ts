import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { POPOVER_FACTORY } from '../../lib/page/popover-contract';
import { createPopover } from '../../lib/page/popover-host';

export default defineUnlistedScript(() => {
  Object.assign(globalThis, { [POPOVER_FACTORY]: createPopover });
});
