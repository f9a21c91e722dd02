# killed.sh - imports that are killed, and what they leave behind.
# shellcheck shell=bash disable=SC2154 # the names are import.test.sh's

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
