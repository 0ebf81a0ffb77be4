#!/usr/bin/env bash
# For engines that pipe lines through a program (Spark `pipe`, Hadoop streaming): records in, a run out, both NDJSON.
#
#   mapper.sh [options of hegui check] < records > run
#
# Engines take every exit code but 0 for a crash and try again. Gaps (1) and broken profiles (2) are results, and would come
# out the same again; so this exits 0 once the run has its last line, and with hegui's code only if it has not.
# A partition without records (3) gives no line at all.
set -uo pipefail

hegui check - --input ndjson -f ndjson --no-progress "$@" |
  awk '{ print; whole = /^\{"record":"summary"/ } END { exit NR == 0 ? 3 : !whole }'
codes=("${PIPESTATUS[@]}")

case ${codes[1]} in
  0) exit 0 ;;
  3) [ "${codes[0]}" -ne 3 ] || exit 0 ;;
esac
[ "${codes[0]}" -ne 0 ] || exit 2
exit "${codes[0]}"
