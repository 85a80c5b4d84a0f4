/** Firefox's settings for a run with the extension. */
interface Wanted {
  /** Internal address by add-on id; Firefox would otherwise choose it at random. */
  readonly extensions: Readonly<Record<string, string>>;
  readonly proxyPort: number | undefined;
  /** Without a language pack for it, Firefox stays in English. */
  readonly language: string | undefined;
}

export function firefoxPreferences({
  extensions,
  proxyPort,
  language,
}: Wanted): Record<string, unknown> {
  return {
    'extensions.webextensions.uuids': JSON.stringify(extensions),
    // Temporary add-ons would lose what they stored when the browser closes.
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    'browser.shell.checkDefaultBrowser': false,
    'browser.aboutwelcome.enabled': false,
    'browser.newtabpage.enabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.telemetry.enabled': false,
    'app.normandy.enabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'browser.safebrowsing.downloads.remote.enabled': false,
    ...(language === undefined ? {} : { 'intl.locale.requested': language }),
    ...(proxyPort === undefined ? {} : proxyPreferences(proxyPort)),
  };
}

function proxyPreferences(port: number): Record<string, unknown> {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.no_proxies_on': 'localhost, 127.0.0.1, .localhost',
  };
}
