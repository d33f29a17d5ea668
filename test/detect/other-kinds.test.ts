import assert from 'node:assert/strict';
import { survey } from '../../src/engine.js';
import { InputError } from '../../src/errors.js';
import { memoryProject } from '../../src/project/memory-view.js';

type Files = Record<string, string>;

function refuses(name: string, files: Files, code: string, expected: RegExp): void {
  it(name, () =>
    assert.throws(
      () => survey(memoryProject(files), {}),
      (error) => {
        assert.ok(error instanceof InputError);
        assert.equal(error.code, code);
        assert.match(error.message, expected);
        assert.ok((error.hint ?? '').length > 0);
        return true;
      },
    ),
  );
}

describe('folders without a program', () => {
  const rows: readonly [name: string, files: Files, expected: RegExp][] = [
    ['an app for Apple', { 'App.xcodeproj/project.pbxproj': '', 'App/x.swift': '' }, /Apple/],
    ['an app for Android', { 'app/src/main/AndroidManifest.xml': '' }, /Android/],
    ['Unity', { 'ProjectSettings/ProjectVersion.txt': '', 'Assets/a.cs': '' }, /Unity/],
    ['Godot', { 'project.godot': '' }, /Godot/],
    ['an extension for browsers', { 'manifest.json': '{"manifest_version": 3}', 'a.js': '' }, /browsers/],
    ['SAM', { 'template.yaml': 'Transform: AWS::Serverless-2016-10-31\n' }, /SAM/],
    ['Terraform', { 'main.tf': '', 'README.md': '' }, /^main\.tf: .*Terraform/],
    ['Ansible', { 'playbook.yml': '- hosts: all\n' }, /Ansible/],
    ['Helm', { 'Chart.yaml': 'name: x\n' }, /Helm/],
    ['Kubernetes', { 'deploy/api.yaml': 'apiVersion: apps/v1\nkind: Deployment\n' }, /Kubernetes/],
    ['ready images', { 'compose.yaml': 'services:\n  db:\n    image: postgres:17\n' }, /ready images/],
    ['a notebook', { 'a.ipynb': '{}' }, /notebook/],
    ['Bazel', { 'MODULE.bazel': '' }, /Bazel/],
    ['contracts', { 'src/A.sol': '' }, /Ethereum/],
    ['MkDocs', { 'mkdocs.yml': '', 'docs/a.md': '' }, /MkDocs/],
    ['firmware', { 'x.ino': '' }, /microcontroller/],
    ['documents', { 'README.md': '' }, /documents/],
    ['scripts', { 'run.sh': '#!/bin/sh\n' }, /shell/],
  ];
  for (const [name, files, expected] of rows) refuses(name, files, 'nothing-serves', expected);
  refuses('nothing at all', {}, 'no-language', /is empty/);
  refuses(
    'a language below, which is not served',
    { 'src/Api/Api.csproj': '', 'README.md': '' },
    'not-served',
    /^src\/Api\/Api\.csproj: .*\.NET/,
  );
  refuses(
    'a template',
    { 'cookiecutter.json': '{}', 'pyproject.toml': '', '{{cookiecutter.name}}/manage.py': '' },
    'nothing-serves',
    /^cookiecutter\.json: .*template/,
  );
  refuses(
    'Rush',
    { 'rush.json': '{\n  "projects": []\n}', 'apps/a/package.json': '{}' },
    'not-served',
    /^rush\.json:2: .*Rush/,
  );
});

describe('apps that nothing serves', () => {
  const node = (manifest: object) => ({ 'package.json': JSON.stringify(manifest), 'index.js': '' });
  refuses(
    'an action for workflows',
    { ...node({ main: 'index.js' }), 'action.yml': 'runs:\n  using: node20\n' },
    'nothing-serves',
    /^action\.yml:2: .*GitHub/,
  );
  refuses(
    'a cloud development kit',
    { ...node({ devDependencies: { 'aws-cdk': '2' } }), 'cdk.json': '{"app": "npx ts-node bin/x.ts"}' },
    'nothing-serves',
    /^cdk\.json:1: .*CDK/,
  );
  refuses(
    'packages of a workspace that is not here',
    node({ scripts: { start: 'node index.js' }, dependencies: { lib: 'workspace:*' } }),
    'workspace-missing',
    /^package\.json:1: lib comes from a workspace/,
  );
  const go = (path: string) => ({
    'go.mod': `module x\n\ngo 1.26\n\nrequire ${path} v2.0.0\n`,
    'main.go': `package main\n\nimport "${path}/app"\n\nfunc main() { app.New() }\n`,
  });
  refuses('windows in Go', go('fyne.io/fyne/v2'), 'nothing-serves', /^main\.go:3: .*Fyne/);
  const python = (text: string, requirement = '') => ({ 'requirements.txt': requirement, 'main.py': text });
  refuses('windows in Python', python('import tkinter\n'), 'not-served', /^main\.py:1: .*desktop/);
  refuses(
    'functions for Azure',
    { ...python('import azure.functions\n', 'azure-functions\n'), 'host.json': '{}' },
    'not-served',
    /^host\.json: .*Azure/,
  );
  refuses(
    'a function for Lambda',
    python('def lambda_handler(event, context):\n    return {}\n'),
    'not-served',
    /^main\.py:1: .*Lambda/,
  );
});

describe('a served app beside one that is not', () => {
  it('is told', () => {
    const { facts } = survey(
      memoryProject({
        'backend/pom.xml': '<project/>',
        'web/package.json': '{"scripts": {"start": "node a.js"}}',
        'web/a.js': '',
      }),
      {},
    );
    const [warning] = facts.warnings.filter(({ code }) => code === 'BI115');
    assert.match(warning?.message ?? '', /^backend\/pom\.xml is a project in Java/);
  });
});
