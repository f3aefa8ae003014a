// Gathers what the pages of the API documentation load into dist/docs-assets.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const target = 'dist/docs-assets';
const swagger = 'node_modules/swagger-ui-dist';
const redoc = 'node_modules/redoc';

// Redoc's only request to somebody else's server; without an image it shows none.
const redocLogo = 'https://cdn.redoc.ly/redoc/logo-mini.svg';

mkdirSync(target, { recursive: true });

for (const name of ['swagger-ui.css', 'swagger-ui-bundle.js', 'swagger-ui-bundle.js.LICENSE.txt']) {
  cpSync(join(swagger, name), join(target, name));
}
cpSync(join(swagger, 'LICENSE'), join(target, 'swagger-ui.LICENSE.txt'));
cpSync(join(swagger, 'NOTICE'), join(target, 'swagger-ui.NOTICE.txt'));

writeFileSync(join(target, 'redoc.standalone.js'), withoutLogo(join(redoc, 'bundles/redoc.standalone.js')));
cpSync(join(redoc, 'bundles/redoc.standalone.js.LICENSE.txt'), join(target, 'redoc.standalone.js.LICENSE.txt'));
cpSync(join(redoc, 'LICENSE'), join(target, 'redoc.LICENSE.txt'));

function withoutLogo(file) {
  const parts = readFileSync(file, 'utf8').split(redocLogo);
  if (parts.length !== 2) {
    throw new Error(`${file} names ${redocLogo} ${parts.length - 1} times, not once: look at what it fetches now.`);
  }
  return withoutSourceMap(parts.join('data:,'));
}

function withoutSourceMap(text) {
  return text.replace(/\n?\/\/# sourceMappingURL=\S+\s*$/, '\n');
}
