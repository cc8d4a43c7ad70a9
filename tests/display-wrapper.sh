#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs one test program on a screen and a session bus of its own (no portals: tests/private-bus.conf), and stops both when it ends.
# Usage: display-wrapper.sh PROGRAM ARGUMENTS...
set -u
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
server=""
finish() {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null
    wait "$server" 2>/dev/null
  fi
  rm -rf "$scratch"
}
trap finish EXIT
trap 'exit 143' TERM INT HUP

# The server picks a free display itself and tells its number when it is ready: parallel tests cannot meet on one.
mkfifo "$scratch/display"
Xvfb -displayfd 3 -screen 0 1400x900x24 -nolisten tcp 3>"$scratch/display" >"$scratch/server.log" 2>&1 &
server=$!
read -r number <"$scratch/display" || {
  cat "$scratch/server.log" >&2
  echo "Bail out! Xvfb did not start"
  exit 1
}

mkdir -m 700 "$scratch/runtime"
export DISPLAY=":$number" GDK_BACKEND=x11 GSK_RENDERER=cairo GDK_DEBUG=gl-disable GTK_A11Y=test GSETTINGS_BACKEND=memory XDG_RUNTIME_DIR="$scratch/runtime"
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
dbus-run-session --config-file="$here/private-bus.conf" -- "$@"
