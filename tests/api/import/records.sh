# records.sh - single records: what becomes of them, in which order, and of bad ones.
# shellcheck shell=bash disable=SC2154 # the names are import.test.sh's

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
    import --check "$work/bad.xml" >"$work/out"
    is 'a check says what is wrong with a file, and stores nothing' '0 8 0 0 0 5 0' \
        "$? $(figures releases) $(count_many $id $((id + 9)))"
    import --report "$work/report" "$work/bad.xml" >"$work/out"
    is 'a file with bad records is imported' 0 $?
    has 'at the end it says what that took' "$(tail -n 1 "$work/out")" 'MB of memory at most'
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
