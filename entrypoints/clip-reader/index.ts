/** Comes into a frame when the reader clips from it or checks what was clipped; reads, and is gone. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readSelection } from '../../lib/page/read-selection';

/** The reading is the outcome of the script, for whoever injected it. */
export default defineUnlistedScript(() => readSelection());
