#!/bin/sh
# The gate of a release in plain shell, for Jenkins, cron or a terminal:
#
#   check.sh PATH...
#
# Reports go to the folder $REPORTS (default: reports); $HEGUI_OPTIONS holds further options, such as
# "--fail-on gap --area data-security". Exits like `hegui check`.
set -u
reports=${REPORTS:-reports}

code=0
hegui check --no-progress --fail-on gap,unknown ${HEGUI_OPTIONS:-} \
  -o "html=$reports/hegui.html" -o "junit=$reports/hegui.xml" -o "ndjson=$reports/run.ndjson" \
  -f table -- "$@" || code=$?

# A failed gate is the platform's business; 2 and 3 are the pipeline's, and must not read as either verdict.
case $code in
  0) echo "hegui: passed" >&2 ;;
  1) echo "hegui: the gate failed; see $reports/hegui.html" >&2 ;;
  2) echo "hegui: could not judge; nothing is said about compliance" >&2 ;;
  3) echo "hegui: there was nothing to check; is the path right?" >&2 ;;
  130) echo "hegui: interrupted; go on with: hegui check --resume $reports/run.ndjson ..." >&2 ;;
esac
exit "$code"
