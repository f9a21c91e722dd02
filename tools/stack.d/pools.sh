# pools.sh: the three pools, each one listening socket made by spawn-fcgi and two processes below multiwatch.
# shellcheck shell=bash disable=SC2154 # the paths are tools/stack's

pool_program() { echo "$VH_BUILD/fcgi-apps/vinylhound-$1"; }

# What a running pool was started from: another program or other settings mean another start.
pool_identity() { stat -c '%i %Y %s' "$(pool_program "$1")" "$RUN/etc/$1.conf" "$RUN/etc/keys/public.jwks" 2>/dev/null; }

pool_bound() { [ -S "$2" ] && [ "$(cat "/proc/$(cat "$RUN/pid/$1.pid")/comm" 2>/dev/null)" != spawn-fcgi ]; }

# The new processes get a socket of a new name, which then takes the place of the old: whoever connects meets one of
# the two at any moment. multiwatch passes a TERM on as TERM (its own choice would be USR1) and gives a process up only
# if it dies five times in a row within its first second; setpriv lets a pool end with its multiwatch, should that be killed.
pool_start() {
    local name=$1 socket=$RUN/sock/$1.sock
    step "starting the $name pool" "$(log_of "$name")"
    [ -x "$(pool_program "$name")" ] || { echo "stack: $(pool_program "$name") is not built: run make build" >&2; return 1; }
    rm -f "$socket.new"
    pool_identity "$name" >"$RUN/pid/$name.built"
    daemon "$name" spawn-fcgi -n -s "$socket.new" -M 0660 -b 256 -- /usr/bin/multiwatch -f 2 -s TERM -r 5 -t 1000 -- \
        /usr/bin/setpriv --pdeathsig TERM "$(pool_program "$name")" --config "$RUN/etc/$name.conf"
    # not before spawn-fcgi, which still has to set its mode under this name, has become multiwatch
    wait_until 10 pool_bound "$name" "$socket.new"
    mv -T "$socket.new" "$socket"
}

pool_restart() {
    local name=$1 old=
    ! running "$name" || { old=$name.old; cp "$RUN/pid/$name.pid" "$RUN/pid/$old.pid"; }
    pool_start "$name"
    [ -n "$old" ] || return 0
    # new workers of nginx have no connection to the old processes, and the old workers close theirs
    gateway_reload
    signal "$old" TERM
    wait_gone "$old" 25
}

# Ready means that its database answers and its schema is the one it was built for.
pool_ready() { [ "$(http_status "http://localhost/pools/$1/readyz" --unix-socket "$RUN/sock/internal.sock")" = 200 ]; }
pool_settled() { pool_ready "$1" || not_running "$1"; }
pool_wait() {
    step "waiting for the $1 pool to be ready" "$(log_of "$1")"
    wait_until 30 pool_settled "$1" && running "$1" && pool_ready "$1"
}

pools_up() {
    local name
    for name in "${POOLS[@]}"; do
        if not_running "$name"; then
            pool_start "$name"
        elif [ "$(pool_identity "$name")" != "$(cat "$RUN/pid/$name.built" 2>/dev/null)" ]; then
            echo "pools: $name was rebuilt and starts anew"
            pool_restart "$name"
        fi
    done
}
