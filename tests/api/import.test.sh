#!/usr/bin/env bash
# import.test.sh - `vinylhound import discogs` against a running stack with an empty catalogue.
#
# From the environment: RUN (the stack's state folder), VINYLHOUND (the program; found from $PATH without),
# SHARED_DATA (the folder with the real samples, or with discogs/ in it; those tests are skipped without).
set -uo pipefail

VINYLHOUND=${VINYLHOUND:-vinylhound}
: "${RUN:?is the state folder of a running stack}"
work=$(mktemp -d) || exit 1
importer=
trap 'rm -rf "$work"; [ -z "$importer" ] || kill "$importer" 2>/dev/null' EXIT
passed=0 failed=0 base=900000000 tab=$'\t'

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
socket=$(setting database socket) user=$(setting database user) password=$(setting database password)
catalog=$(setting catalog name)
sql() {
    MYSQL_PWD=$password mariadb --no-defaults --batch --skip-column-names --default-character-set=utf8mb4 \
        --socket="$socket" --user="$user" "${catalog:-vinylhound_catalog}" --execute "$1"
}

import() { "$VINYLHOUND" --run "$RUN" import discogs "$@" 2>"$work/err"; }

# The numbers of a kind's line in a summary: read added updated unchanged skipped
figures() { awk -v kind="$1" '$1 == kind { print $2, $4, $6, $8, $10 }' "$work/out"; }

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

# Everything but the hashes: ids, rows, times.
fingerprint() {
    sql "SELECT MD5(GROUP_CONCAT(CONCAT_WS('|', id, discogs_master_id, discogs_release_id, title, artist, artist_id,
        release_year, genres, styles, main_release_id, track_count, release_count, version, updated_at) ORDER BY id)) FROM albums;
        SELECT MD5(GROUP_CONCAT(CONCAT_WS('|', id, discogs_id, name, genres, album_count, version, updated_at) ORDER BY id)) FROM artists;
        SELECT MD5(GROUP_CONCAT(CONCAT_WS('|', id, discogs_id, name, release_count) ORDER BY id)) FROM labels;
        SELECT MD5(GROUP_CONCAT(CONCAT_WS('|', id, album_id, disc_num, track_num, title, artist_id, duration) ORDER BY id)) FROM songs;
        SELECT MD5(GROUP_CONCAT(CONCAT_WS('|', id, discogs_id, album_id) ORDER BY id)) FROM releases;
        SELECT COUNT(*) FROM release_tracks; SELECT COUNT(*) FROM release_labels; SELECT COUNT(*) FROM release_formats;
        SELECT COUNT(*) FROM release_identifiers; SELECT COUNT(*) FROM album_artists; SELECT COUNT(*) FROM album_genres;
        SELECT COUNT(*) FROM album_styles; SELECT COUNT(*) FROM artist_genres"
}

real_files() {
    local folder=$1 before
    import "$folder"/discogs_test_{releases,masters,labels,artists}.xml.gz >"$work/out"
    is 'the real files are imported' 0 $?
    is 'all artists are there' '5560 5560 0 0 0' "$(figures artists)"
    is 'all labels are there' '656 656 0 0 0' "$(figures labels)"
    is 'all masters are there' '396 396 0 0 0' "$(figures masters)"
    is 'all releases are there' '1700 1700 0 0 0' "$(figures releases)"
    is 'nothing is said on standard error but progress' '' "$(grep -v '%' "$work/err")"
    is 'top-level tracks and sub-tracks' '16597 115' \
        "$(sql 'SELECT SUM(parent_seq IS NULL), SUM(parent_seq IS NOT NULL) FROM release_tracks' | tr '\t' ' ')"
    is 'rows: artists with and without a record' '5560 3' \
        "$(sql 'SELECT SUM(import_hash IS NOT NULL), SUM(import_hash IS NULL) FROM artists' | tr '\t' ' ')"
    is 'rows: albums of masters, albums of releases' '396 448' \
        "$(sql 'SELECT SUM(discogs_master_id IS NOT NULL), SUM(discogs_release_id IS NOT NULL) FROM albums' | tr '\t' ' ')"
    is 'a main pressing is the one its master names' 0 "$(sql 'SELECT COUNT(*) FROM albums a
        JOIN releases r ON r.id = a.main_release_id WHERE a.discogs_main_id <> r.discogs_id')"
    is 'every label of a pressing is linked' 0 "$(sql 'SELECT COUNT(*) FROM release_labels WHERE label_id IS NULL')"
    check_counts 'real files'
    if command -v node >/dev/null; then
        node "${0%/*}/../search/bench.mjs" quality discogs >"$work/quality"
        is 'search answers as it should over the real files' 0 $?
        sed 's/^/# /' "$work/quality"
    fi
    before=$(fingerprint)
    import "$folder"/discogs_test_{artists,labels,masters,releases}.xml.gz >"$work/out"
    is 'again: all releases are unchanged' '1700 0 0 1700 0' "$(figures releases)"
    is 'again: all masters are unchanged' '396 0 0 396 0' "$(figures masters)"
    is 'again: every row, id and time is the same' "$before" "$(fingerprint)"
    import "$folder"/xml2db_{release,label,master,artist}.xml >"$work/out"
    is 'single records are imported' 0 $?
    import "$folder"/xml2db_{release,label,master,artist}.xml >"$work/out"
    is 'single records again: unchanged' '1 0 0 1 0' "$(figures release; figures releases)"
    check_counts 'single records'
}

