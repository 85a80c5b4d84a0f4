/**
 * Keeps the fact base as it should be: every bundled pack stored whole and in the version that
 * the extension came with, and the matcher built from what is stored. It looks once in the
 * background's life, when somebody first asks, and mends what it finds wanting.
 */
import type { FactPack } from '../core/facts/pack-schema';
import { buildMatcher, type NamedEntity } from '../core/matcher/build-matcher';
import { MATCHER_FORMAT } from '../core/matcher/matcher-tables';
import { GATE_FORMAT } from '../core/matcher/name-gate-bits';
import { allScripts, inScripts } from '../core/settings/script-of';
import { SCRIPTS, type Script } from '../core/settings/settings';
import { type FactDb, openFactDb } from './fact-db';
import type { LargeListStore } from './large-list-store';
import { MAX_TAB_ALIASES, renewLargeLists, splitPacks } from './large-packs';
import type { MatcherWriter } from './matcher-writer';
import { readInstalledPacks, readPackRows } from './pack-registry';
import { readPacks } from './read-facts';
import { isSeeded, type PackIdentity, seedPack } from './seed';
import { type StorageFailure, toStorageFailure } from './storage-failure';

export interface FactBaseOptions<P extends PackIdentity = PackIdentity> {
  readonly bundled: readonly P[];
  /** Fetches and checks a pack; called only when the stored one is missing, old or damaged. */
  readonly loadPack: (pack: P) => Promise<FactPack>;
  readonly matcher: MatcherWriter;
  readonly largeLists: LargeListStore;
  /** Packs with more aliases than this together are made large lists, the largest first. */
  readonly maxTabAliases?: number;
  /** Names written in others are left out; all are in where nothing is said. */
  readonly scripts?: () => Promise<readonly Script[]>;
  /** A new version of the extension builds the matcher anew, since its rules may have changed. */
  readonly extensionVersion: string;
  readonly open?: typeof openFactDb;
  /** Facts were written; what was derived from the old ones is stale. */
  readonly onChanged?: () => void;
  readonly onProblem?: (error: unknown) => void;
}

export type FactBaseReport =
  | {
      readonly state: 'ready';
      readonly entities: number;
      readonly claims: number;
      readonly sources: number;
    }
  | ({ readonly state: 'failed' } & StorageFailure);

export interface FactBase {
  /** The database, made ready if need be; throws where there are no facts to be had. */
  db(): Promise<FactDb>;
  /** How it stands; tries again where it failed before. */
  report(): Promise<FactBaseReport>;
  /** Writes all bundled packs and the matcher anew. Nothing else is touched. */
  rebuild(): Promise<FactBaseReport>;
  /** Brings the matcher to what the reader's settings say now. */
  settingsChanged(): Promise<void>;
  /** Packs were installed, edited, removed, or chosen otherwise: brings the matcher to that. */
  packsChanged(): Promise<void>;
  /** Whether the stored matcher shows that this version has already been prepared. Cheap. */
  wasPrepared(): Promise<boolean>;
}

interface Prepared {
  readonly db: FactDb | null;
  readonly report: FactBaseReport;
}

