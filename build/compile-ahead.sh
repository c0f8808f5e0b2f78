#!/bin/sh
# Compiles one assembly ahead, unless it was compiled since it changed. Called by CompileAhead.targets, under a lock.
# $1: the compiler; $2: the assembly; $3: what it becomes; $4: the file of options.
set -eu
here=$(dirname -- "$0")
for source in "$2" "$0" "$here/CompileAhead.targets"; do
  [ "$3" -nt "$source" ] || { "$1" "$2" --out "$3.new" "@$4" && exec mv -f "$3.new" "$3"; }
done
