/**
 * The fact-pack format: the one definition from which the TypeScript types, the check of every
 * pack and the published JSON Schema (data/schema/) are all derived.
 *
 * The schema says what one record looks like. What spans records (ids that must exist, excerpts
 * that must be found in their source) is in check-pack.ts and check-excerpts.ts.
 */
import * as v from 'valibot';
import { isEdtf } from './edtf';

export const MAX_EXCERPT_CHARS = 240;
/** W3C leaves the length of a quotation's context open; 32 is what Hypothesis settled on. */
export const MAX_CONTEXT_CHARS = 32;
/** Of one entity. */
export const MAX_IDENTIFIERS = 50;

const text = (max: number, description: string) =>
  v.pipe(v.string(), v.minLength(1), v.maxLength(max), v.description(description));

const id = (description: string) =>
  v.pipe(
    v.string(),
    v.maxLength(80),
    v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens'),
    v.description(description),
  );

const language = (description: string) =>
  v.pipe(
    v.string(),
    v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'a BCP 47 language tag, such as zh-Hans'),
    v.description(description),
  );

const edtf = (description: string) =>
  v.pipe(
    v.string(),
    v.check(isEdtf, 'an EDTF date, such as 2020-11-03, 2021-07~ or 2018/2022'),
    v.description(description),
  );

const webAddress = (description: string) =>
  v.pipe(
    v.string(),
    v.maxLength(2048),
    v.regex(/^https?:\/\/[^\s]+$/, 'an http or https address'),
    v.description(description),
  );

export const BasisSchema = v.pipe(
  v.picklist(['source', 'editorial', 'derived']),
  v.description(
    'What the words rest on: "source" when a source of this pack writes them, "editorial" when they are background knowledge of the pack’s editors, "derived" when the build computed them (traditional from simplified Chinese, pinyin).',
  ),
);

export const SourceSchema = v.pipe(
  v.strictObject({
    id: id('Name of the source inside this pack.'),
    file: v.optional(text(200, 'File name of the stored text that excerpts are checked against.')),
    url: v.optional(
      webAddress('Address of the document. Never invented: absent where it is not known.'),
    ),
    retrieved: v.optional(edtf('When the text was taken from its address.')),
    sha256: v.optional(
      v.pipe(
        v.string(),
        v.regex(/^[0-9a-f]{64}$/, 'a SHA-256 in lower-case hexadecimal'),
        v.description(
          'SHA-256 of the stored text’s bytes; proves which text the offsets count in.',
        ),
      ),
    ),
    title: text(300, 'Title as the source gives it.'),
    publisher: v.optional(text(200, 'Who published it; absent where the text does not tell.')),
    author: v.optional(text(200, 'Who wrote it; absent where the text does not tell.')),
    published: v.optional(
      v.pipe(
        v.strictObject({
          date: edtf('Date of publication.'),
          basis: v.pipe(
            v.picklist(['stated', 'inferred']),
            v.description('Whether the text states the date or the editors inferred it.'),
          ),
          why: v.optional(text(600, 'Where the date stands, or how it was inferred.')),
        }),
        v.description('When it was published, and how that is known.'),
      ),
    ),
    language: language('Language of the stored text.'),
    originalLanguage: v.optional(
      language('Language it was first written in, where that differs or is known.'),
    ),
    translation: v.pipe(
      v.picklist(['none', 'human', 'machine', 'unknown']),
      v.description('How the stored text came to be in its language.'),
    ),
    extent: v.optional(
      v.pipe(
        v.strictObject({
          length: v.pipe(
            v.number(),
            v.integer(),
            v.minValue(1),
            v.description('Length of the stored text in UTF-16 code units.'),
          ),
          sentences: v.pipe(
            v.number(),
            v.integer(),
            v.minValue(1),
            v.description('Its sentences, as Unicode (UAX 29) divides them, that hold a letter.'),
          ),
          quoted: v.pipe(
            v.number(),
            v.integer(),
            v.minValue(0),
            v.description('How many of these an excerpt of this pack repeats wholly or partly.'),
          ),
        }),
        v.description(
          'How long the stored text is and how much of it the pack covers. Counted by a tool, proven by the check where the text is at hand.',
        ),
      ),
    ),
    stance: text(
      400,
      'One neutral sentence on whose view the source takes, as its own text shows.',
    ),
  }),
  v.description('A document that claims are quoted from.'),
);

export const ENTITY_KINDS = [
  'person',
  'organisation',
  'public-body',
  'product',
  'law',
  'event',
  'concept',
  'place',
  'outlet',
] as const;