export function createFactBase<P extends PackIdentity>(options: FactBaseOptions<P>): FactBase {
  const { bundled, loadPack, matcher, largeLists, extensionVersion, open = openFactDb } = options;
  const { maxTabAliases = MAX_TAB_ALIASES, scripts = async () => SCRIPTS } = options;
  // What is stored in another form reads as none, so that the form counts as a part of its own.
  const extensionPart = `glossator@${extensionVersion} ${MATCHER_FORMAT}.${GATE_FORMAT}`;
  let preparing: Promise<Prepared> | null = null;

  function prepare(force: boolean): Promise<Prepared> {
    const before = preparing;
    const next = (before ?? Promise.resolve()).then(() => prepareNow(force));
    preparing = next;
    return next;
  }

  async function prepareNow(force: boolean): Promise<Prepared> {
    let db: FactDb | null = null;
    try {
      db = await openOnce();
      for (const pack of bundled) {
        if (!force && (await isSeeded(db, pack))) continue;
        await seedPack(db, await loadPack(pack), pack.sha256, 'bundled');
        options.onChanged?.();
      }
      await renewMatcher(db, force);
      return { db, report: await readyReport(db) };
    } catch (error) {
      options.onProblem?.(error);
      return { db, report: { state: 'failed', ...toStorageFailure(error) } };
    }
  }

  let opened: FactDb | null = null;
  async function openOnce(): Promise<FactDb> {
    if (opened?.isOpen()) return opened;
    opened = await open({ onUpgradeFailed: (error) => options.onProblem?.(error) });
    return opened;
  }

  async function renewMatcher(db: FactDb, force: boolean): Promise<void> {
    const installed = await readInstalledPacks(db);
    const packs = installed.filter(({ isEnabled }) => isEnabled);
    const wanted = await scripts();
    const packParts = installed.map((pack) => (pack.isEnabled ? '' : OFF_PREFIX) + partOf(pack));
    const discreet = packs.filter(({ isPainted }) => !isPainted).map(({ id }) => id);
    const discreetParts = discreet.map((id) => `${DISCREET_PREFIX}${id}`);
    const parts = [extensionPart, ...packParts, ...scriptParts(wanted), ...discreetParts];
    if (!force && (await isCurrent(parts))) return;
    const { named, large } = await splitPacks(db, packs, maxTabAliases);
    const listPartOf = (pack: PackIdentity): string => `${extensionPart} ${partOf(pack)}`;
    const hadLists = (await matcher.readParts()).some((part) => part.startsWith(LIST_PREFIX));
    if (hadLists && force) await largeLists.keepOnly([]);
    const gate =
      large.length > 0 || hadLists
        ? await renewLargeLists(db, largeLists, large, listPartOf)
        : undefined;
    const listParts = large.map((pack) => LIST_PREFIX + listPartOf(pack));
    const tables = { ...buildMatcher(writtenIn(wanted, named)), discreet };
    await matcher.write(tables, [...parts, ...listParts], gate);
    if (gate) options.onChanged?.();
  }

  async function isCurrent(parts: readonly string[]): Promise<boolean> {
    const stored = await matcher.readParts();
    const whole = stored.filter((part) => !part.startsWith(LIST_PREFIX));
    const same = parts.length === whole.length && parts.every((part) => whole.includes(part));
    if (!same || whole.length === stored.length) return same;
    // The matcher outlives the lists where the browser purges its databases.
    const lists = await largeLists.readParts();
    return stored.every((part) => whole.includes(part) || lists.includes(withoutPrefix(part)));
  }

  /** As last prepared; prepared again where the browser has purged or closed it since. */
  async function current(): Promise<Prepared> {
    const last = await (preparing ?? prepare(false));
    if (last.report.state === 'failed' || (await hasFacts(last.db))) return last;
    return prepare(false);
  }

  async function db(): Promise<FactDb> {
    const prepared = await current();
    // Where an update of the facts failed, the ones before it are still there and of use.
    if (prepared.db && (await hasFacts(prepared.db))) return prepared.db;
    throw new Error(prepared.report.state === 'failed' ? prepared.report.detail : 'no facts');
  }

  async function report(): Promise<FactBaseReport> {
    const known = preparing !== null;
    const last = await current();
    return known && last.report.state === 'failed' ? (await prepare(false)).report : last.report;
  }

  return {
    db,
    report,
    rebuild: async () => (await prepare(true)).report,
    async settingsChanged() {
      await prepare(false);
    },
    async packsChanged() {
      options.onChanged?.();
      await prepare(false);
    },
    async wasPrepared() {
      const stored = await matcher.readParts();
      const wanted = scriptParts(await scripts());
      const hasScripts = stored.filter(isScriptPart).join() === wanted.join();
      const hasPart = (part: string): boolean =>
        stored.includes(part) || stored.includes(OFF_PREFIX + part);
      return hasScripts && [extensionPart, ...bundled.map(partOf)].every(hasPart);
    },
  };
}

async function hasFacts(db: FactDb | null): Promise<boolean> {
  if (!db?.isOpen()) return false;
  try {
    return (await readPackRows(db)).length > 0;
  } catch {
    return false;
  }
}

async function readyReport(db: FactDb): Promise<FactBaseReport> {
  const counts = (await readPacks(db)).map((pack) => pack.counts);
  const sum = (name: 'entities' | 'claims' | 'sources'): number =>
    counts.reduce((total, count) => total + count[name], 0);
  return {
    state: 'ready',
    entities: sum('entities'),
    claims: sum('claims'),
    sources: sum('sources'),
  };
}

const SCRIPT_PREFIX = 'script ';

/** Nothing where no name is left out, which is how nearly all readers have it. */
function scriptParts(scripts: readonly Script[]): string[] {
  if (allScripts(scripts)) return [];
  return SCRIPTS.filter((script) => scripts.includes(script)).map((each) => SCRIPT_PREFIX + each);
}

function isScriptPart(part: string): boolean {
  return part.startsWith(SCRIPT_PREFIX);
}

function writtenIn(
  scripts: readonly Script[],
  entities: readonly NamedEntity[],
): readonly NamedEntity[] {
  if (allScripts(scripts)) return entities;
  return entities
    .map((entity) => ({ ...entity, aliases: inScripts(entity.aliases, scripts) }))
    .filter(({ aliases }) => aliases.length > 0);
}

/** Marks, among what the matcher was built from, the lists that it has only a gate to. */
const LIST_PREFIX = 'list ';

/** Marks packs that are stored and disabled. */
const OFF_PREFIX = 'off ';

/** Marks packs whose names are not painted. */
const DISCREET_PREFIX = 'discreet ';

function withoutPrefix(part: string): string {
  return part.slice(LIST_PREFIX.length);
}

function partOf({ id, version, sha256 }: PackIdentity): string {
  return `${id}@${version}#${sha256}`;
}
