/**
 * "Is this address on?" as one pure function, and how a choice changes what is stored.
 *
 * A site is stored as a pattern (`example.com/*`: this host, with or without `www.`, every
 * path), so that wider (`*.example.com/*`) and narrower (`example.com/news/*`) scopes can come
 * without rewriting what readers have stored.
 */
import { isObject } from '../is-object';

export type SwitchState = 'on' | 'off';

/** A reader's choice for a site: their own, or none, in which case the default holds. */
export type SiteChoice = 'default' | SwitchState;

export interface Switches {
  readonly default: SwitchState;
  readonly sites: Readonly<Record<string, SwitchState>>;
}

export const NO_SWITCHES: Switches = { default: 'on', sites: {} };

/**
 * What is stored, without what we do not understand of it. By hand, not by a schema library:
 * this runs on every page, also where annotation is off.
 */
export function parseSwitches(stored: unknown): Switches {
  if (!isObject(stored)) return NO_SWITCHES;
  const { default: byDefault, sites } = stored;
  const known = Object.entries(isObject(sites) ? sites : {}).flatMap(([site, state]) =>
    isSwitchState(state) ? [[site, state] as const] : [],
  );
  return {
    default: isSwitchState(byDefault) ? byDefault : NO_SWITCHES.default,
    sites: Object.fromEntries(known),
  };
}

function isSwitchState(value: unknown): value is SwitchState {
  return value === 'on' || value === 'off';
}

/** The pattern of the site that an address belongs to; null where it belongs to none (about:, file:, …). */
export function siteOfUrl(url: string): string | null {
  const parsed = URL.parse?.(url) ?? tryParse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return null;
  return siteOfHost(parsed.host);
}

/** `host` as in `location.host`: with the port, where it is not the protocol's own. */
export function siteOfHost(host: string): string {
  return `${host.replace(/^www\./, '')}/*`;
}

/** The name that a reader sees for a pattern: `example.com`. */
export function siteName(site: string): string {
  return site.replace(/\/\*$/, '');
}

export function choiceFor(switches: Switches, site: string | null): SiteChoice {
  if (site === null) return 'default';
  return Object.hasOwn(switches.sites, site) ? (switches.sites[site] ?? 'default') : 'default';
}

export function isOn(switches: Switches, site: string | null): boolean {
  const choice = choiceFor(switches, site);
  return (choice === 'default' ? switches.default : choice) === 'on';
}

export function withChoice(switches: Switches, site: string, choice: SiteChoice): Switches {
  const { [site]: _replaced, ...sites } = switches.sites;
  return { ...switches, sites: choice === 'default' ? sites : { ...sites, [site]: choice } };
}

/** What one click on "on/off" means: the opposite of now, by the default where that suffices. */
export function toggledChoice(switches: Switches, site: string): SiteChoice {
  const wanted: SwitchState = isOn(switches, site) ? 'off' : 'on';
  return wanted === switches.default ? 'default' : wanted;
}

function tryParse(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}
