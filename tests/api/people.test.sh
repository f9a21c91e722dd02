#!/usr/bin/env bash
# people.test.sh - `vinylhound generate ratings`, and what `make dev` shows by it: against a stack that has made 120
# people up.
#
# From the environment: RUN (the stack's state folder), BASE_URL, VH_BUILD (where the program is).
set -uo pipefail

: "${RUN:?is the state folder of a running stack}" "${BASE_URL:?}" "${VH_BUILD:?}"
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

vinylhound() { "$VH_BUILD/tools/vinylhound/vinylhound" --run "$RUN" "$@" 2>"$work/err"; }
api() { curl -s -o "$work/answer" -w '%{http_code}' "$@"; }
setting() { sed -n "/^\[$1\]/,/^\[/s/^ *$2 *= *//p" "$RUN/etc/operator.conf" | head -n 1; }
socket=$(setting database socket) user=$(setting database user) password=$(setting database password)
sql() {
    MYSQL_PWD=$password mariadb --no-defaults --batch --skip-column-names --socket="$socket" --user="$user" \
        "vinylhound_$1" --execute "$2"
}

# is SENTENCE WANTED GOT
is() {
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1))
        echo "ok $((passed + failed)) - $1"
    else
        failed=$((failed + 1))
        echo "not ok $((passed + failed)) - $1"
        printf '#   wanted %q\n#   got    %q\n' "$2" "$3"
    fi
}

is "the people asked for are there, marked as made up" 120 \
    "$(sql user "SELECT COUNT(*) FROM users WHERE username LIKE 'demo-%' AND disabled_at IS NOT NULL")"
is "nobody can log in as one of them" 401 \
    "$(api -H 'Content-Type: application/json' -d '{"username": "demo-1", "password": "!"}' "$BASE_URL/api/v1/auth/login")"
vinylhound doctor >"$work/out"
is "the doctor finds nothing wrong with what was loaded in bulk" 0 $?
is "charts have something to show" 200 "$(api "$BASE_URL/api/v1/charts?sort=popular&limit=10")"
is "ten albums of it" 10 "$(grep -o '"rank"' "$work/answer" | wc -l)"
is "there is a model of recommendations" 200 "$(api "$BASE_URL/api/v1/recommendations/model")"
for _ in $(seq 100); do
    rated=$(sql catalog 'SELECT COUNT(*) FROM albums WHERE rating_count > 0')
    [ "$rated" -lt 50 ] || break
    sleep 0.1
done
is "the catalogue shows albums' scores" yes "$([ "$rated" -ge 50 ] && echo yes || echo "$rated")"
vinylhound projections rebuild accounts >"$work/out"
is "events tell of them as of any registration: what is kept of accounts is the same made anew" yes \
    "$(if grep -q '^accounts: rebuilt, 0 rows differed$' "$work/out"; then echo yes; else cat "$work/out"; fi)"
is "their registrations are as old as the accounts" 120 "$(sql rating 'SELECT COUNT(*) FROM accounts
    WHERE registered_at < UTC_TIMESTAMP() - INTERVAL 999 DAY')"
vinylhound generate ratings --users 5 >"$work/out"
is "a second crowd is refused" 1 $?
is "and leaves everything as it was" 120 "$(sql user 'SELECT COUNT(*) FROM users')"

vinylhound generate ratings --file "$work/a" --users 50 --albums 200 >/dev/null
vinylhound generate ratings --file "$work/b" --users 50 --albums 200 >/dev/null
vinylhound generate ratings --file "$work/c" --users 50 --albums 200 --seed 2 >/dev/null
is "the same seed makes the same ratings" "$(cksum <"$work/a")" "$(cksum <"$work/b")"
is "another seed makes others" different "$(cmp -s "$work/a" "$work/c" || echo different)"
vinylhound recommend --evaluate "$work/a" --json >"$work/out"
is "what is generated can be evaluated" yes "$(grep -q '"ndcg_at_10"' "$work/out" && echo yes)"
vinylhound recommend --evaluate "$work/none" >"$work/out"
is "a file that is not there is told, status 1" 1 $?
vinylhound recommend --implicit >"$work/out"
is "wrong usage is status 2" 2 $?

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
