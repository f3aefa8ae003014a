// Prints what browsers are given, as a list of parts in CycloneDX. npm sbom --omit=dev leaves out whatever a tool
// needs as well, React among it, so it prints all, and tools and types are taken out here.
import { execFileSync } from 'node:child_process';

const TOOL = 'cdx:npm:package:development';
// Tools to npm, as pages of the API documentation hold copies of them: see docs-assets.mjs.
const COPIED = ['redoc', 'swagger-ui-dist'];

const whole = JSON.parse(
  execFileSync('npm', ['sbom', '--package-lock-only', '--sbom-format=cyclonedx'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  }),
);
const components = whole.components.filter(
  ({ name, purl, properties }) => COPIED.includes(name) || (!purl.startsWith('pkg:npm/%40types/') && !properties.some((property) => property.name === TOOL)),
);
const listed = new Set([whole.metadata.component['bom-ref'], ...components.map((part) => part['bom-ref'])]);
const dependencies = whole.dependencies
  .filter(({ ref }) => listed.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => listed.has(other)) }));
console.log(JSON.stringify({ ...whole, components, dependencies }, null, 2));
