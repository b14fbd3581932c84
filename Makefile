# make run · make test · make bundle · make bench · make screenshots
# Another Python than the one called python3: make PYTHON=python3.12 run

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARCHIVE := build/bundled.zhylnama
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
UV_VERSION := 0.13.9
COMPILE := build/pins/bin/uv pip compile --quiet --no-header --universal --generate-hashes \
    --python-version 3.11

# What the bundled archive is made of: the records, and the code that turns them into an archive.
ARCHIVE_SOURCES := $(wildcard seeds/*.toml resources/*.toml) desktop/zhylnama/installed.py \
    $(shell find desktop/zhylnama/record desktop/zhylnama/names desktop/zhylnama/archive \
        -name '*.py' -o -name '*.sql' -o -name '*.toml')

.PHONY: run test bundle bench accuracy screenshots fonts pins clean
.DELETE_ON_ERROR:

run: $(ARCHIVE)
	@$(BIN)/python scripts/check_system.py window; status=$$?; \
	case $$status in 0) exec $(BIN)/zhylnama ;; 2) exit 0 ;; *) exit $$status ;; esac

test: $(VENV)/dev.stamp
	@$(BIN)/python scripts/check_system.py qt
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 --dist worksteal

bundle: $(ARCHIVE) $(VENV)/dev.stamp
	@$(BIN)/python scripts/check_system.py bundle
	$(BIN)/pyinstaller --noconfirm --clean --log-level ERROR --workpath build/pyinstaller build.spec

# Half an hour for all three sizes; make bench SIZES="10000 100000" takes a few minutes.
bench: $(VENV)/bench.stamp
	@$(BIN)/python scripts/check_system.py qt
	$(BIN)/python -m benchmarks $(SIZES)

# The published report is not in the repository: make accuracy REPORT=… SEEDS=seeds/2021-12.toml
SEEDS ?= seeds/2021-12.toml
accuracy: $(ARCHIVE) $(VENV)/dev.stamp
	@test -n "$(REPORT)" || { echo "Say which report: make accuracy REPORT=FILE" >&2; exit 2; }
	$(BIN)/python -m benchmarks.accuracy "$(REPORT)" "$(SEEDS)" --write benchmarks/ACCURACY.md

screenshots: $(ARCHIVE) $(VENV)/dev.stamp
	$(BIN)/python scripts/screenshots.py

# The cut fonts are kept in the repository; this is for a new Noto release or more letters.
fonts: $(VENV)/dev.stamp
	$(BIN)/python resources/fonts/cut.py

# After a change of versions in pyproject.toml. Hashes of every platform, no name of a host.
pins:
	$(PYTHON) -m venv build/pins
	build/pins/bin/python -m pip install --quiet uv==$(UV_VERSION)
	$(COMPILE) pyproject.toml --group build -o requirements.txt
	$(COMPILE) pyproject.toml --group dev -c requirements.txt -o requirements-dev.txt
	$(COMPILE) pyproject.toml --group bench -c requirements.txt -o requirements-bench.txt
	$(PYTHON) scripts/head_pins.py requirements.txt requirements-dev.txt requirements-bench.txt

clean:
	rm -rf $(VENV) build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	rm -rf desktop/*.egg-info
	find desktop tests benchmarks scripts resources -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/run.stamp: requirements.txt pyproject.toml
	@command -v $(PYTHON) >/dev/null || \
	    { echo "Zhylnama needs Python 3.11 or newer: sudo apt install python3 python3-venv" >&2; exit 1; }
	@$(PYTHON) scripts/check_system.py python
	$(PYTHON) -m venv $(VENV)
	@echo "Installing the pinned packages into $(VENV), once (about 150 MB to fetch) ..."
	$(PIP_INSTALL) --require-hashes -r requirements.txt
	$(PIP_INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt $(VENV)/run.stamp
	$(PIP_INSTALL) --require-hashes -r requirements-dev.txt
	@touch $@

$(VENV)/bench.stamp: requirements-bench.txt $(VENV)/dev.stamp
	$(PIP_INSTALL) --require-hashes -r requirements-bench.txt
	@touch $@

$(ARCHIVE): $(VENV)/run.stamp $(ARCHIVE_SOURCES)
	@mkdir -p build
	$(BIN)/zhylnama build seeds -o $@
