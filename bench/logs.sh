#!/usr/bin/env bash
# Makes a Postfix log (SIZE, default 1g) in a temporary folder and lets grep, the scanner and explain read it in turn.
# Prints medians: wall and CPU seconds of the whole process, MB/s, peak memory, and what each found.
# usage: bench/logs.sh [SIZE [ROUNDS]]
set -euo pipefail
cd "$(dirname "$0")/.."
size=${1:-1g} rounds=${2:-5}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
log=$folder/mail.log times=$folder/times
dotnet build -c Release -v q --nologo bench/Gatepost.Bench >&2
bench=artifacts/bin/Gatepost.Bench/release/Gatepost.Bench
gatepost=artifacts/native/gatepost
[ -x "$gatepost" ] || dotnet publish -c Release -v q --nologo --use-current-runtime -o artifacts/native src/Gatepost.Cli >&2
# Compiled in full at the start, as the released program is: without this the first second is spent in unoptimised code.
export DOTNET_TieredCompilation=0 DOTNET_gcConcurrent=1 LC_ALL=C

"$bench" log-make "$log" "$size" | tee "$folder/made"
cat "$log" > /dev/null
bytes=$(stat -c %s "$log")

# run NAME COMMAND...: appends "NAME wall cpu rss-kB" to the times, and leaves what the command printed.
run() {
    local name=$1 start end; shift
    start=$(date +%s%N)
    TIMEFORMAT='%U %S'
    { time "$@" > "$folder/$name.out" 2> "$folder/$name.err"; } 2> "$folder/cpu" || true
    case $name in *json) wc -l < "$folder/$name.out" > "$folder/found" && mv "$folder/found" "$folder/$name.out" ;; esac
    end=$(date +%s%N)
    awk -v n="$name" -v w=$((end - start)) '{ printf "%s %.3f %.3f\n", n, w / 1e9, $1 + $2 }' "$folder/cpu" >> "$times"
}

for ((round = 0; round < rounds; round++)); do
    run grep grep -cE 'status=(bounced|deferred)|NOQUEUE: reject' "$log"
    run explain "$gatepost" explain "$log"
    run explain-json "$gatepost" explain --json "$log"
    run scan-all-cores "$bench" log-scan "$log"
    run scan-one-core "$bench" log-scan "$log" 1
done

# Peak memory of the program itself, read from the kernel while it runs.
for mode in explain explain-json; do
    flag=; [ "$mode" = explain ] || flag=--json
    "$gatepost" explain $flag "$log" > /dev/null & pid=$! peak=0
    while hwm=$(grep -oE 'VmHWM:[^0-9]+[0-9]+' /proc/$pid/status 2>/dev/null | tr -dc 0-9) && [ -n "$hwm" ]; do peak=$hwm; sleep 0.02; done
    wait $pid || true
    awk -v k="$peak" 'BEGIN { printf "%.1f\n", k / 1024 }' > "$folder/$mode.rss"
done

median() { awk -v n="$1" -v f="$2" '$1 == n { print $f }' "$times" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
echo "| reader | wall s | MB/s | CPU s | MB per CPU-second | found | peak MB |"
echo "|---|--:|--:|--:|--:|--:|--:|"
for name in grep explain explain-json scan-all-cores scan-one-core; do
    wall=$(median $name 2) cpu=$(median $name 3)
    case $name in
        explain) found=$(grep -oE '^[0-9,]+ refusals' "$folder/$name.out" | tr -dc 0-9) ;;
        *) found=$(grep -oE 'refusals=[0-9]+' "$folder/$name.out" | cut -d= -f2 || cat "$folder/$name.out") ;;
    esac
    rss=$(grep -oE 'rss_mb=[0-9.]+' "$folder/$name.out" | cut -d= -f2 || cat "$folder/$name.rss" 2>/dev/null || echo '')
    awk -v n=$name -v w="$wall" -v c="$cpu" -v b="$bytes" -v f="$found" -v r="$rss" \
        'BEGIN { printf "| %s | %.2f | %.0f | %.2f | %.0f | %s | %s |\n", n, w, b / w / 1e6, c, b / c / 1e6, f, r }'
done
