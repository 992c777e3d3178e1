# Everything a developer or an operator runs. `make` alone lists it.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

DATABASE ?= var/jobindsats.sqlite
HOST ?= 127.0.0.1
PORT ?= 8080
PROGRAM := .build/release/jobindsats
SWIFT_FILES := Package.swift Sources Tests

.PHONY: help
help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

.PHONY: serve
serve: program ## install what is missing, build, fill a database if there is none, serve it
	@deploy/fill-database.sh $(PROGRAM) $(DATABASE)
	@exec $(PROGRAM) serve --database $(DATABASE) --host $(HOST) --port $(PORT)

.PHONY: program
program: ## install what is missing and build the release program
	@deploy/install-dependencies.sh build
	@swift build -c release --product jobindsats

.PHONY: test
test: ## install what is missing, check the form, build, run every test
	@deploy/install-dependencies.sh test
	@$(MAKE) --no-print-directory lint
	@swift build -c release --product jobindsats
	@swift build --build-tests --explicit-target-dependency-import-check error
	@JOBINDSATS_PROGRAM=$(PROGRAM) swift test --skip-build

.PHONY: test-deep
test-deep: ## the tests that take long: R, LibreOffice, 5,000 generated requests, 100 kills, a full disk
	@deploy/install-dependencies.sh deep
	@swift build -c release --product jobindsats
	@swift build --build-tests
	@JOBINDSATS_PROGRAM=$(PROGRAM) JOBINDSATS_DEEP=1 swift test --skip-build --filter EndToEndTests

.PHONY: bench
bench: ## measure speed, memory and size beside peers (see Performance/README.md)
	@deploy/install-dependencies.sh bench
	@swift build -c release --product jobindsats
	@Performance/run.sh $(PROGRAM)

.PHONY: lint
lint: ## check the form of all Swift files
	@swift format lint --strict --parallel --recursive $(SWIFT_FILES)

.PHONY: format
format: ## put all Swift files into form
	@swift format --in-place --parallel --recursive $(SWIFT_FILES)
