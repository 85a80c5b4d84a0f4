/**
 * Every word that the reader's surfaces say, in one place, so that translating them later means
 * replacing this object by a message catalogue and nothing else.
 */
import type { Claim, ClaimKind, EntityKind, Relation } from '../core/facts/pack-schema';
import type { Why } from '../core/recognition/mention';

type NoteKind = Claim['notes'][number]['kind'];
type RelationKind = Relation['kind'];

const entityKinds: Record<EntityKind, string> = {
  person: 'Person',
  organisation: 'Organisation',
  'public-body': 'Public body',
  product: 'Product',
  law: 'Law',
  event: 'Event',
  concept: 'Concept',
  place: 'Place',
  outlet: 'News outlet',
};

const claimKinds: Record<ClaimKind, string> = {
  event: 'Event',
  figure: 'Figure',
  statement: 'Statement',
  allegation: 'Allegation',
  denial: 'Denial',
  opinion: 'Opinion',
  forecast: 'Forecast',
};

const noteKinds: Record<NoteKind, string> = {
  mistranslation: 'Mistranslated',
  'garbled-name': 'Name garbled in the source',
  'inverted-sense': 'Sense turned round in the source',
  'back-translation': 'Translated there and back',
  inconsistency: 'Inconsistent',
  'relative-date': 'Date inferred',
  figure: 'About the figure',
  context: 'Context',
};

/** How a relation reads from either end. */
const relations: Record<RelationKind, { readonly from: string; readonly to: string }> = {
  'founder-of': { from: 'Founder of', to: 'Founded by' },
  leads: { from: 'Leads', to: 'Led by' },
  'works-for': { from: 'Works for', to: 'Employs' },
  'member-of': { from: 'Member of', to: 'Has as members' },
  'subsidiary-of': { from: 'Subsidiary of', to: 'Parent of' },
  'owns-share-in': { from: 'Owns a share in', to: 'Partly owned by' },
  'product-of': { from: 'Product of', to: 'Makes' },
  'part-of': { from: 'Part of', to: 'Includes' },
  regulates: { from: 'Regulates', to: 'Regulated by' },
  investigated: { from: 'Investigated', to: 'Investigated by' },
  penalised: { from: 'Penalised', to: 'Penalised by' },
  'cracked-down-on': { from: 'Cracked down on', to: 'Target of a crackdown by' },
  criticised: { from: 'Criticised', to: 'Criticised by' },
  'ally-of': { from: 'Ally of', to: 'Ally of' },
  'rival-of': { from: 'Rival of', to: 'Rival of' },
  succeeded: { from: 'Succeeded', to: 'Succeeded by' },
  'invests-in': { from: 'Invests in', to: 'Has investment from' },
  'reported-by': { from: 'Reported by', to: 'Reported on' },
  'applies-to': { from: 'Applies to', to: 'Subject to' },
  'located-in': { from: 'Located in', to: 'Location of' },
  'related-to': { from: 'Related to', to: 'Related to' },
};

/** By the rule that marked some words; what is given are the words that speak for them. */
const whyMarked: Record<Exclude<Why['rule'], 'strong'>, (support: string) => string> = {
  'after-full-name': (support) => `it stands for “${support}”, named before`,
  'near-related': (support) => `“${support}” stands nearby`,
  'beside-role': (support) => `“${support}” stands beside it`,
  'in-company': (support) => `“${support}” and other known names stand nearby`,
  'full-name-later': (support) => `it stands for “${support}”, named further on`,
  'page-context': (support) => `the page names “${support}” and others that belong to it`,
};

