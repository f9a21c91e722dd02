# real_files.sh - the real samples, whole and again.
# shellcheck shell=bash disable=SC2154 # the names are import.test.sh's

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
