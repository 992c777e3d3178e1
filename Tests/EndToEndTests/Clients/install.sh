#!/usr/bin/env bash
# Installs the real clients that the tests use into .build/clients, once for each list of versions.
set -euo pipefail
cd "$(dirname "$0")/../../.."
list=Tests/EndToEndTests/Clients/requirements.txt
done=.build/clients/installed.txt
cmp --silent "$list" "$done" && exit 0
echo "Installing the clients of the tests …"
mkdir -p .build
python3 -m venv .build/clients
.build/clients/bin/pip install --quiet --disable-pip-version-check --requirement "$list"
cp "$list" "$done"
