#!/usr/bin/env bash
# What an audit of a provider's Postfix configuration takes: the native program, whole runs, CPU seconds (user and system) and peak memory; then its steps and decisions.
# usage: bench/audit.sh [ROUNDS]
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-5}
dotnet build -c Release -v q --nologo bench/Gatepost.Bench >&2
dotnet publish -c Release -v q --nologo --use-current-runtime -o artifacts/native src/Gatepost.Cli >&2
bench=artifacts/bin/Gatepost.Bench/release/Gatepost.Bench
gatepost=artifacts/native/gatepost
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

run() { # the least of all rounds
    for _ in $(seq "$rounds"); do
        \time -f '%U %S %e %M' -o "$work/time" "$gatepost" audit "$1" > /dev/null || true
        grep -v Command "$work/time"
    done | sort -n | awk 'NR == 1 { printf "%.2f | %.2f | %.0f", $1 + $2, $3, $4 / 1024 }'
}

echo "$(date -u +%Y-%m-%d), $(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2 | xargs), $(nproc) cores, load before: $(cut -d' ' -f1 /proc/loadavg)"
echo
echo "| mailboxes | senders | CPU s | wall s | peak MB |"
echo "|--:|--:|--:|--:|--:|"
for size in '1000 1000' '10000 10000' '100000 10000' '1000000 10000' '10000 100000' '10000 1000000'; do
    # shellcheck disable=SC2086
    "$bench" audit-make "$work/postfix" $size
    echo "| ${size/ / | } | $(run "$work/postfix") |"
done

"$bench" audit-make "$work/postfix"
echo
"$bench" audit-decide "$work/postfix" 5
echo
"$bench" audit-steps "$work/postfix" | tail -9
