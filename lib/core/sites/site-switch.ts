/**
 * "Is this address on?" as one pure function, and how a choice changes what is stored.
 *
 * A choice is stored for a pattern: a site is `example.com/*` (this host, with or without `www.`,
 * every path); wider is `*.example.com/*` (the host and all below it), narrower
 * `example.com/news/*`. Of several that fit, the narrowest decides.
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

/** The pattern of the site that a URL belongs to; null where it belongs to none (about:, file:, …). */
export function siteOfUrl(url: string): string | null {
  const parsed = parseWebUrl(url);
  return parsed && siteOfHost(parsed.host);
}

/** `host` as in `location.host`: with the port, where it is not the protocol's own. */
export function siteOfHost(host: string): string {
  return addressOf({ host, pathname: '/*' });
}

/** Host and path, which the patterns are held against; null for what is no page of the web. */
export function addressOfUrl(url: string): string | null {
  const parsed = parseWebUrl(url);
  return parsed && addressOf(parsed);
}

export function addressOf({ host, pathname }: Pick<Location, 'host' | 'pathname'>): string {
  return host.replace(/^www\./, '') + pathname;
}

/** The name that a reader sees for a pattern: `example.com`. */
export function siteName(site: string): string {
  return site.replace(/\/\*$/, '');
}

export function choiceFor(switches: Switches, site: string | null): SiteChoice {
  if (site === null) return 'default';
  return Object.hasOwn(switches.sites, site) ? (switches.sites[site] ?? 'default') : 'default';
}

/** `address`: of a page, or a site's own pattern for the site as a whole. */
export function isOn(switches: Switches, address: string | null): boolean {
  return stateOf(switches, address) === 'on';
}

export function stateOf(switches: Switches, address: string | null): SwitchState {
  const rule = decidingRule(switches, address);
  return (rule !== null && switches.sites[rule]) || switches.default;
}

/** The narrowest pattern that fits; null where the default decides. */
export function decidingRule(switches: Switches, address: string | null): string | null {
  if (address === null) return null;
  const fitting = Object.keys(switches.sites).filter((pattern) => fits(pattern, address));
  return fitting.sort((a, b) => narrowness(b) - narrowness(a))[0] ?? null;
}

function fits(pattern: string, address: string): boolean {
  const [host, path] = split(pattern);
  const [itsHost, itsPath] = split(address);
  const hostFits = host.startsWith('*.') ? `.${itsHost}`.endsWith(host.slice(1)) : host === itsHost;
  return (
    hostFits && (path.endsWith('*') ? itsPath.startsWith(path.slice(0, -1)) : itsPath === path)
  );
}

function split(text: string): [string, string] {
  const slash = text.indexOf('/');
  return [text.slice(0, slash), text.slice(slash)];
}

/** A path is narrower than a host, a host of its own than all below another one. */
function narrowness(pattern: string): number {
  const [host, path] = split(pattern);
  return path.length * 1000 + (host.startsWith('*') ? host.length : 999);
}

/** The pattern that a choice made at this address is about: the site, or a narrower one that decides. */
export function scopeAt(switches: Switches, address: string): string {
  const site = siteOfHost(split(address)[0]);
  const rule = decidingRule(switches, address);
  return rule !== null && narrowness(rule) > narrowness(site) ? rule : site;
}

export function withChoice(switches: Switches, site: string, choice: SiteChoice): Switches {
  const { [site]: _replaced, ...sites } = switches.sites;
  return { ...switches, sites: choice === 'default' ? sites : { ...sites, [site]: choice } };
}

/** What one click on "on/off" means: the opposite of now, by what holds anyway where that suffices. */
export function toggledChoice(switches: Switches, scope: string): SiteChoice {
  const wanted: SwitchState = isOn(switches, scope) ? 'off' : 'on';
  return wanted === stateOf(withChoice(switches, scope, 'default'), scope) ? 'default' : wanted;
}

function parseWebUrl(url: string): URL | null {
  const parsed = URL.parse?.(url) ?? tryParse(url);
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed : null;
}

function tryParse(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}
