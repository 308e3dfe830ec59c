"""One document with docxtpl, as a script: python fill_one.py TEMPLATE BRIEF OUT"""

import sys

import yaml
from docxtpl import DocxTemplate

template, brief, out = sys.argv[1:]
document = DocxTemplate(template)
with open(brief, encoding="utf-8") as file:
    document.render(yaml.load(file, getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
document.save(out)
