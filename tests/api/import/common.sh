# common.sh - what the parts of import.test.sh share: checks, small dumps, and what must hold of a catalogue.
# shellcheck shell=bash disable=SC2154 # the names are import.test.sh's

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

# has SENTENCE TEXT PART
has() {
    case $2 in
    *"$3"*) is "$1" yes yes ;;
    *) is "$1" "… $3 …" "$2" ;;
    esac
}

setting() { sed -n "/^\[$1\]/,/^\[/s/^ *$2 *= *//p" "$RUN/etc/operator.conf" | head -n 1; }

sql() {
    MYSQL_PWD=$password mariadb --no-defaults --batch --skip-column-names --default-character-set=utf8mb4 \
        --socket="$socket" --user="$user" "${catalog:-vinylhound_catalog}" --execute "$1"
}

import() { "$VINYLHOUND" --run "$RUN" import discogs "$@" 2>"$work/err"; }

# The numbers of a kind's line in a summary: read added updated unchanged skipped
figures() { awk -v kind="$1" '$1 == kind { print $2, $4, $6, $8, $10 }' "$work/out"; }

count_many() { sql "SELECT COUNT(*) FROM releases WHERE discogs_id BETWEEN $1 AND $2"; }

release() { # ID MASTER TITLE INNER
    printf '<release id="%s" status="Accepted"><artists><artist><id>%s</id><name>Name %s (2)</name></artist></artists>' \
        "$1" "$1" "$1"
    printf '<title>%s</title><formats><format name="Vinyl" qty="1"/></formats><genres><genre>Rock</genre></genres>' "$3"
    [ -z "$2" ] || printf '<master_id>%s</master_id>' "$2"
    printf '<tracklist><track><position>A</position><title>One</title></track>'
    printf '<track><position>B</position><title>Two</title></track></tracklist>%s</release>\n' "$4"
}

master() { # ID MAIN TITLE
    printf '<master id="%s"><main_release>%s</main_release><artists><artist><id>%s</id><name>Name</name></artist></artists>' \
        "$1" "$2" "$2"
    printf '<genres><genre>Jazz</genre></genres><year>1970</year><title>%s</title></master>\n' "$3"
}

dump() { # KIND, records on standard input
    printf '<%s>\n' "$1"
    cat
    printf '</%s>\n' "$1"
}

# What is counted must be what is there.
check_counts() {
    is "$1: counts of artists are right" 0 "$(sql 'SELECT COUNT(*) FROM artists a WHERE album_count <>
        (SELECT COUNT(DISTINCT album_id) FROM album_artists c WHERE c.artist_id = a.id)')"
    is "$1: counts of genres are right" 0 "$(sql 'SELECT COUNT(*) FROM genres g WHERE album_count <>
        (SELECT COUNT(*) FROM album_genres c WHERE c.genre_id = g.id)')"
    is "$1: counts of labels are right" 0 "$(sql 'SELECT COUNT(*) FROM labels l WHERE release_count <>
        (SELECT COUNT(DISTINCT release_id) FROM release_labels c WHERE c.label_id = l.id)')"
    is "$1: counts of albums are right" 0 "$(sql 'SELECT COUNT(*) FROM albums a WHERE
        release_count <> (SELECT COUNT(*) FROM releases r WHERE r.album_id = a.id)
        OR track_count <> (SELECT COUNT(*) FROM songs s WHERE s.album_id = a.id)')"
    is "$1: an artist has the genres of its albums" 0 "$(sql "SELECT COUNT(*) FROM artists a WHERE BINARY genres <>
        IFNULL((SELECT GROUP_CONCAT(DISTINCT g.name ORDER BY g.name SEPARATOR '\n') FROM album_artists c
        JOIN album_genres w ON w.album_id = c.album_id JOIN genres g ON g.id = w.genre_id
        WHERE c.artist_id = a.id), '')")"
    is "$1: an album's songs are its main pressing's tracks" 0 "$(sql 'SELECT COUNT(*) FROM albums a
        JOIN release_tracks k ON k.release_id = a.main_release_id AND k.disc_num IS NOT NULL
        LEFT JOIN songs s ON s.album_id = a.id AND s.disc_num = k.disc_num AND s.track_num = k.track_num
        WHERE s.id IS NULL OR BINARY s.title <> k.title')"
    is "$1: nothing hangs below a release that is not there" '' "$(for table in tracks formats identifiers labels; do
        sql "SELECT DISTINCT '$table', release_id FROM release_$table WHERE release_id NOT IN (SELECT id FROM releases)"; done)"
    is "$1: no import leaves a table behind" 0 "$(sql "SELECT COUNT(*) FROM information_schema.TABLES
        WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME LIKE 'import\_%'")"
}

