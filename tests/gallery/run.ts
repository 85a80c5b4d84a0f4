/** `npm run gallery`: builds the page with every state of every component and says where it is. */
import { buildGallery } from './build';

console.log(`Open in a browser: ${await buildGallery()}`);