moving() {
    local one=$((base + 1)) two=$((base + 2)) m=$((base + 50)) album
    { release $one '' 'Alone' ''; release $two '' 'Another' ''; } | dump releases >"$work/alone.xml"
    import "$work/alone.xml" >"$work/out"
    album=$(sql "SELECT id FROM albums WHERE discogs_release_id = $one")
    is 'a release without a master is an album of its own' 2 \
        "$(sql "SELECT COUNT(*) FROM albums WHERE discogs_release_id IN ($one, $two)")"
    master $m $one 'Together' | dump masters >"$work/master.xml"
    { release $one $m 'Alone' ''; release $two $m 'Another' ''; } | dump releases >"$work/together.xml"
    import "$work/together.xml" "$work/master.xml" >"$work/out"
    is 'given a master, its album stays the same one' "$album Together 1970 Jazz 2" \
        "$(sql "SELECT id, title, release_year, genres, release_count FROM albums WHERE discogs_master_id = $m" | tr '\t' ' ')"
    is 'and the albums of the others are gone' 0 "$(sql "SELECT COUNT(*) FROM albums WHERE discogs_release_id IN ($one, $two)")"
    check_counts 'moved to a master'
    import "$work/alone.xml" >"$work/out"
    is 'without the master again, each has its own album' 2 \
        "$(sql "SELECT COUNT(*) FROM albums WHERE discogs_release_id IN ($one, $two)")"
    check_counts 'moved back'
}

orders() {
    local m=$((base + 150)) a=$((base + 101)) b=$((base + 102))
    release $b $m 'Second' '' >"$work/b.xml"
    release $a $m 'First' '' >"$work/a.xml"
    import "$work/b.xml" >"$work/out"
    import "$work/a.xml" >"$work/out"
    is 'without its master, an album is what its lowest release says' 'First 2' \
        "$(sql "SELECT title, release_count FROM albums WHERE discogs_master_id = $m" | tr '\t' ' ')"
    master $m $b 'Named' >"$work/m.xml"
    import "$work/m.xml" >"$work/out"
    is 'its master completes it' 'Named 2' \
        "$(sql "SELECT title, release_count FROM albums WHERE discogs_master_id = $m" | tr '\t' ' ')"
    is 'and names the main pressing' $b \
        "$(sql "SELECT r.discogs_id FROM albums a JOIN releases r ON r.id = a.main_release_id WHERE a.discogs_master_id = $m")"
    printf '<artist><id>%s</id><name>The Full Name</name><profile>[b]Bio[/b]</profile></artist>' $a >"$work/artist.xml"
    import "$work/artist.xml" >"$work/out"
    is 'an artist known from a credit is completed by its record' '1 0 1 0 0 Full Name, The Bio' \
        "$(figures artists) $(sql "SELECT sort_name, biography FROM artists WHERE discogs_id = $a" | tr '\t' ' ')"
}

