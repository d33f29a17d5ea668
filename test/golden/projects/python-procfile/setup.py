from setuptools import setup

setup(
    name="shop",
    version="1.0",
    py_modules=[],
    extras_require={"metrics": ["prometheus-client"]},
)
