#!/usr/bin/env bash
# Runs all tests from a fresh clone, or those whose names contain the words given. Its last line is the counts.
set -euo pipefail
root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")" && pwd)
. "$root/build/common.sh"

has_package() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

missing=()
[ -x /usr/bin/chromium-headless-shell ] || [ -x /usr/bin/chromium ] || missing+=(chromium-headless-shell)
for package in fonts-noto-cjk poppler-utils poppler-data; do
  ! command -v dpkg-query >/dev/null || has_package "$package" || missing+=("$package")
done
if can_install; then
  # Exports and papers are opened in LibreOffice, and .doc is read through it; where it is missing those tests are skipped.
  command -v soffice >/dev/null || missing+=(libreoffice-calc-nogui libreoffice-writer-nogui)
  if ! has_postgres; then
    install_postgres "${missing[@]}"
  elif [ ${#missing[@]} -gt 0 ]; then
    apt_install "${missing[@]}"
  fi
else
  has_postgres || missing+=(postgresql)
  [ ${#missing[@]} -eq 0 ] || fail "测试还需要：sudo apt-get install ${missing[*]}"
fi

projects=(PolicyTracker.Parsing.Tests PolicyTracker.Tests)
say "正在构建…"
build tests "$root/tests/${projects[1]}/bin/Release/net10.0/${projects[1]}.dll" "$root/PolicyTracker.sln" yes \
  "$root/src" "$root/tests" "$root/data/notices" "$root/docs/guide" "$root/PolicyTracker.sln"

# The solution holds what pt and run.sh build: they need not build it once more.
for name in cli web; do
  cp -p "$state/tests.begun" "$state/$name.begun"
  cp -p "$state/tests" "$state/$name"
done

results=$root/TestResults
rm -rf "$results"
mkdir -p "$results"
options=(--results-directory "$results" --logger "console;verbosity=normal" --blame-hang --blame-hang-timeout 5m --blame-hang-dump-type none)
filter=$(IFS='|' && printf '%s' "$*")
[ -z "$filter" ] || options+=(--filter "$filter")

passed=0 failed=0 skipped=0
for project in "${projects[@]}"; do
  say "── $project"
  broken=0
  "$dotnet" test "$root/tests/$project/bin/Release/net10.0/$project.dll" \
    --logger "trx;LogFileName=$project.trx" "${options[@]}" </dev/null | tee "$results/$project.log" || broken=1
  counters=$(grep -ho '<Counters [^>]*>' "$results/$project.trx" 2>/dev/null || true)
  count() { [[ $counters =~ \ $1=\"([0-9]+)\" ]] && echo "${BASH_REMATCH[1]}" || echo 0; }
  passed=$((passed + $(count passed)))
  failed=$((failed + $(count failed)))
  skipped=$((skipped + $(count total) - $(count executed)))
  if [ $broken -eq 1 ] && [ "$(count failed)" -eq 0 ]; then
    say "$project 没有正常结束。 / The test run of $project did not end as it should."
    failed=$((failed + 1))
  fi
done
# What failed is told once more where nobody has to look for it.
[ "$failed" -eq 0 ] || awk '/^  (Passed|Skipped) |^\[xUnit|^Results File/ { told = 0 } /^  Failed / { told = 1 } told' "$results"/*.log
[ $((passed + failed)) -gt 0 ] || say "没有运行任何测试。 / No test ran."
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
