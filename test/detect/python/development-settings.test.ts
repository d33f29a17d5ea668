import assert from 'node:assert/strict';
import { python } from '../../../src/detect/python.js';
import { memoryProject } from '../../../src/project/memory-view.js';

describe("Django's settings for development", () => {
  const wsgi = (module: string) =>
    `import os\nfrom django.core.wsgi import get_wsgi_application\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "${module}")\napplication = get_wsgi_application()\n`;
  const told = (module: string, more: Record<string, string>) => {
    const project = memoryProject({
      'requirements.txt': 'django==5.2\ngunicorn\n',
      'manage.py': 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings.dev")\n',
      'shop/__init__.py': '',
      'shop/wsgi.py': wsgi(module),
      'shop/settings/__init__.py': '',
      'shop/settings/dev.py': 'SECRET_KEY = "x"\n',
      ...more,
    });
    return python.detect(project).warnings.filter(({ code }) => code === 'BI187');
  };
  it('are told where others for production are there', () => {
    const [warning] = told('shop.settings.dev', { 'shop/settings/prod.py': '' });
    assert.equal(warning?.source, 'shop/settings/dev.py');
    assert.match(warning.message, /DJANGO_SETTINGS_MODULE=shop\.settings\.prod /);
  });
  it('are all there is', () => assert.deepEqual(told('shop.settings.dev', {}), []));
  it('are for manage.py alone', () =>
    assert.deepEqual(told('shop.settings.prod', { 'shop/settings/prod.py': 'SECRET_KEY = "x"\n' }), []));
});