changes() {
    local id=$((base + 201)) song version
    release $id '' 'Once' '<notes>a	b\N\\ &quot;c&quot;</notes>' >"$work/r.xml"
    import "$work/r.xml" >"$work/out"
    is 'tabs, backslashes and quotes come through' 'a	b\N\\ "c"' \
        "$(MYSQL_PWD=$password mariadb --no-defaults --raw -BN --socket="$socket" --user="$user" "${catalog:-vinylhound_catalog}" \
            -e "SELECT notes FROM releases WHERE discogs_id = $id")"
    song=$(sql "SELECT GROUP_CONCAT(s.id ORDER BY s.id) FROM songs s JOIN albums a ON a.id = s.album_id WHERE a.discogs_release_id = $id")
    version=$(sql "SELECT version FROM albums WHERE discogs_release_id = $id")
    sed 's/Once/Twice/; s/>One</>Uno</' "$work/r.xml" >"$work/r2.xml"
    import "$work/r2.xml" >"$work/out"
    is 'a changed release is updated' '1 0 1 0 0' "$(figures releases)"
    is 'its album has one version more' "Twice $((version + 1))" \
        "$(sql "SELECT title, version FROM albums WHERE discogs_release_id = $id" | tr '\t' ' ')"
    is 'its songs keep their ids' "$song" \
        "$(sql "SELECT GROUP_CONCAT(s.id ORDER BY s.id) FROM songs s JOIN albums a ON a.id = s.album_id WHERE a.discogs_release_id = $id AND s.title IN ('Uno', 'Two')")"
    sed 's/<track><position>B.*<\/track><\/tracklist>/<\/tracklist>/' "$work/r2.xml" >"$work/r3.xml"
    import "$work/r3.xml" >"$work/out"
    is 'a track that is gone is a song no longer' 'Uno' \
        "$(sql "SELECT GROUP_CONCAT(s.title) FROM songs s JOIN albums a ON a.id = s.album_id WHERE a.discogs_release_id = $id")"
    release $((id + 1)) '' "$(printf 'ä%.0s' $(seq 800))" '' >"$work/long.xml"
    import "$work/long.xml" >"$work/out"
    is 'a long title is cut to whole characters' 700 "$(sql "SELECT CHAR_LENGTH(title) FROM releases WHERE discogs_id = $((id + 1))")"
    has 'and that is said' "$(cat "$work/out")" 'texts cut to the 700 characters of releases.title'
}

bad_records() {
    local id=$((base + 300))
    {
        release $((id + 1)) '' 'good' ''
        release $((id + 2)) '' $'control \a' ''
        release $((id + 3)) '' $'bad \xff utf-8' ''
        release $((id + 1)) '' 'twice' ''
        release $((id + 4)) '' 'open' '' | sed 's/<\/release>//'
        release $((id + 5)) '' 'good' ''
        release 0 '' 'no id' ''
        release $((id + 6)) '' 'good' ''
    } | dump releases >"$work/bad.xml"
    import --report "$work/report" "$work/bad.xml" >"$work/out"
    is 'a file with bad records is imported' 0 $?
    is 'good ones are there, bad ones are counted' '8 3 0 0 5' "$(figures releases)"
    is 'and named' "$((id + 2)) $((id + 3)) $((id + 1)) $((id + 4)) " \
        "$(sed -n 's/.*: release \([0-9]*\) skipped: .*/\1/p' "$work/report" | tr '\n' ' ')"
    is 'the first of two with one id counts' good "$(sql "SELECT title FROM releases WHERE discogs_id = $((id + 1))")"
    { for i in 11 12 13; do release $((id + i)) '' "t$i" "<notes>$(head -c 30000 /dev/urandom | base64)</notes>"; done; } |
        dump releases | gzip | head -c 60000 >"$work/cut.xml.gz"
    import "$work/cut.xml.gz" >"$work/out"
    is 'a truncated file is a failure' 1 $?
    has 'that is told' "$(cat "$work/err")" 'the gzip stream ends early'
    has 'with the record that is lost' "$(cat "$work/err")" 'the file ends inside it'
    is 'what came before is there' t11 "$(sql "SELECT title FROM releases WHERE discogs_id = $((id + 11))")"
    echo '<rss></rss>' >"$work/rss.xml"
    import "$work/rss.xml" >"$work/out"
    is 'another file is refused' 1 $?
    has 'with what it is' "$(cat "$work/err")" 'it begins with <rss>'
    import "$work/nowhere.xml" >"$work/out"
    has 'a missing file is named' "$(cat "$work/err")" 'nowhere.xml: No such file'
    import >"$work/out"
    is 'no file is wrong usage' 2 $?
}

