# One place for what people and the CI run. `make` alone lists it.
#   ARGS    goes to the command:        make chat ARGS="--ephemeral"      make test ARGS="-k settings"
#   PYTHON  is used to make the .venv:  make test PYTHON=python3.12
#   VENV    is where everything lives:  make test VENV=/somewhere/else

VENV ?= .venv
ARGS ?=
BIN := $(VENV)/bin
# Tried one by one and not merely looked up: a version manager leaves commands on the path that only print an error.
AT_LEAST := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell \
	for python in python3.13 python3.12 python3.11 python3; do \
	$$python -c '$(AT_LEAST)' 2>/dev/null && { echo $$python; break; }; done)
PIP = $(BIN)/python -m pip --disable-pip-version-check install --quiet -c constraints.txt

# A Python that is gone (upgraded, removed) takes with it all that was installed for it.
$(shell [ -x $(BIN)/python ] || rm -f $(VENV)/.run $(VENV)/.dev)

.DEFAULT_GOAL := help
.PHONY: help chat test check lint types layers dialogs coverage readability bench anchors faults mutants walks pictures guide clean

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' $(MAKEFILE_LIST) | while IFS="$$(printf '\t')" read -r target what; do \
		printf '  make %-11s %s\n' "$$target" "$$what"; done

chat: $(VENV)/.run ## talk to the bot in this terminal
	@$(BIN)/heatwise chat $(ARGS)

test: $(VENV)/.dev ## run the tests
	@$(BIN)/pytest -n auto --dist worksteal $(ARGS)

check: lint types layers dialogs coverage ## run everything that the CI runs (-k: go on after a failure)

lint: $(VENV)/.dev ## look for mistakes in style and form
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/.dev ## check the types
	$(BIN)/basedpyright --pythonpath $(BIN)/python

layers: $(VENV)/.dev ## check who imports whom
	$(BIN)/lint-imports --no-logo

# On Telegram the conversations run among the tests, with those of the terminal once more.
dialogs: $(VENV)/.dev ## find mistakes in dialogs and texts, run the conversations
	$(BIN)/heatwise check
	$(BIN)/heatwise schema --check
	$(BIN)/heatwise test --coverage --at-least 100

coverage: $(VENV)/.dev ## run the tests, two at a time; which lines they miss, and how many branches they reach
	REACHED=.reached.json $(BIN)/pytest -n 2 --dist worksteal $(ARGS)
	@$(BIN)/python -m tests.branches < .reached.json

readability: $(VENV)/.dev ## show how plain every message is
	@$(BIN)/python -m bench.readability

# With -m, so that "tests" is the folder here and not the one that textstat brings along.
bench: $(VENV)/.dev ## measure side by side with the alternatives
	@$(BIN)/python -m bench.run $(ARGS)

anchors: $(VENV)/.dev ## learn anew which words are worth a question; ARGS=--measure shows what they would do
	@$(BIN)/python -m bench.anchors $(ARGS)

faults: $(VENV)/.dev ## do to the program what must not cost a message; ARGS="kill send --scale 0.1" for a part
	@$(BIN)/python -m bench.faults $(ARGS)

mutants: $(VENV)/.dev ## plant faults, and see what catches each; ARGS="engine drop_rule --count 20" for a part
	@$(BIN)/python -m bench.mutants $(ARGS)

walks: $(VENV)/.dev ## walk through the dialogs at random: is all that is met in a class that was proved?
	@$(BIN)/python -m bench.walks $(ARGS)

pictures: $(VENV)/.dev ## draw the pictures of the README anew, from the chat as it is
	$(BIN)/python -m docs.picture

guide: $(VENV)/.dev ## write what the commands print into docs/staff-guide.md
	$(BIN)/python -m tests.guide

clean: ## remove what the other targets made
	rm -rf $(VENV) dist build \
		.reached.json .hypothesis .import_linter_cache .pytest_cache .ruff_cache
	find bot tests bench -name __pycache__ -prune -exec rm -rf {} +

# Two levels, so that talking to the bot needs no tools for work on it. A stamp is touched last: what was broken off is
# done again.
$(VENV)/.run: pyproject.toml constraints.txt | $(BIN)/python
	@echo 'Installing Heatwise in $(VENV) (only now and after an update) ...'
	@$(PIP) -e .
	@touch $@

$(VENV)/.dev: pyproject.toml constraints.txt | $(BIN)/python
	@echo 'Installing Heatwise and its test tools in $(VENV) (only now and after an update) ...'
	@$(PIP) -e '.[dev]'
	@touch $(VENV)/.run $@

$(BIN)/python:
	@if [ -z '$(PYTHON)' ]; then \
		echo 'Heatwise needs Python 3.11 or later, and found none. Install it, for example: sudo apt install python3 python3-venv' >&2; exit 1; fi
	@$(PYTHON) -c '$(AT_LEAST)' || { \
		echo 'Heatwise needs Python 3.11 or later; $(PYTHON) is not. Choose another: make PYTHON=python3.12 ...' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo '$(PYTHON) cannot make virtual environments. Install that part: sudo apt install python3-venv' >&2; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV) || { rm -rf $(VENV); exit 1; }
