#!/usr/bin/env bash
# import.test.sh - `vinylhound import discogs` against a running stack with an empty catalogue. The parts are in import/.
#
# From the environment: RUN (the stack's state folder), VINYLHOUND (the program; found from $PATH without),
# SHARED_DATA (the folder with the real samples, or with discogs/ in it; those tests are skipped without).
set -uo pipefail

VINYLHOUND=${VINYLHOUND:-vinylhound}
: "${RUN:?is the state folder of a running stack}"
work=$(mktemp -d) || exit 1
importer=
trap 'rm -rf "$work"; [ -z "$importer" ] || kill "$importer" 2>/dev/null' EXIT
# shellcheck disable=SC2034 # the parts' too
passed=0 failed=0 base=900000000 tab=$'\t'

for part in common real_files records killed edited made; do
    # shellcheck source=/dev/null
    . "${0%/*}/import/$part.sh"
done
# shellcheck disable=SC2034 # the parts' too
{
    socket=$(setting database socket) user=$(setting database user) password=$(setting database password)
    catalog=$(setting catalog name)
}

data=${SHARED_DATA:-}
[ -z "$data" ] || [ ! -d "$data/discogs" ] || data=$data/discogs
if [ -n "$data" ] && [ -r "$data/discogs_test_releases.xml.gz" ]; then
    real_files "$data"
else
    echo '# skipped: the real files are not here (SHARED_DATA)'
fi
moving
orders
changes
bad_records
killed
left_behind
generated
rebuilt
edited
killed_often
echo "1..$((passed + failed))"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
