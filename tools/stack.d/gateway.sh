# gateway.sh: nginx, from the templates of conf/gateway/.
# shellcheck shell=bash disable=SC2154 # the paths are tools/stack's

# The built site: in the source tree, where npm works, or in a build tree of its own.
site_root() {
    if [ -d "$VH_BUILD/www/dist" ]; then echo "$VH_BUILD/www/dist"; else echo "$VH_SRC/www/dist"; fi
}

# Fills the templates in. As root, the workers stay root: they must read the state folder and a tree that may lie in
# /root. Nothing but this machine reaches them.
gateway_render() {
    local to=$1 file name user=
    [ "$(id -u)" -ne 0 ] || user='user root root;'
    rm -rf "$to"
    mkdir -p "$to"
    for file in "$VH_SRC"/conf/gateway/*.conf "$VH_SRC"/conf/gateway/*.map; do
        name=${file##*/}
        case $name in
        limits-"$LIMITS".conf) name=limits.conf ;;
        limits-*.conf) continue ;;
        esac
        sed -e "s|@SOCK@|$RUN/sock|g" -e "s|@LOG@|$RUN/log|g" -e "s|@PID@|$RUN/pid|g" -e "s|@STATE@|$RUN/nginx|g" \
            -e "s|@LISTEN@|127.0.0.1:$PORT|g" -e "s|@WWW@|$(site_root)|g" -e "s|@USER@|$user|g" "$file" >"$to/$name"
    done
}

gateway_nginx() {
    nginx -e "$(log_of gateway)" -p "$RUN/nginx/" -c "$RUN/nginx/conf/nginx.conf" "$@" 9>&-
}

gateway_reload() {
    ! running gateway || signal gateway HUP
}

gateway_up() {
    local name
    step "rendering nginx's settings" "$(log_of gateway)"
    gateway_render "$RUN/nginx/conf.new"
    if running gateway && diff -r "$RUN/nginx/conf" "$RUN/nginx/conf.new" >/dev/null 2>&1; then
        rm -rf "$RUN/nginx/conf.new"
    else
        rm -rf "$RUN/nginx/conf"
        mv -T "$RUN/nginx/conf.new" "$RUN/nginx/conf"
        gateway_start
    fi
    [ -e "$(site_root)/index.html" ] || echo "gateway: the site is not built (make web-frontend); only the API answers"
    for name in "${POOLS[@]}"; do pool_wait "$name"; done
    step "waiting for $URL/healthz" "$(log_of gateway)"
    wait_until 30 healthy
}

gateway_start() {
    step "checking nginx's settings" "$RUN/log/gateway-check.log"
    gateway_nginx -t -q 2>"$RUN/log/gateway-check.log"
    if running gateway; then
        gateway_reload
        return
    fi
    step "starting nginx" "$(log_of gateway)"
    rm -rf "$RUN/nginx/cache" "$RUN/sock/internal.sock"
    mkdir -p "$RUN/nginx/cache"
    gateway_nginx </dev/null >/dev/null 2>>"$(log_of gateway)"
    STARTED+=(gateway)
    wait_until 5 running gateway
}
