import { type SiteChoice, type Switches, withChoice } from './site-switch';

/** Choices made in a private window, by site. `default` undoes a stored choice for that window. */
export type PrivateChoices = Readonly<Record<string, SiteChoice>>;

/** The switches that hold in a private window: the stored ones with the window's own over them. */
export function mergeSwitches(stored: Switches, own: PrivateChoices): Switches {
  return Object.entries(own).reduce(
    (switches, [site, choice]) => withChoice(switches, site, choice),
    stored,
  );
}
