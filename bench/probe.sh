#!/usr/bin/env bash
# Probes by the native program, by swaks and by nmap's scripts, in turn, against the same sink on loopback, in a network
# namespace of its own. Prints a table for bench/results/probe.md. Needs root, swaks and nmap (Debian).
# usage: bench/probe.sh [ROUNDS]
set -euo pipefail
cd "$(dirname "$0")/.."
if [ "${1:-}" != inside ]; then
    dotnet build -c Release -v q --nologo bench/Gatepost.Bench >&2
    [ -x artifacts/native/gatepost ] || dotnet publish -c Release -v q --nologo --use-current-runtime -o artifacts/native src/Gatepost.Cli >&2
    command -v swaks >/dev/null && command -v nmap >/dev/null || { echo "swaks and nmap are needed: apt-get install swaks nmap" >&2; exit 2; }
    exec unshare -n --kill-child --fork bash "$0" inside "${1:-3}"
fi
rounds=$2
ip link set lo up
folder=$(mktemp -d)
bench=artifacts/bin/Gatepost.Bench/release/Gatepost.Bench
gatepost=artifacts/native/gatepost
export GATEPOST_HELO=probe.bench.example
"$bench" sink 25 0 & fast=$!
"$bench" sink 2525 50 & slow=$!
trap 'kill $fast $slow; rm -rf "$folder"' EXIT
for port in 25 2525; do
    until (exec 3<>/dev/tcp/127.0.0.1/$port) 2>/dev/null; do sleep 0.1; done
done

list() { seq -f 'user%g@example.net' 1 "$1"; }

# run NAME COUNT COMMAND...: wall seconds and CPU seconds of the command and its children; appended to the times.
run() {
    local name=$1 count=$2 start end; shift 2
    start=$(date +%s%N)
    TIMEFORMAT='%U %S'
    { time "$@" > "$folder/out" 2> "$folder/err"; } 2> "$folder/cpu" || true
    end=$(date +%s%N)
    awk -v n="$name" -v c="$count" -v w=$((end - start)) '{ printf "%s %d %.4f %.3f\n", n, c, w / 1e9, $1 + $2 }' "$folder/cpu" >> "$folder/times"
}

peak() { # peak memory in MB of a bulk run
    "$gatepost" "$@" > "$folder/peak.out" & local pid=$! most=0 hwm
    while hwm=$(grep -oE 'VmHWM:[^0-9]+[0-9]+' /proc/$pid/status 2>/dev/null | tr -dc 0-9) && [ -n "$hwm" ]; do most=$hwm; sleep 0.02; done
    wait $pid || true
    awk -v k="$most" 'BEGIN { printf "%.0f", k / 1024 }'
}

swaks_all() { list "$2" | xargs -P 16 -I{} swaks --server 127.0.0.1 --port "$1" --helo probe.bench.example --from a@bench.example --to {} --quit-after RCPT --silent 3; }

list 20000 > "$folder/20000"
list 10000 > "$folder/10000"
for ((round = 0; round < rounds; round++)); do
    run gatepost-0 20000 "$gatepost" probe --bulk "$folder/20000" --server 127.0.0.1:25 --i-operate-this-server --parallel 128
    run swaks-0 200 swaks_all 25 200
    run nmap-commands-0 256 nmap -n -Pn -T5 -p 25 --script smtp-commands 127.0.1.0/24
    run nmap-relay-0 256 nmap -n -Pn -T5 -p 25 --script smtp-open-relay 127.0.1.0/24
    run gatepost-50 10000 "$gatepost" probe --bulk "$folder/10000" --server 127.0.0.1:2525 --i-operate-this-server --parallel 500
    run swaks-50 200 swaks_all 2525 200
done

fast_peak=$(peak probe --bulk "$folder/20000" --server 127.0.0.1:25 --i-operate-this-server --parallel 128)
slow_peak=$(peak probe --bulk "$folder/10000" --server 127.0.0.1:2525 --i-operate-this-server --parallel 500)
answered=$(wc -l < "$folder/peak.out")
median() { awk -v n="$1" -v f="$2" '$1 == n { print $f }' "$folder/times" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
row() {
    awk -v what="$2" -v c="$(median "$1" 2)" -v w="$(median "$1" 3)" -v u="$(median "$1" 4)" -v m="$3" \
        'BEGIN { printf "| %s | %d | %.2f | %.0f | %.2f | %s |\n", what, c, w, c / w, u / c * 1000, m }'
}

echo "$(date -u +%Y-%m-%d), $(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2 | xargs), $(nproc) cores, load before: $(cut -d' ' -f1 /proc/loadavg); medians of $rounds rounds in turn. The sink, another process, shares the cores. Written by \`bench/probe.sh\`."
echo
echo "| what, each reply at once | targets | wall s | a second | CPU ms each | peak MB |"
echo "|---|--:|--:|--:|--:|--:|"
row gatepost-0 "\`gatepost probe --bulk\`, one recipient, 128 in flight" "$fast_peak"
row swaks-0 "\`swaks\`, one recipient, \`xargs -P 16\`" ""
row nmap-commands-0 "\`nmap --script smtp-commands\`: EHLO only" ""
row nmap-relay-0 "\`nmap --script smtp-open-relay\`: 16 forms" ""
echo
echo "| what, 50 ms a reply | targets | wall s | a second | CPU ms each | peak MB |"
echo "|---|--:|--:|--:|--:|--:|"
row gatepost-50 "\`gatepost probe --bulk\`, one recipient, 500 in flight ($answered answered)" "$slow_peak"
row swaks-50 "\`swaks\`, one recipient, \`xargs -P 16\`" ""