count_many() { sql "SELECT COUNT(*) FROM releases WHERE discogs_id BETWEEN $1 AND $2"; }

killed() {
    local first=$((base + 1000)) all=12000 there deadline=$((SECONDS + 30))
    release '@@' '' 'Title @@' '' >"$work/one.xml"
    awk -v first=$first -v all=$all '{ for (i = 0; i < all; i++) { line = $0; gsub(/@@/, first + i, line); print line } }' \
        "$work/one.xml" | dump releases >"$work/many.xml"
    "$VINYLHOUND" --run "$RUN" import discogs "$work/many.xml" >/dev/null 2>&1 &
    importer=$!
    while [ "$(count_many $first $((first + all)))" = 0 ] && [ $SECONDS -lt $deadline ]; do :; done
    kill -KILL "$importer"
    wait "$importer" 2>/dev/null
    importer=
    there=$(count_many $first $((first + all)))
    is 'killed in the middle' yes "$([ "$there" -gt 0 ] && [ "$there" -lt $all ] && echo yes || echo "no: $there")"
    is 'whole batches are there' 0 $((there % 2000))
    is 'and whole releases' 0 "$(sql "SELECT COUNT(*) FROM releases r WHERE r.discogs_id BETWEEN $first AND $((first + all))
        AND ((SELECT COUNT(*) FROM release_tracks k WHERE k.release_id = r.id) <> 2
        OR (SELECT COUNT(*) FROM songs s WHERE s.album_id = r.album_id) <> 2)")"
    import "$work/many.xml" >"$work/out"
    has 'run again it says where it goes on' "$(cat "$work/err")" "going on behind record $there"
    is 'and adds the rest' "$((all - there)) $((all - there)) 0 0 0" "$(figures releases)"
    import "$work/many.xml" >"$work/out"
    is 'a file that is done is read from its beginning' "$all 0 0 $all 0" "$(figures releases)"
    check_counts 'after a kill'
}

# Below the releases of a batch that was never stored there may be rows: they are in nobody's way.
left_behind() {
    local id=$((base + 400)) next
    next=$(sql 'SELECT MAX(id) + 1 FROM releases')
    sql "INSERT INTO release_tracks (release_id, seq, title) VALUES ($next, 1, 'left'), ($((next + 1)), 9, 'left');
        INSERT INTO release_formats (release_id, position, name) VALUES ($next, 1, 'left');
        INSERT INTO release_identifiers (release_id, position, type, value) VALUES ($next, 1, 'left', 'left');
        INSERT INTO release_labels (release_id, position, name) VALUES ($next, 1, 'left')"
    release $id '' 'Whole' '' >"$work/r.xml"
    import "$work/r.xml" >"$work/out"
    is 'what an ended import left below a release is not the next one'"'"'s' "$next One,Two Vinyl 0 0" \
        "$(sql "SELECT id, (SELECT GROUP_CONCAT(title ORDER BY seq) FROM release_tracks k WHERE k.release_id = r.id),
            (SELECT GROUP_CONCAT(name) FROM release_formats f WHERE f.release_id = r.id),
            (SELECT COUNT(*) FROM release_identifiers i WHERE i.release_id = r.id),
            (SELECT COUNT(*) FROM release_labels l WHERE l.release_id = r.id) FROM releases r WHERE discogs_id = $id" | tr '\t' ' ')"
    check_counts 'left behind'
}

