#!/bin/sh
# Counts the instructions of every scenario with valgrind's callgrind. Run in the root of the workspace.
set -eu
binary=$(cargo bench --package awsim-policy --bench instructions --no-run 2>&1 | sed -n 's/.*Executable.*(\(.*\)).*/\1/p')
"$binary" | sed 's/: .*//' | while read -r scenario; do
    count=$(valgrind --tool=callgrind --callgrind-out-file=/dev/null --collect-atstart=no \
        --toggle-collect='*counted_*' "$binary" "$scenario" 2>&1 >/dev/null | sed -n 's/.*Collected : //p')
    printf '%s: %s instructions\n' "$scenario" "$count"
done
