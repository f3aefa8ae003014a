// The API's contract: the parts that openapi.yaml lists, joined line by line as ContractParts.java does.
import { readFileSync } from 'node:fs';

const folder = new URL('../../modules/api/src/main/resources/direttore/api/docs/', import.meta.url);

export function joinedContract() {
  const root = linesOf('openapi.yaml');
  const paths = [];
  const components = new Map();
  for (const name of partsIn(root)) {
    let within = paths;
    for (const line of linesOf(`openapi/${name}.yaml`)) {
      if (line === 'components:') {
        within = [];
      } else if (/^ {2}[A-Za-z]+:$/.test(line)) {
        within = components.get(line) ?? [];
        components.set(line, within);
      } else if (line !== 'paths:') {
        within.push(line);
      }
    }
  }
  const general = root.filter((line) => !line.startsWith('x-parts:'));
  return [...general, 'paths:', ...paths, 'components:', ...[...components].flat(2)].join('\n');
}

function partsIn(root) {
  const list = root.find((line) => line.startsWith('x-parts:')) ?? '';
  return list.slice('x-parts:'.length).match(/[a-z]+/g) ?? [];
}

function linesOf(file) {
  return readFileSync(new URL(file, folder), 'utf8').split('\n');
}
