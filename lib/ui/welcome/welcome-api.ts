/** What the page that opens on install needs from outside. */
import type { CommandKeys, StartSample } from '../settings/settings-api';

export interface WelcomeApi {
  /** Marks and explains the names inside the element, as in a page; returns how to stop. */
  readonly annotate: StartSample;
  /** Whether the browser lets Glossator read all sites. */
  readonly hasAccess: () => Promise<boolean>;
  /** To be called in a click; false where the reader or the browser says no. */
  readonly requestAccess: () => Promise<boolean>;
  readonly readCommands: () => Promise<readonly CommandKeys[]>;
  readonly openSettings: () => void;
  readonly libraryUrl: string;
}
