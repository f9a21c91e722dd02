# edited.sh - what people have done stays.
# shellcheck shell=bash disable=SC2154 # the names are import.test.sh's

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
