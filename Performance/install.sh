#!/usr/bin/env bash
# Installs the peers that come from PyPI into .build/bench/venv, in fixed versions.
set -euo pipefail

cd "$(dirname "$0")/.."
venv=.build/bench/venv
[[ -x $venv/bin/python ]] || python3 -m venv "$venv"
"$venv/bin/pip" install --quiet --disable-pip-version-check \
	--requirement Performance/requirements.txt
