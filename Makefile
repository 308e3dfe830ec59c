# make draft   a newcomer's first draft       make test   the whole suite
# make tools   what `make test` looks at documents with (LibreOffice, fonts, validator, Chromium; uses apt-get)
# make bench   speed beside peers, prose           make accept renew goldens, examples, catalogues
# make gallery pictures of the examples' first pages, for docs/gallery.md
# make newest  the suite on the newest and on the lowest versions that are allowed, on every Python that is found here
# make lock    renew locks/ and tests/tools/package-lock.json

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation
LOCKED := $(PIP) --require-hashes --requirement
EXAMPLE ?= examples/joint-treatment/brief.yaml

.PHONY: draft test tools bench accept gallery newest lock clean

.venv/installed: pyproject.toml locks/build.txt locks/draft.txt
	@$(PYTHON) -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "$(PYTHON) must be Python 3.11 or newer with its venv module (on Debian and Ubuntu: apt-get install python3-venv)"; exit 1; }
	$(PYTHON) -m venv .venv
	$(LOCKED) locks/build.txt
	$(LOCKED) locks/draft.txt
	$(PIP) --editable .
	@touch $@

.venv/developed: .venv/installed locks/test.txt
	$(LOCKED) locks/test.txt
	@touch $@

.venv/locking: .venv/installed locks/lock.txt
	$(LOCKED) locks/lock.txt
	@touch $@

draft: .venv/installed
	@mkdir -p out
	@$(BIN)/drafter draft $(EXAMPLE) -o out/$(notdir $(patsubst %/,%,$(dir $(EXAMPLE)))).docx

test: .venv/developed
	@tests/tools/install npm
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest --numprocesses auto --dist worksteal

tools:
	tests/tools/install

bench: .venv/developed  # python -m benchmarks.strangers: any input of a megabyte with any command; minutes
	$(LOCKED) locks/bench.txt
	@tests/tools/install npm
	$(BIN)/python -m benchmarks

accept: .venv/developed
	$(BIN)/python -m tests.accept

gallery: accept
	$(BIN)/python -m tests.gallery

newest: .venv/locking
	@tests/tools/newest

lock: .venv/locking
	@tests/tools/lock

clean:
	rm -rf .venv .newest .tools out build dist