# Every table's rows, told by the dump's ids: those of this database leave gaps where a batch was undone.
natural_rows() {
    local album="CONCAT(IFNULL(a.discogs_master_id, ''), '/', IFNULL(a.discogs_release_id, ''))"
    sql "SELECT discogs_id, name, sort_name, real_name, biography, genres, HEX(import_hash), album_count, version FROM artists ORDER BY discogs_id;
        SELECT discogs_id, name, profile, parent_label, HEX(import_hash), release_count FROM labels ORDER BY name, discogs_id;
        SELECT name, album_count FROM genres ORDER BY name; SELECT name FROM styles ORDER BY name;
        SELECT n.discogs_id, g.name FROM artist_genres w JOIN artists n ON n.id = w.artist_id JOIN genres g ON g.id = w.genre_id ORDER BY 1, 2;
        SELECT discogs_master_id, discogs_release_id, title, artist, n.discogs_id, release_year, a.genres, styles, description,
            discogs_main_id, HEX(a.import_hash), r.discogs_id, track_count, release_count, a.version FROM albums a
            LEFT JOIN artists n ON n.id = a.artist_id LEFT JOIN (SELECT id, discogs_id FROM releases) r ON r.id = main_release_id ORDER BY 1, 2;
        SELECT $album, c.position, n.discogs_id, c.name, joiner FROM album_artists c JOIN albums a ON a.id = c.album_id
            LEFT JOIN artists n ON n.id = c.artist_id ORDER BY 1, 2;
        SELECT $album, g.name FROM album_genres c JOIN albums a ON a.id = c.album_id JOIN genres g ON g.id = genre_id ORDER BY 1, 2;
        SELECT $album, g.name FROM album_styles c JOIN albums a ON a.id = c.album_id JOIN styles g ON g.id = style_id ORDER BY 1, 2;
        SELECT $album, disc_num, track_num, position, s.title, s.artist, n.discogs_id, duration FROM songs s
            JOIN albums a ON a.id = s.album_id LEFT JOIN artists n ON n.id = s.artist_id ORDER BY 1, 2, 3;
        SELECT r.discogs_id, $album, r.title, r.artist, label, catno, country, released, year, format, formats, barcode, notes,
            HEX(r.import_hash) FROM releases r JOIN albums a ON a.id = r.album_id ORDER BY 1;
        SELECT r.discogs_id, c.position, l.name, c.name, c.catno FROM release_labels c JOIN releases r ON r.id = c.release_id
            LEFT JOIN labels l ON l.id = c.label_id ORDER BY 1, 2;
        SELECT r.discogs_id, c.position, name, quantity, note, descriptions FROM release_formats c JOIN releases r ON r.id = c.release_id ORDER BY 1, 2;
        SELECT r.discogs_id, seq, parent_seq, c.position, c.title, c.artist, duration, disc_num, track_num FROM release_tracks c
            JOIN releases r ON r.id = c.release_id ORDER BY 1, 2;
        SELECT r.discogs_id, c.position, type, description, value, digits FROM release_identifiers c JOIN releases r ON r.id = c.release_id ORDER BY 1, 2"
}

empty_catalogue() {
    local table
    for table in artists artist_genres labels genres styles albums album_artists album_genres album_styles songs releases \
        release_labels release_formats release_tracks release_identifiers imported_files; do
        sql "TRUNCATE TABLE $table"
    done
}