export const AliasSchema = v.pipe(
  v.strictObject({
    text: text(200, 'The written form.'),
    lang: language('Language of the form; "und" where it belongs to none in particular.'),
    strength: v.pipe(
      v.picklist(['strong', 'weak', 'garbled']),
      v.description(
        '"strong" marks on its own; "weak" (surname, short brand, common word, abbreviation) needs support on the page; "garbled" is a mistranslation or misspelling found in a source, and needs support too.',
      ),
    ),
    case: v.pipe(
      v.picklist(['any', 'initial', 'exact']),
      v.description(
        '"any": letter case does not matter; "initial": letters written large here must be large in the text, so that capitals throughout match as well; "exact": just as written here.',
      ),
    ),
    basis: BasisSchema,
    note: v.optional(
      text(400, 'For a garbled form: what the source wrote, who is meant, and how sure that is.'),
    ),
  }),
  v.description('One written form of an entity. Several entities may share a form.'),
);

export const EntitySchema = v.pipe(
  v.strictObject({
    id: id('Name of the entity inside this pack.'),
    kind: v.pipe(v.picklist(ENTITY_KINDS), v.description('What sort of thing it is.')),
    label: text(200, 'The display name in the pack’s language.'),
    labelBasis: BasisSchema,
    nativeLabels: v.pipe(
      v.array(
        v.strictObject({
          text: text(200, 'The name in its own script.'),
          lang: language('Language and script of the name.'),
          basis: BasisSchema,
        }),
      ),
      v.description('The name in the script of its home, simplified before traditional.'),
    ),
    summary: v.pipe(
      v.array(
        v.union([
          v.strictObject({
            text: text(500, 'A neutral sentence in our own words.'),
            claims: v.pipe(
              v.array(id('A claim of this pack.')),
              v.minLength(1),
              v.description('The claims that the sentence rests on.'),
            ),
          }),
          v.strictObject({
            text: text(500, 'A neutral sentence in our own words.'),
            basis: v.pipe(
              v.literal('editorial'),
              v.description('The sentence is background knowledge and rests on no excerpt.'),
            ),
          }),
        ]),
      ),
      v.maxLength(8),
      v.description('Who or what it is, sentence by sentence, each saying what it rests on.'),
    ),
    aliases: v.pipe(
      v.array(AliasSchema),
      v.minLength(1),
      v.maxLength(200),
      v.description('Every written form by which a text may name it, its label included.'),
    ),
    counterSigns: v.optional(
      v.pipe(
        v.array(text(200, 'A word or phrase, in any letter case.')),
        v.maxLength(100),
        v.description(
          'Words that, in the same passage, tell that an alias means something else: “forty thieves” beside Alibaba, “insect” beside Ant.',
        ),
      ),
    ),
    lookalikes: v.optional(
      v.pipe(
        v.array(
          text(200, 'A longer written form that contains an alias and means something else.'),
        ),
        v.maxLength(100),
        v.description(
          'Forms that are not this entity although an alias stands in them, such as “Apache Ant”. They are never marked, whatever their case.',
        ),
      ),
    ),
    identifiers: v.optional(
      v.pipe(
        v.array(
          v.strictObject({
            scheme: text(40, 'Whose number it is: wikidata, isin, imo, lei, opensanctions.'),
            value: text(200, 'The number or name, as that register writes it.'),
          }),
        ),
        v.maxLength(MAX_IDENTIFIERS),
        v.description(
          'Names that registers have given to it. Two packs that share one mean the same entity.',
        ),
      ),
    ),
  }),
  v.description('Somebody or something that a reader may want explained.'),
);

export const SpeakerSchema = v.pipe(
  v.variant('type', [
    v.strictObject({
      type: v.pipe(
        v.literal('source'),
        v.description('The quoted source says it in its own voice.'),
      ),
    }),
    v.strictObject({
      type: v.pipe(
        v.literal('entity'),
        v.description('An entity of this pack says it; the source reports it.'),
      ),
      entity: id('The person, body or outlet that says it.'),
      via: v.optional(id('The outlet through which the source has it, where it names one.')),
    }),
    v.strictObject({
      type: v.pipe(v.literal('unnamed'), v.description('Somebody the source does not name.')),
      description: text(200, 'How the source describes them, in our words.'),
      via: v.optional(id('The outlet through which the source has it, where it names one.')),
    }),
  ]),
  v.description('Who asserts the claim.'),
);

export const EvidenceSchema = v.pipe(
  v.strictObject({
    source: id('The source that is quoted.'),
    exact: text(MAX_EXCERPT_CHARS, 'The excerpt: verbatim words of the source, never edited.'),
    prefix: v.pipe(
      v.string(),
      v.maxLength(MAX_CONTEXT_CHARS),
      v.description('Words directly before the excerpt (W3C TextQuoteSelector).'),
    ),
    suffix: v.pipe(
      v.string(),
      v.maxLength(MAX_CONTEXT_CHARS),
      v.description('Words directly after the excerpt (W3C TextQuoteSelector).'),
    ),
    start: v.pipe(
      v.number(),
      v.integer(),
      v.minValue(0),
      v.description('Offset of the excerpt in UTF-16 code units (W3C TextPositionSelector).'),
    ),
    end: v.pipe(
      v.number(),
      v.integer(),
      v.minValue(1),
      v.description('Offset after the excerpt, in UTF-16 code units.'),
    ),
    speaker: v.optional(SpeakerSchema),
  }),
  v.description(
    'Where a source says it. `speaker` stands only where this source attributes the claim to somebody other than the claim’s own speaker.',
  ),
);

