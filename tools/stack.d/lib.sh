# lib.sh: what every part of tools/stack uses: messages, waiting, processes known by their pid files.
# shellcheck shell=bash disable=SC2034,SC2153,SC2154 # variables shared with tools/stack

die() {
    echo "stack: $*" >&2
    exit 1
}

# The step at work, and the log to show if it fails. Only steps that take a while are announced.
step() {
    STEP=$1 STEP_LOG=${2-}
}

log_of() {
    echo "$RUN/log/$1.log"
}

show_tail() {
    [ -s "$1" ] || return 0
    echo "--- the end of $1" >&2
    tail -n 20 "$1" | cut -c 1-400 >&2
}

# A new start begins new logs; those of the start before stay beside them.
keep_old_logs() {
    local log
    for log in "$RUN"/log/*.log; do
        [ ! -e "$log" ] || mv -f "$log" "$log.1"
    done
}

# wait_until SECONDS COMMAND…: 0 as soon as the command succeeds, 1 if it did not in that time.
wait_until() {
    local end=$((${EPOCHREALTIME/./} + $1 * 1000000))
    shift
    until "$@"; do
        [ "${EPOCHREALTIME/./}" -lt $end ] || return 1
        sleep 0.03
    done
}

# Is the process of NAME's pid file there, and ours? Pids are reused: ours has the state folder in its command line. One
# that ended and that nobody has collected yet has an empty one.
running() {
    local pid line
    { read -r pid <"$RUN/pid/$1.pid"; } 2>/dev/null || return 1
    line=$(tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline") || return 1
    [[ $line == *"$RUN/"* ]]
}

running_any() {
    local name
    for name in gateway "${POOLS[@]}" database; do
        if running "$name"; then return 0; fi
    done
    return 1
}

not_running() { ! running "$1"; }

# daemon NAME COMMAND…: in a session of its own (a terminal's Ctrl-C is not for it), with none of our descriptors.
daemon() {
    local name=$1
    shift
    (
        exec </dev/null >>"$(log_of "$name")" 2>&1
        for fd in /proc/self/fd/*; do
            fd=${fd##*/}
            [ "$fd" -le 2 ] || eval "exec $fd>&-"
        done
        exec setsid "$@"
    ) &
    echo $! >"$RUN/pid/$name.pid"
    STARTED+=("$name")
    # until the new program has taken the place of this shell's copy, or is gone already
    wait_until 5 daemon_began "$name" $!
}
daemon_began() { running "$1" || ! kill -0 "$2" 2>/dev/null; }

signal() { # NAME SIGNAL
    ! running "$1" || kill -s "$2" "$(<"$RUN/pid/$1.pid")" 2>/dev/null || true
}

# Waits until NAME is gone; what does not go in SECONDS is killed, and that is said.
wait_gone() {
    if ! wait_until "$2" not_running "$1"; then
        echo "stack: $1 did not stop in $2 s and is killed" >&2
        signal "$1" KILL
        wait_until 5 not_running "$1" || echo "stack: $1 cannot be killed" >&2
    fi
    rm -f "$RUN/pid/$1.pid" "$RUN/pid/$1.built"
}

# Stops the named parts, nginx first: pools end at once when nobody is connected to them, and MariaDB when no pool is.
stop_all() {
    local name pools=()
    for name; do [ "$name" != gateway ] || { signal gateway QUIT; wait_gone gateway 15; }; done
    for name; do
        case $name in user | catalog | rating) pools+=("$name" "$name.old") ;; esac
    done
    for name in "${pools[@]}"; do signal "$name" TERM; done
    for name in "${pools[@]}"; do
        wait_gone "$name" 25
        rm -f "$RUN/sock/$name.sock" "$RUN/sock/$name.sock.new"
    done
    for name; do [ "$name" != database ] || { signal database TERM; wait_gone database 60; }; done
    for name; do
        case $name in
        gateway) rm -f "$RUN/sock/internal.sock" ;;
        database) rm -f "$RUN/sock/db.sock" "$RUN"/pid/mariadbd.pid ;;
        esac
    done
}

# http_status URL [curl's options]: the status, 000 if there was no answer
http_status() {
    local url=$1
    shift
    curl -s -o /dev/null -m 3 -w '%{http_code}' "$@" "$url" || true
}
healthy() { [ "$(http_status "$URL/healthz")" = 200 ]; }

port_is_free() {
    step "looking at port $PORT"
    if (exec 3<>"/dev/tcp/127.0.0.1/$PORT") 2>/dev/null; then
        trap - EXIT
        die "port $PORT is in use by another program: stop it, or choose another: make up PORT=$((PORT + 1))"
    fi
}

# changed STAMP FILE…: are the files other than when `remember STAMP FILE…` was called?
fingerprint() { { cat "$@" 2>/dev/null || true; } | sha256sum | cut -c 1-64; }
changed() {
    local stamp=$RUN/etc/$1.stamp
    shift
    [ "$(cat "$stamp" 2>/dev/null)" != "$(fingerprint "$@")" ]
}
remember() {
    local stamp=$RUN/etc/$1.stamp
    shift
    fingerprint "$@" >"$stamp"
}
