// The manifest of the elements, for editors, Storybook and the types of frameworks. Tags are found through define.ts.

/** Names the definitions that `defineElement` makes, so that the analyzer sees them. */
const definitions = {
  name: 'define-element',
  analyzePhase({ts, node, moduleDoc}) {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'defineElement') return;
    const [tag, element] = node.arguments;
    moduleDoc.exports = [
      ...(moduleDoc.exports ?? []),
      {kind: 'custom-element-definition', name: tag.text, declaration: {name: element.getText(), module: ''}},
    ];
  },
  packageLinkPhase({customElementsManifest}) {
    const declarations = customElementsManifest.modules.flatMap((module) =>
      (module.declarations ?? []).map((declaration) => ({module, declaration})),
    );
    for (const {exports = []} of customElementsManifest.modules) {
      for (const definition of exports.filter(({kind}) => kind === 'custom-element-definition')) {
        const found = declarations.find(({declaration}) => declaration.name === definition.declaration.name);
        if (!found) continue;
        found.declaration.tagName = definition.name;
        found.declaration.customElement = true;
        definition.declaration.module = found.module.path;
      }
    }
  },
};

/** What a portal cannot reach is no part of the manifest. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({customElementsManifest}) {
    for (const {declarations = []} of customElementsManifest.modules) {
      for (const declaration of declarations) {
        // Only what the class comment says: events that are merely seen in the code have no name yet.
        declaration.events = declaration.events?.filter(({name, description}) => name && description);
        declaration.members = declaration.members?.filter(
          ({name, privacy}) => !name.startsWith('#') && privacy !== 'private' && privacy !== 'protected',
        );
      }
    }
  },
};

/** The package holds what was built, not the sources. */
const builtPaths = {
  name: 'built-paths',
  packageLinkPhase({customElementsManifest}) {
    const built = (path) => path.replace(/^(components\/.*)\.ts$/, 'dist/$1.js');
    const visit = (value) => {
      if (typeof value !== 'object' || value === null) return;
      for (const key of ['path', 'module']) if (typeof value[key] === 'string') value[key] = built(value[key]);
      for (const part of Object.values(value)) visit(part);
    };
    visit(customElementsManifest.modules);
  },
};

export default {
  globs: ['components/*/*.ts', 'components/*.ts'],
  exclude: ['components/locales/**', 'components/internal/**'],
  outdir: 'dist',
  litelement: true,
  quiet: true,
  plugins: [definitions, publicOnly, builtPaths],
};