export const CLAIM_KINDS = [
  'event',
  'figure',
  'statement',
  'allegation',
  'denial',
  'opinion',
  'forecast',
] as const;

export const NOTE_KINDS = [
  'mistranslation',
  'garbled-name',
  'inverted-sense',
  'back-translation',
  'inconsistency',
  'relative-date',
  'figure',
  'context',
] as const;

export const ClaimSchema = v.pipe(
  v.strictObject({
    id: id('Name of the claim inside this pack.'),
    kind: v.pipe(v.picklist(CLAIM_KINDS), v.description('What sort of assertion it is.')),
    respondsTo: v.optional(id('For a denial or an answer: the claim that it responds to.')),
    text: text(600, 'Neutral restatement in our own words; says no more than the excerpts do.'),
    entities: v.pipe(
      v.array(id('An entity of this pack.')),
      v.minLength(1),
      v.maxLength(20),
      v.description('What the claim is about, the main one first.'),
    ),
    speaker: SpeakerSchema,
    date: v.optional(
      v.pipe(
        v.strictObject({
          date: edtf('When it happened or was said; for a forecast, the time it is about.'),
          basis: v.pipe(
            v.picklist(['stated', 'inferred']),
            v.description('Whether the source states the date or it was worked out.'),
          ),
          why: v.optional(text(400, 'How the date was worked out.')),
        }),
        v.description('The date that the claim is about.'),
      ),
    ),
    notes: v.pipe(
      v.array(
        v.strictObject({
          kind: v.pipe(v.picklist(NOTE_KINDS), v.description('What the note warns of.')),
          text: text(600, 'The note, in our own words.'),
        }),
      ),
      v.description('What a reader must know to read the excerpt rightly.'),
    ),
    conflictsWith: v.pipe(
      v.array(id('A claim of this pack.')),
      v.description('Claims that cannot be true together with this one. Stands on both sides.'),
    ),
    evidence: v.pipe(
      v.array(EvidenceSchema),
      v.maxLength(50),
      v.description('The excerpts that carry the claim. Empty means: no excerpt given.'),
    ),
  }),
  v.description('One statement about one or more entities, with its evidence.'),
);

export const RELATION_KINDS = [
  'founder-of',
  'leads',
  'works-for',
  'member-of',
  'subsidiary-of',
  'owns-share-in',
  'product-of',
  'part-of',
  'regulates',
  'investigated',
  'penalised',
  'cracked-down-on',
  'criticised',
  'ally-of',
  'rival-of',
  'succeeded',
  'invests-in',
  'reported-by',
  'applies-to',
  'located-in',
  'related-to',
] as const;

export const RelationSchema = v.pipe(
  v.strictObject({
    from: id('The entity that the relation starts from.'),
    to: id('The entity that it leads to.'),
    kind: v.pipe(v.picklist(RELATION_KINDS), v.description('Reads as: from – kind – to.')),
    date: v.optional(edtf('When the relation held.')),
    claim: id('The claim that supports it.'),
  }),
  v.description('A connection between two entities that a claim supports.'),
);

export const FactPackSchema = v.pipe(
  v.strictObject({
    id: id('Name of the pack, the same in every version.'),
    version: v.pipe(
      v.string(),
      v.regex(/^\d+\.\d+\.\d+$/, 'a version such as 1.4.0'),
      v.description('Version of the content; a higher one replaces a lower one.'),
    ),
    title: text(200, 'Title of the pack.'),
    description: text(1000, 'What the pack covers and where it comes from.'),
    license: text(200, 'License of our own words (SPDX); quotations remain their authors’.'),
    sources: v.pipe(v.array(SourceSchema), v.description('The documents that are quoted.')),
    entities: v.pipe(v.array(EntitySchema), v.description('Who and what the pack knows.')),
    claims: v.pipe(v.array(ClaimSchema), v.description('What is claimed about them.')),
    relations: v.pipe(v.array(RelationSchema), v.description('How they are connected.')),
  }),
  v.description(
    'A versioned, self-contained set of entities, claims and the excerpts behind them.',
  ),
);

export type FactPack = v.InferOutput<typeof FactPackSchema>;
export type Source = v.InferOutput<typeof SourceSchema>;
export type Entity = v.InferOutput<typeof EntitySchema>;
export type Alias = v.InferOutput<typeof AliasSchema>;
export type Claim = v.InferOutput<typeof ClaimSchema>;
export type Evidence = v.InferOutput<typeof EvidenceSchema>;
export type Speaker = v.InferOutput<typeof SpeakerSchema>;
export type Relation = v.InferOutput<typeof RelationSchema>;
export type EntityKind = Entity['kind'];
export type ClaimKind = Claim['kind'];
