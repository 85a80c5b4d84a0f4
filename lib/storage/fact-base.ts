/**
 * Keeps the fact base as it should be: every bundled pack stored whole and in the version that
 * the extension came with, and the matcher built from what is stored. It looks once in the
 * background's life, when somebody first asks, and mends what it finds wanting.
 */
import type { FactPack } from '../core/facts/pack-schema';
import { buildMatcher } from '../core/matcher/build-matcher';
import { type FactDb, openFactDb } from './fact-db';
import type { MatcherWriter } from './matcher-writer';
import { readNamedEntities, readPacks } from './read-facts';
import { isSeeded, type PackIdentity, seedPack } from './seed';
import { type StorageFailure, toStorageFailure } from './storage-failure';

export interface FactBaseOptions<P extends PackIdentity = PackIdentity> {
  readonly bundled: readonly P[];
  /** Fetches and checks a pack; called only when the stored one is missing, old or damaged. */
  readonly loadPack: (pack: P) => Promise<FactPack>;
  readonly matcher: MatcherWriter;
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
  /** Whether the stored matcher shows that this version has already been prepared. Cheap. */
  wasPrepared(): Promise<boolean>;
}

interface Prepared {
  readonly db: FactDb | null;
  readonly report: FactBaseReport;
}

export function createFactBase<P extends PackIdentity>(options: FactBaseOptions<P>): FactBase {
  const { bundled, loadPack, matcher, extensionVersion, open = openFactDb } = options;
  const extensionPart = `glossator@${extensionVersion}`;
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
        await seedPack(db, await loadPack(pack), pack.sha256);
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
    const packs = await readPacks(db);
    const parts = [extensionPart, ...packs.map(partOf)];
    const stored = await matcher.readParts();
    const isCurrent = parts.length === stored.length && parts.every((p) => stored.includes(p));
    if (isCurrent && !force) return;
    await matcher.write(buildMatcher(await readNamedEntities(db)), parts);
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
    async wasPrepared() {
      const stored = await matcher.readParts();
      return [extensionPart, ...bundled.map(partOf)].every((part) => stored.includes(part));
    },
  };
}

async function hasFacts(db: FactDb | null): Promise<boolean> {
  if (!db?.isOpen()) return false;
  try {
    return (await readPacks(db)).length > 0;
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

function partOf({ id, version, sha256 }: PackIdentity): string {
  return `${id}@${version}#${sha256}`;
}
