/**
 * Layers import one way: core ← storage ← messaging ← ui ← page ← entrypoints. Each rule names
 * what a folder may import; all else of the project is forbidden to it.
 */

/** @param {string} name @param {string} from @param {readonly string[]} allowed @param {string} comment */
function mayOnlyImport(name, from, allowed, comment) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: from, pathNot: '\\.test\\.tsx?$' },
    to: { path: '^(lib|entrypoints|tests|assets|data)/', pathNot: allowed },
  };
}

/** @param {string} name @param {string} from @param {string} packages @param {string} comment */
function neverReaches(name, from, packages, comment) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: from },
    to: { path: `node_modules/(${packages})/`, reachable: true },
  };
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|wxt/|#imports)' },
    },
    mayOnlyImport('core', '^lib/core/', ['^lib/core/'], 'core knows no browser, DOM or database'),
    {
      name: 'core-packages',
      comment: 'core uses schema and search libraries and nothing that knows a browser',
      severity: 'error',
      from: { path: '^lib/core/', pathNot: '\\.(?:test|fixture)\\.ts$' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'core'],
        pathNot: 'node_modules/(valibot|fuse\\.js)/',
      },
    },
    mayOnlyImport('storage', '^lib/storage/', ['^lib/(core|storage)/'], 'storage stands on core'),
    mayOnlyImport(
      'messaging',
      '^lib/messaging/',
      ['^lib/(core|storage|messaging)/'],
      'messaging knows nobody who draws',
    ),
    mayOnlyImport(
      'ui',
      '^lib/ui/',
      ['^lib/(core|ui)/', '^assets/styles/', '^assets/public/_locales/en/'],
      'ui shows what it is given',
    ),
    mayOnlyImport(
      'page',
      '^lib/page/',
      [
        '^lib/(core|messaging|ui|page)/',
        '^lib/storage/(settings-store|matcher-store|mute-store)\\.ts$',
        '^assets/styles/',
      ],
      'IndexedDB opened on a page belongs to the page; facts come by message',
    ),
    mayOnlyImport(
      'entrypoints',
      '^entrypoints/',
      ['^entrypoints/', '^lib/(?!tools/)', '^assets/styles/'],
      'what ships imports no tool',
    ),
    {
      name: 'entrypoints-apart',
      comment: 'entrypoints are wiring; what two of them need belongs into lib',
      severity: 'error',
      from: { path: '^entrypoints/([^/]+)/' },
      to: { path: '^entrypoints/', pathNot: '^entrypoints/$1/' },
    },
    neverReaches(
      'content-script-light',
      '^entrypoints/content-script/',
      'dexie|fuse\\.js|preact',
      'runs in every frame of every page',
    ),
    neverReaches(
      'popover-light',
      '^entrypoints/popover/',
      'dexie|fuse\\.js',
      'facts and search are the background’s',
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\?inline$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
  },
};
