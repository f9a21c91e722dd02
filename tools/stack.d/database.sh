# database.sh: the stack's own MariaDB, its accounts, schemas and demo catalogue.
# shellcheck shell=bash disable=SC2154 # the paths are tools/stack's

mariadb_options() {
    printf '%s\n' --defaults-file="$VH_SRC/conf/databases/mariadb.cnf" --datadir="$RUN/db" \
        --socket="$RUN/sock/db.sock" --pid-file="$RUN/pid/mariadbd.pid" --tmpdir="$RUN/tmp"
    [ -z "${DB_MEMORY:-}" ] || printf '%s\n' "--innodb-buffer-pool-size=$DB_MEMORY"
    # as root, mariadbd wants to hear it said
    [ "$(id -u)" -ne 0 ] || echo --user=root
}

# As the person who runs the stack: MariaDB knows them by the socket's credentials, without a password.
as_root() {
    mariadb --no-defaults --batch --skip-column-names --socket="$RUN/sock/db.sock" --user="$(id -un)" "$@"
}

# An empty data folder. It is the same for every stack of this tree, so it is made once and copied: a copy is one
# sequential write where the making is many small synchronous ones.
database_create() {
    local version cache
    version=$(mariadbd --version | tr -c 'A-Za-z0-9.\n' _ | sha256sum | cut -c 1-12)
    cache=$VH_BUILD/.cache/mariadb-$version-$(id -u)
    step "making the database folder" "$RUN/log/database-create.log"
    if [ ! -d "$cache" ]; then
        echo "database: making an empty one"
        database_install "$RUN/db.new"
        # kept for the next one if this tree may be written
        if mkdir -p "${cache%/*}" && cp -r "$RUN/db.new" "$cache.$$"; then
            mv -T "$cache.$$" "$cache" || rm -rf "$cache.$$"
        fi 2>/dev/null
    else
        rm -rf "$RUN/db.new"
        cp -r --reflink=auto "$cache" "$RUN/db.new"
    fi
    mv -T "$RUN/db.new" "$RUN/db"
    rm -f "$RUN"/etc/*.stamp        # of another database
}

database_install() {
    rm -rf "$1"
    mkdir "$1"
    mariadb-install-db --defaults-file="$VH_SRC/conf/databases/mariadb.cnf" --datadir="$1" --tmpdir="$RUN/tmp" \
        --user="$(id -un)" --skip-test-db --auth-root-authentication-method=socket --auth-root-socket-user="$(id -un)" \
        --innodb-flush-log-at-trx-commit=0 >"$RUN/log/database-create.log" 2>&1
}

database_answers() { as_root --execute 'DO 1' >/dev/null 2>&1; }
database_settled() { database_answers || not_running database; }

database_start() {
    ! running database || return 0
    [ -d "$RUN/db/mysql" ] || database_create
    step "starting MariaDB" "$(log_of database)"
    rm -f "$RUN/sock/db.sock"
    local options
    mapfile -t options < <(mariadb_options)
    daemon database mariadbd "${options[@]}"
    wait_until 60 database_settled && running database
}

password_in() { sed -n 's/^password=//p' "$RUN/etc/$1.conf" 2>/dev/null || true; }
new_password() { head -c 24 /dev/urandom | base64 | tr '+/' '-_'; }

# Accounts and rights: sql/grants.sql says what each may do; the passwords are this stack's alone.
database_accounts() {
    local name password
    if ! changed grants "$VH_SRC/sql/grants.sql" "$VH_SRC/tools/stack.d/database.sh"; then return 0; fi
    step "making the accounts" "$(log_of database)"
    as_root <"$VH_SRC/sql/grants.sql"
    for name in user catalog rating operator; do
        password=$(password_in "$name")
        password=${password:-$(new_password)}
        as_root <<<"ALTER USER vinylhound_$name@localhost IDENTIFIED BY '$password' ACCOUNT UNLOCK"
        write_settings "$name" "$password"
    done
    remember grants "$VH_SRC/sql/grants.sql" "$VH_SRC/tools/stack.d/database.sh"
}

# write_settings NAME PASSWORD: $RUN/etc/NAME.conf, as conf/pools/ explains them
write_settings() {
    local file=$RUN/etc/$1.conf
    {
        echo "# $1.conf: written by tools/stack; it stays until tools/stack changes"
        printf '[database]\nsocket=%s\nuser=vinylhound_%s\npassword=%s\n' "$RUN/sock/db.sock" "$1" "$2"
        [ "$1" = operator ] || printf 'name=vinylhound_%s\n' "$1"
        printf '[auth]\nissuer=vinylhound\naudience=vinylhound\npublic_keys=%s\n' "$RUN/etc/keys/public.jwks"
        case $1 in
        user | operator)
            printf 'private_key=%s\n' "$RUN/etc/keys/private.jwk"
            printf '[data]\nkeys=%s\n' "$RUN/etc/keys/data.jwks"
            ;;
        esac
        if [ "$1" = operator ]; then
            printf '[internal]\npublic_keys=%s\n[paths]\nsql=%s\n' "$RUN/etc/keys/services.jwks" "$VH_SRC/sql"
            printf '[%s]\nname=vinylhound_%s\n' user user catalog catalog rating rating
        else
            # plain http on this machine: a Secure cookie would never come back
            [ "$1" != user ] || printf '[auth]\nsecure_cookies=no\n'
            printf '[pool]\nmetrics=%s\n' "$RUN/metrics/$1.shm"
            printf '[internal]\nsocket=%s\nprivate_key=%s\n' "$RUN/sock/internal.sock" "$RUN/etc/keys/service-$1.jwk"
            echo "public_keys=$RUN/etc/keys/services.jwks"
        fi
    } >"$file.new"
    mv "$file.new" "$file"
}

vinylhound() {
    RUN=$RUN "$VH_BUILD/tools/vinylhound/vinylhound" "$@" 9>&-
}

database_up() {
    [ -x "$VH_BUILD/tools/vinylhound/vinylhound" ] || { trap - EXIT; die "nothing is built yet: run make build"; }
    database_start
    database_accounts
    if [ ! -e "$RUN/etc/keys/data.jwks" ]; then
        step "making the key for what is personal" "$(log_of migrate)"
        vinylhound keys data init >>"$(log_of migrate)" 2>&1
    fi
    if changed migrations "$VH_SRC"/sql/*/*.sql; then
        step "bringing the schemas up to date" "$(log_of migrate)"
        vinylhound migrate >>"$(log_of migrate)" 2>&1
        remember migrations "$VH_SRC"/sql/*/*.sql
    fi
    if [ ! -e "$RUN/etc/keys/private.jwk" ] || [ ! -e "$RUN/etc/keys/services.jwks" ]; then
        step "making the keys" "$(log_of migrate)"
        vinylhound keys init --if-missing >>"$(log_of migrate)" 2>&1
    fi
    if [ "$DATA" = demo ] && changed demo "$VH_SRC"/demo/*.xml; then
        step "importing the demo catalogue"
        echo "database: importing the demo catalogue"
        vinylhound import discogs "$VH_SRC"/demo/{artists,labels,masters,releases}.xml
        remember demo "$VH_SRC"/demo/*.xml
    fi
    if [ "$DATA" = demo ] && [ "$PEOPLE" -gt 0 ] && [ ! -e "$RUN/etc/people.stamp" ]; then
        step "making people and their ratings up" "$(log_of people)"
        echo "database: making $PEOPLE people and their ratings up"
        {
            vinylhound generate ratings --users "$PEOPLE" --unrated 5
            vinylhound scores
            vinylhound recommend
        } >>"$(log_of people)" 2>&1
        touch "$RUN/etc/people.stamp"
    fi
}
