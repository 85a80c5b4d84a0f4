/**
 * What a frame needs for name lists that are too large for it. Brought in by the background where
 * the stored matcher says that there are such lists; where there are none, nobody loads this.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createRemoteNames } from '../../lib/page/remote-names';
import { type OpenRemoteNames, REMOTE_NAMES_OPENER } from '../../lib/page/remote-names-contract';
import { readNameGate } from '../../lib/storage/name-gate-store';

const open: OpenRemoteNames = async (identity, confirmNames) => {
  const gate = await readNameGate(identity);
  return gate && ((base) => createRemoteNames(base, gate, confirmNames));
};

export default defineUnlistedScript(() => {
  Object.assign(globalThis, { [REMOTE_NAMES_OPENER]: open });
});
