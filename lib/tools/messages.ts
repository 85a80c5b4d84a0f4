/**
 * Prints what is wrong with the messages, one problem a line: keys that a language lacks, that
 * nobody uses, whose placeholders differ.
 *
 *   npm run messages
 */
import { checkMessages } from './messages/check-messages';
import { readCatalogues, readShippedCode } from './messages/read-messages';

const catalogues = readCatalogues();
const problems = checkMessages(catalogues, readShippedCode());
for (const { language, key, problem } of problems) console.log(`${language}: ${key} ${problem}`);
const counts = Object.entries(catalogues).map(
  ([language, messages]) => `${language} ${Object.keys(messages).length}`,
);
console.error(`${problems.length} problems in ${counts.join(', ')} messages`);
process.exitCode = problems.length === 0 ? 0 : 1;