export const strings = {
  entityKinds,
  claimKinds,
  noteKinds,
  relations,

  dates: {
    about: (date: string) => `about ${date}`,
    perhaps: (date: string) => `perhaps ${date}`,
    decade: (year: string) => `the ${year}s`,
    yearsBetween: (first: string, last: string) => `between ${first} and ${last}`,
    from: (date: string) => `since ${date}`,
    until: (date: string) => `until ${date}`,
    range: (first: string, last: string) => `${first} – ${last}`,
    inferred: 'inferred',
  },

  card: {
    editorial: 'Background from the pack’s editors, not from a source.',
    editorialSpoken: '(background from the editors)',
    claims: 'Claims',
    noClaims: 'No claim about this name is recorded.',
    allClaims: (count: number) => `All ${count} claims`,
    noExcerpt: 'No excerpt',
    moreExcerpts: (count: number) => (count === 1 ? '1 more excerpt' : `${count} more excerpts`),
    via: (outlet: string) => `via ${outlet}`,
    andMore: (first: string, more: number) => `${first} and ${more} more`,
    attributedTo: (speaker: string) => `here attributed to ${speaker}`,
    unknownSource: 'a source that the pack does not hold',
    thisClaim: 'This claim',
    conflictsWith: 'Conflicts with',
    answered: 'Answered',
    inAnswerTo: 'In answer to',
    connections: 'Connections',
    allConnections: 'All connections',
    namedWith: 'Named together with',
    sources: (count: number) => (count === 1 ? 'The source' : `The ${count} sources`),
    pack: (title: string, license: string) =>
      `From the fact pack “${title}”. Our words: ${license}.`,
    author: (name: string) => `by ${name}`,
  },

  corroboration: {
    none: 'no source',
    single: (of: number) => (of > 1 ? `single source · 1 of ${of}` : 'single source'),
    several: (count: number, of: number) => `${count} of ${of} sources`,
    oneVoice: 'all quoting one voice',
  },

  translation: {
    machine: 'machine translation',
    human: 'translation',
    unknown: 'perhaps a translation',
    from: (kind: string, language: string) => `${kind} from ${language}`,
  },

  stack: {
    backTo: (place: string) => `Back to ${place}`,
    choice: 'the choice',
    loading: 'Looking it up…',
    failed: 'The facts could not be fetched.',
    failedHelp: 'If the extension was just updated, reload the page and try again.',
    missing: (label: string) => `The fact base no longer knows “${label}”.`,
    retry: 'Try again',
    chooser: (text: string) => `“${text}” may be`,
    chooserLabel: (text: string) => `Who or what is “${text}”?`,
    takenFor: (text: string, support: string) =>
      `“${text}” is read in the light of “${support}”, named on this page.`,
    claimCount: (count: number) =>
      count === 0 ? 'no claims' : count === 1 ? '1 claim' : `${count} claims`,
  },

  mark: {
    why: (why: Why) =>
      `Marked because ${why.rule === 'strong' ? 'it is the full name' : whyMarked[why.rule](why.support.text)}.`,
    notThis: 'Not this one',
    where: (text: string, label: string) => `Where not to mark “${text}” as ${label}`,
    scopes: { page: 'On this page', site: 'On this site', everywhere: 'Everywhere' },
    muted: {
      page: 'Not marked any more on this page.',
      site: 'Not marked any more on this site.',
      everywhere: 'Not marked any more anywhere.',
    },
    undo: 'Undo',
    markedAgain: 'Marked again.',
    failed: 'This could not be stored.',
  },

  popup: {
    title: 'Glossator',
    siteSwitch: (site: string) => `Names on ${site}`,
    noSite: 'This page',
    noSiteWhy: 'Browser pages, files and stores belong to no site, so there is nothing to switch.',
    choiceDefault: (on: boolean) => `Default (${on ? 'on' : 'off'})`,
    choiceDefaultUnknown: 'Default',
    choiceOn: 'On here',
    choiceOff: 'Off here',
    otherSites: 'Other sites',
    on: 'on',
    off: 'off',
    privateWindow: 'Private window: a choice for this site lasts until the window closes.',
    switchFailed: 'The switch could not be stored.',
    searchLabel: 'Search the facts',
    searchPlaceholder: 'Search people, companies, claims…',
    clear: 'Clear the search',
    entities: 'Names',
    claims: 'Claims',
    results: 'Results',
    resultCount: (count: number) => (count === 1 ? '1 result' : `${count} results`),
    nothingFound: (query: string) => `Nothing found for “${query}”.`,
    nothingFoundHelp: 'Other spellings, pinyin and Chinese characters work too.',
    searching: 'Searching…',
    searchFailed: 'The search did not work.',
    backToResults: 'the results',
    backToNames: 'the names on this page',
    namesOnPage: 'Names on this page',
    noNames: 'No known name on this page.',
    times: (count: number) => `${count}×`,
    timesSpoken: (count: number) => (count === 1 ? 'once' : `${count} times`),
    goTo: (label: string) => `Go to ${label} on the page`,
    details: (label: string) => `About ${label}`,
    or: ' or ',
    connecting: 'Reading the page…',
    unreachable: 'Glossator cannot read this page.',
    unreachableHelp:
      'Browsers keep extensions out of their own pages and stores. A page that was open before Glossator was installed or updated needs one reload.',
    switchedOff: 'Names are not marked here: Glossator is off on this site.',
    switchOn: 'Switch on here',
    preparing: 'Preparing the fact base…',
    preparingHelp: 'This happens once after an installation or an update.',
    baseFailed: {
      'storage-full': {
        what: 'The disk is full, so the fact base could not be stored.',
        help: 'Free some disk space, then build it again.',
      },
      'storage-blocked': {
        what: 'The browser does not let Glossator store the fact base.',
        help: 'Allow extensions to keep data in the browser’s privacy settings (a mode that never remembers history forbids it), then build it again.',
      },
      'bad-pack': {
        what: 'The bundled facts are damaged.',
        help: 'Install the extension again; if that does not help, please report the detail below.',
      },
      unknown: {
        what: 'The fact base could not be opened.',
        help: 'Build it again. Your own settings stay as they are.',
      },
      unanswered: {
        what: 'Glossator’s background does not answer.',
        help: 'Close this panel and open it again; if that does not help, restart the browser.',
      },
    },
    rebuild: 'Build it again',
    rebuilding: 'Building…',
    detail: 'Detail for a report',
  },
} as const;
