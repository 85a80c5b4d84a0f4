/**
 * "Is this address on?" as one pure function, and how a choice changes what is stored.
 *
 * A site is stored as a pattern (`example.com/*`: this host, with or without `www.`, every
 * path), so that wider (`*.example.com/*`) and narrower (`example.com/news/*`) scopes can come
 * without rewriting what readers have stored.
 */
import * as v from 'valibot';

export const SwitchStateSchema = v.picklist(['on', 'off']);
export type SwitchState = v.InferOutput<typeof SwitchStateSchema>;

/** A reader's choice for a site: their own, or none, in which case the default holds. */
export const SiteChoiceSchema = v.picklist(['default', 'on', 'off']);
export type SiteChoice = v.InferOutput<typeof SiteChoiceSchema>;

export const SwitchesSchema = v.object({
  default: v.optional(SwitchStateSchema, 'on'),
  sites: v.optional(v.record(v.string(), SwitchStateSchema), {}),
});
export type Switches = v.InferOutput<typeof SwitchesSchema>;

export const NO_SWITCHES: Switches = { default: 'on', sites: {} };

/** What is stored, or the defaults where storage holds nothing that we understand. */
export function parseSwitches(stored: unknown): Switches {
  const result = v.safeParse(SwitchesSchema, stored);
  return result.success ? result.output : NO_SWITCHES;
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
