#!/usr/bin/env bash
# Judges profiles in N shards under GNU parallel and merges them into the run that one process would have written.
#
#   gnu-parallel.sh [--resume] OUT N PATH... [options of hegui check]
#
# OUT gets shard-I.ndjson, shards.log (GNU parallel's job log) and run.ndjson; the merged report goes to standard output.
# --resume goes on after an interruption or a crash: what was judged and has not changed since is not judged again.
# The exit code is that of an undivided `hegui check`: 130 > 2 > 1 > 0, and 3 if there is nothing to check.
set -uo pipefail

usage() {
  printf 'usage: %s [--resume] OUT N PATH... [options of hegui check]\n' "${0##*/}" >&2
  exit 2
}

resume=false
if [ "${1-}" = --resume ]; then
  resume=true
  shift
fi
[ $# -ge 3 ] && [[ $2 =~ ^[1-9][0-9]{0,4}$ ]] || usage
mkdir -p -- "$1" && OUT=$(cd -- "$1" && pwd) || exit 2
N=$2
shift 2

# Shards of a run before must not be taken for those of this one.
$resume || rm -f -- "$OUT"/shard-*.ndjson
rm -f -- "$OUT/shards.log" "$OUT/run.ndjson"

# One date for all shards: midnight may pass while they run, and `merge` refuses shards of different dates.
AS_OF=${AS_OF:-$(TZ=Asia/Shanghai date +%F)}

# GNU parallel would replace `{}`, `{.}` and the like in paths, so it is given numbers only; the arguments travel in the
# environment, quoted by the shell itself.
CHECK=$(printf '%q ' --as-of "$AS_OF" "$@")
export OUT N CHECK

# One process per shard is all the parallelism there is: --jobs 0 starts no threads beside it.
# --resume writes the file from its beginning where there is none.
judge_shard() {
  local index=$1
  eval "set -- $index $CHECK"
  hegui check --shard "$index/$N" --resume "$OUT/shard-$index.ndjson" --jobs 0 --no-progress "${@:2}"
}
export -f judge_shard

interrupted=false
trap 'interrupted=true' INT
# --halt never: a shard that fails its gate (1) or holds a broken file (2) does not stop the others.
# --termseq: who presses Ctrl-C lets each shard end with a whole line.
seq "$N" | SHELL=$BASH parallel --halt never --termseq INT,10000,TERM,2000,KILL,25 --joblog "$OUT/shards.log" judge_shard {}

# GNU parallel's own exit code only counts the jobs that failed; each job's code stands in its log, in column 7, and the
# signal that ended it in column 8.
worst=0
nothing=0
while read -r code; do
  case $code in
    130) interrupted=true ;;
    3) nothing=$((nothing + 1)) ;;
    0 | 1) [ "$code" -le "$worst" ] || worst=$code ;;
    *) worst=2 ;;
  esac
done < <(awk -F'\t' 'NR > 1 { print ($8 > 0 ? 128 + $8 : $7) }' "$OUT/shards.log")
if $interrupted; then
  echo "interrupted; go on with --resume and the same arguments" >&2
  exit 130
fi
[ "$nothing" -lt "$N" ] || exit 3

# A shard that could not be finished is missing here, and `merge` says which.
hegui merge "$OUT"/shard-*.ndjson -o "ndjson=$OUT/run.ndjson" -f table
merged=$?
# Both agree, unless a shard of an earlier run could not be resumed with these options.
[ "$merged" -ge "$worst" ] || merged=$worst
[ "$merged" -le 2 ] || [ "$merged" = 130 ] || merged=2
exit "$merged"