# What editors have set stays, whatever the dump says; what somebody has or wants is not removed.
edited() {
    local m=$((base + 90000)) one=$((base + 90001)) two=$((base + 90002)) album events
    master $m $one 'As printed' | dump masters >"$work/masters.xml"
    release $one $m 'As printed' '' | dump releases >"$work/releases.xml"
    import "$work/masters.xml" "$work/releases.xml" >"$work/out"
    album=$(sql "SELECT id FROM albums WHERE discogs_master_id = $m")
    sql "UPDATE albums SET title = 'As edited', genres = 'Polka', edited = 'title,genres,tracks', rating_count = 1 WHERE id = $album;
        INSERT IGNORE INTO genres (name) VALUES ('Polka'); DELETE FROM album_genres WHERE album_id = $album;
        INSERT INTO album_genres SELECT $album, id FROM genres WHERE name = 'Polka';
        UPDATE genres SET album_count = album_count + 1 WHERE name = 'Polka'; UPDATE genres SET album_count = album_count - 1 WHERE name = 'Jazz';
        UPDATE songs SET title = 'A song as edited' WHERE album_id = $album AND disc_num = 1 AND track_num = 1"
    events=$(sql 'SELECT COUNT(*) FROM outbox')
    master $m $one 'Printed otherwise' | sed 's/1970/1971/' | dump masters >"$work/masters.xml"
    release $one $m 'Printed otherwise' '' | sed 's/>Two</>Zwei</' | dump releases >"$work/releases.xml"
    import --report "$work/report" "$work/masters.xml" "$work/releases.xml" >"$work/out"
    is 'edited fields stay, the others follow the dump' "As edited${tab}Polka${tab}1971" \
        "$(sql "SELECT title, genres, release_year FROM albums WHERE id = $album")"
    is 'edited genres stay in the index' Polka "$(sql "SELECT g.name FROM album_genres w JOIN genres g ON g.id = w.genre_id WHERE album_id = $album")"
    is 'edited songs stay' "A song as edited Two" "$(sql "SELECT title FROM songs WHERE album_id = $album ORDER BY ordinal" | paste -sd' ')"
    has 'the report says what was kept' "$(cat "$work/report")" "album $album keeps what editors have set: title,genres,tracks"
    has 'the summary counts it' "$(cat "$work/out")" 'keep what editors have set'
    is 'the others are told of a rated album' "album.updated${tab}$album${tab}[\"Polka\"]" \
        "$(sql "SELECT type, subject, JSON_EXTRACT(payload, '\$.genres') FROM outbox WHERE id > $events")"
    sql "UPDATE albums SET deleted_at = UTC_TIMESTAMP(3) WHERE id = $album"
    master $m $one 'Printed once more' | dump masters >"$work/masters.xml"
    import "$work/masters.xml" >"$work/out"
    is 'a deleted album stays deleted, and as it was' "As edited${tab}1" \
        "$(sql "SELECT title, deleted_at IS NOT NULL FROM albums WHERE id = $album")"
    sql "UPDATE albums SET deleted_at = NULL WHERE id = $album"

    release $two '' 'Held' '' | dump releases >"$work/releases.xml"
    import "$work/releases.xml" >"$work/out"
    album=$(sql "SELECT id FROM albums WHERE discogs_release_id = $two")
    sql "INSERT INTO held_albums VALUES ($album)"
    release $two $m 'Held' '' | dump releases >"$work/releases.xml"
    import "$work/releases.xml" >"$work/out"
    is 'an album that somebody holds stays when its releases go' 1 "$(sql "SELECT COUNT(*) FROM albums WHERE id = $album")"
}

