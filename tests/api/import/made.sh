# made.sh - what is made: catalogues made up, and the search index.
# shellcheck shell=bash disable=SC2154 # the names are import.test.sh's

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
