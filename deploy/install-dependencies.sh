#!/usr/bin/env bash
# Installs what building, testing or measuring needs on Debian 12, or says which command would.
# Usage: deploy/install-dependencies.sh build|test|deep|bench
set -euo pipefail

cd "$(dirname "$0")/.."
purpose=${1:?usage: deploy/install-dependencies.sh build|test|deep|bench}

packages=(libsqlite3-dev libstemmer-dev)
case $purpose in
build) ;;
test) packages+=(curl python3-venv) ;;
deep) packages+=(curl python3-venv libreoffice-calc-nogui r-base-core) ;;
bench) packages+=(curl python3-venv nginx-light wrk) ;;
*) echo "unknown purpose: $purpose" >&2 && exit 64 ;;
esac

if ! command -v swift >/dev/null; then
	echo "Swift 6.2 or later is missing: https://www.swift.org/install/linux/" >&2
	exit 1
fi

missing=()
for package in "${packages[@]}"; do
	status=$(dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null || true)
	[[ $status == "install ok installed" ]] || missing+=("$package")
done
if ((${#missing[@]})); then
	install="apt-get install --yes --no-install-recommends ${missing[*]}"
	if ((EUID == 0)); then
		sudo=
	elif sudo --non-interactive true 2>/dev/null; then
		sudo=sudo
	else
		echo "Some packages are missing and may not be installed from here. Run:" >&2
		echo "    sudo $install" >&2
		exit 1
	fi
	echo "Installing ${missing[*]} …"
	export DEBIAN_FRONTEND=noninteractive
	$sudo apt-get update --quiet=2
	$sudo $install --quiet=2 >/dev/null
fi

case $purpose in
test | deep) Tests/EndToEndTests/Clients/install.sh ;;
bench) Performance/install.sh ;;
esac
