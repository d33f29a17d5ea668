import type { Fact } from '../fact.js';
import type { ProjectView } from '../project/view.js';

/** A kind of folder in which no program of a language lies, known by its files. */
export interface OtherKind {
  /** The file that gives it away. */
  readonly mark: Fact<string>;
  /** For people: `an infrastructure described for Terraform`. */
  readonly what: string;
  /** What its people can do. */
  readonly hint: string;
}

interface Kind {
  /** Files that say so, by their paths. */
  readonly mark: RegExp;
  /** What the first of them has to say; absent: it is enough that it is there. */
  readonly says?: RegExp;
  readonly what: string;
  readonly hint: string;
}

const noProgram =
  'nothing in it is a program that a container could run; name the folder of an app with --app';
const phone =
  'it runs on a phone, not in a container; where a server lies beside it, name its folder with --app';
const desk =
  'it is drawn on a screen, and a container has none; where a server lies beside it, name its folder with --app';
const pages = 'build the pages, and name the folder that is written with --app and --language static';

/** The most telling first. */
const kinds: readonly Kind[] = [
  {
    mark: /^[^/]+\.xcodeproj\/|^[^/]+\.xcworkspace\/|^Podfile$/,
    what: 'an app for Apple systems (Xcode)',
    hint: phone,
  },
  { mark: /(?:^|\/)AndroidManifest\.xml$/, what: 'an app for Android', hint: phone },
  { mark: /^ProjectSettings\/ProjectVersion\.txt$/, what: 'a game or app made with Unity', hint: desk },
  { mark: /^project\.godot$/, what: 'a game or app made with Godot', hint: desk },
  {
    mark: /^(?:(?:src|public|app|extension)\/)?manifest\.json$/,
    says: /"manifest_version"\s*:\s*[23]/,
    what: 'an extension for browsers',
    hint: 'it runs in a browser, not in a container; where a server lies beside it, name its folder with --app',
  },
  {
    mark: /^template\.ya?ml$/,
    says: /AWS::Serverless/,
    what: 'functions for AWS Lambda (SAM)',
    hint: 'the platform calls them, and nothing here listens; name the folder of a server with --app',
  },
  { mark: /\.tf$|^terragrunt\.hcl$/, what: 'an infrastructure described for Terraform', hint: noProgram },
  { mark: /^Pulumi\.ya?ml$/, what: 'an infrastructure described for Pulumi', hint: noProgram },
  {
    mark: /^(?:ansible\.cfg|playbook\.ya?ml|site\.yml|galaxy\.yml)$/,
    what: 'playbooks for Ansible',
    hint: noProgram,
  },
  { mark: /^(?:charts\/[^/]+\/)?Chart\.yaml$/, what: 'a chart for Helm', hint: noProgram },
  { mark: /(?:^|\/)kustomization\.ya?ml$/, what: 'manifests for Kubernetes (Kustomize)', hint: noProgram },
  {
    mark: /\.ya?ml$/,
    says: /^kind:\s*(?:Deployment|StatefulSet|Service)\b/m,
    what: 'manifests for Kubernetes',
    hint: noProgram,
  },
  {
    mark: /^(?:docker-)?compose(?:\.[\w-]+)?\.ya?ml$/,
    says: /^\s+build\s*:/m,
    what: 'a composition of containers whose programs are in no language that is served',
    hint: 'name the folder of one of them with --app, and its language with --language',
  },
  {
    mark: /^(?:docker-)?compose(?:\.[\w-]+)?\.ya?ml$/,
    what: 'a composition of ready images',
    hint: 'no image has to be built for it; name the folder of an app with --app',
  },
  {
    mark: /\.ipynb$/,
    what: 'a notebook without a list of its packages',
    hint: 'add a requirements.txt with jupyterlab or voila, and give --start "jupyter lab --ip 0.0.0.0 --no-browser" or --start "voila --Voila.ip=0.0.0.0"',
  },
  {
    mark: /^(?:MODULE|WORKSPACE|BUILD)(?:\.bazel)?$/,
    what: 'a project that Bazel builds',
    hint: 'its rules make images themselves (rules_oci); name the folder of an app that has a manifest of its own with --app',
  },
  { mark: /^(?:foundry\.toml|truffle-config\.js)$|\.sol$/, what: 'contracts for Ethereum', hint: noProgram },
  { mark: /^mkdocs\.ya?ml$/, what: 'documents for MkDocs', hint: pages },
  { mark: /^book\.toml$/, what: 'a book for mdBook', hint: pages },
  { mark: /^_config\.ya?ml$/, what: 'pages for Jekyll', hint: pages },
  { mark: /^config\.toml$/, says: /^baseURL\s*=/im, what: 'pages for Hugo', hint: pages },
  { mark: /^antora\.ya?ml$|^antora-playbook\.ya?ml$/, what: 'documents for Antora', hint: pages },
  { mark: /^platformio\.ini$|\.ino$/, what: 'firmware for a microcontroller', hint: noProgram },
  { mark: /\.tex$/, what: 'a document for LaTeX', hint: noProgram },
  {
    mark: /^flake\.nix$|^default\.nix$|^shell\.nix$/,
    what: 'an environment described for Nix',
    hint: noProgram,
  },
  {
    mark: /^buf(?:\.work)?\.yaml$|\.proto$/,
    what: 'descriptions of messages (Protocol Buffers)',
    hint: noProgram,
  },
  {
    mark: /(?:^|\/)(?:openapi|swagger)\.(?:ya?ml|json)$/,
    what: 'the description of an interface (OpenAPI)',
    hint: noProgram,
  },
  {
    mark: /^(?:nginx\.conf|Caddyfile)$/,
    what: 'the settings of a web server without any pages',
    hint: 'put pages beside them (index.html), or name their folder with --app',
  },
  { mark: /\.sql$/, what: 'scripts for a database', hint: noProgram },
  {
    mark: /\.sh$/,
    what: 'scripts for a shell',
    hint: 'which programs they need can not be told; name the folder of an app with --app',
  },
  { mark: /\.(?:md|rst|adoc|txt)$/, what: 'documents', hint: noProgram },
];

/** What a folder holds in which nobody found a program: by what is most telling; null where nothing is known. */
export function otherKind(project: ProjectView): OtherKind | null {
  for (const { mark, says, what, hint } of kinds) {
    const path = project.files.find(
      (name) => mark.test(name) && (says === undefined || saysSo(project, name, says)),
    );
    if (path !== undefined) return { mark: { value: path, source: path }, what, hint };
  }
  return null;
}

function saysSo(project: ProjectView, path: string, says: RegExp): boolean {
  return says.test(project.read(path)?.text ?? '');
}
