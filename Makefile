# make draft   a newcomer's first draft       make test   the whole suite
# make tools   what `make test` looks at documents with (LibreOffice, fonts, validator, Chromium; uses apt-get)
# make bench   speed beside peers             make accept renew goldens, examples, catalogues

PYTHON ?= python3
BIN := .venv/bin
EXAMPLE ?= examples/joint-treatment/brief.yaml

.PHONY: draft test tools bench accept clean

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/developed: .venv/installed
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

draft: .venv/installed
	@mkdir -p out
	@$(BIN)/drafter draft $(EXAMPLE) -o out/$(notdir $(patsubst %/,%,$(dir $(EXAMPLE)))).docx

test: .venv/developed
	@tests/tools/install npm
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -rs

tools:
	tests/tools/install

bench: .venv/developed
	$(BIN)/pip install --quiet --disable-pip-version-check --requirement benchmarks/requirements.txt
	@command -v npm >/dev/null && npm install --silent --no-audit --no-fund --prefix .tools/npm docxtemplater pizzip || true
	$(BIN)/python -m benchmarks

accept: .venv/developed
	$(BIN)/python -m tests.accept

clean:
	rm -rf .venv .tools out build dist