# The index made anew is what it was, and what it holds is not remembered beside it.
rebuilt() {
    local index='SELECT word, kind, block, documents, HEX(postings) FROM search_postings ORDER BY 1, 2, 3;
        SELECT * FROM search_words ORDER BY 1; SELECT typo, HEX(words) FROM search_typos ORDER BY 1' before
    before=$(sql "$index" | md5sum)
    sql "INSERT INTO search_changed VALUES (1, 1, 5); INSERT INTO search_recent VALUES ('word', 1, 1, 1);
        TRUNCATE TABLE search_postings"
    "$VINYLHOUND" --run "$RUN" search rebuild 2>"$work/err"
    is 'search rebuild' 0 $?
    is 'the index made anew is what an import made' "$before" "$(sql "$index" | md5sum)"
    is 'what the index holds is forgotten beside it' '0 0' \
        "$(sql 'SELECT (SELECT COUNT(*) FROM search_changed), (SELECT COUNT(*) FROM search_recent)' | tr '\t' ' ')"
    is 'no table of a rebuild is left' 0 "$(sql "SELECT COUNT(*) FROM information_schema.TABLES
        WHERE TABLE_SCHEMA = DATABASE() AND (TABLE_NAME LIKE 'search\_%\_new' OR TABLE_NAME LIKE 'search\_%\_old')")"
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

# Killed at five moments, of which none is chosen, and run again each time.
killed_often() {
    local first=$((base + 50000)) all=9000 kills=0 starts=0 began took
    release '@@' '' 'Title @@' '' | awk -v first=$first -v all=$all '{ for (i = 0; i < all; i++) { line = $0
        gsub(/@@/, first + i, line); if (i % 3) sub("</genres>", "</genres><master_id>" first + i - i % 3 "</master_id>", line)
        print line } }' | dump releases >"$work/often.xml"
    master '@@' '@@' 'Master @@' | awk -v first=$first -v all=$all '{ for (i = 0; i < all; i += 3) { line = $0
        gsub(/@@/, first + i, line); print line } }' | dump masters >"$work/often-masters.xml"
    empty_catalogue
    began=${EPOCHREALTIME/./}
    import "$work/often-masters.xml" "$work/often.xml" >/dev/null
    is 'undisturbed: all are there' $all "$(sql 'SELECT COUNT(*) FROM releases')"
    took=$(((${EPOCHREALTIME/./} - began) / 1000))
    natural_rows >"$work/undisturbed"
    empty_catalogue
    while [ $kills -lt 5 ] && [ $((starts += 1)) -le 40 ]; do
        "$VINYLHOUND" --run "$RUN" import discogs "$work/often-masters.xml" "$work/often.xml" >/dev/null 2>&1 &
        importer=$!
        # a moment, counted in the machine's own pace
        timeout "$(printf '%d.%03d' 0 $((1 + RANDOM % (took / 4 + 1) % 999)))" tail --pid=$importer -f /dev/null
        kill -KILL "$importer" 2>/dev/null && kills=$((kills + 1))
        wait "$importer" 2>/dev/null
        importer=
    done
    is 'killed five times' 5 $kills
    import "$work/often-masters.xml" "$work/often.xml" >"$work/out"
    is 'run again to the end' 0 $?
    natural_rows >"$work/disturbed"
    is 'the rows are those of an undisturbed import' "$(md5sum <"$work/undisturbed")" "$(md5sum <"$work/disturbed")"
    check_counts 'after five kills'
}

# What is made anew stands behind what is there; ids apart, the same seed makes the same again.
generated() {
    local albums songs tracks i
    for i in 1 2; do
        albums=$(sql 'SELECT IFNULL(MAX(id), 0) FROM albums') songs=$(sql 'SELECT IFNULL(MAX(id), 0) FROM songs')
        "$VINYLHOUND" --run "$RUN" generate --albums 300 --seed 5 >"$work/made.$i" 2>"$work/err"
        is "a catalogue is made ($i)" 0 $?
        is "of as many albums as wanted ($i)" 300 "$(sql "SELECT COUNT(*) FROM albums WHERE id > $albums")"
        sql "SELECT id - $albums, title, artist, release_year, genres, styles, track_count, release_count, created_at
            FROM albums WHERE id > $albums ORDER BY id;
            SELECT id - $songs, title, album_id - $albums, duration FROM songs WHERE id > $songs ORDER BY id" >"$work/rows.$i"
    done
    is 'the same seed makes the same rows' "$(md5sum <"$work/rows.1")" "$(md5sum <"$work/rows.2")"
    tracks=$(sed -n 's/.* \([0-9]*\) tracks.*/\1/p' "$work/made.1")
    is 'as many tracks as it says' "$((tracks * 2))" "$(sql 'SELECT COUNT(*) FROM release_tracks k
        JOIN releases r ON r.id = k.release_id WHERE r.discogs_id IS NULL')"
    check_counts 'after making one up'
    "$VINYLHOUND" --run "$RUN" generate --albums many >"$work/out" 2>"$work/err"
    is 'how many must be a number' 2 $?
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
