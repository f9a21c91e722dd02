<?php
// album.php - the peer: the same album, from the same rows by the same statement, as a careful PHP site would serve it:
// opcache, a persistent connection, one round trip.
$db = new PDO('mysql:unix_socket=' . $_SERVER['DB_SOCKET'] . ';dbname=vinylhound_catalog;charset=utf8mb4',
    $_SERVER['DB_USER'], $_SERVER['DB_PASSWORD'],
    [PDO::ATTR_PERSISTENT => true, PDO::ATTR_EMULATE_PREPARES => true, PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION]);
$statement = $db->prepare('SELECT * FROM albums WHERE id = ?');
$statement->execute([(int) ($_GET['id'] ?? 0)]);
$album = $statement->fetch(PDO::FETCH_ASSOC);
header('Content-Type: application/json');
if ($album === false) {
    http_response_code(404);
    echo json_encode(['type' => '/problems/not-found', 'title' => 'Not found', 'status' => 404]);
    exit;
}
$lines = static fn (string $text): array => $text === '' ? [] : explode("\n", $text);
$credit = static function (string $line): array {
    [$id, $name, $join] = explode("\t", $line);
    return ['id' => (int) $id ?: null, 'name' => $name, 'join' => $join === '' ? null : $join];
};
$time = static fn (string $text): string => str_replace(' ', 'T', $text) . 'Z';
$body = json_encode([
    'id' => (int) $album['id'],
    'title' => $album['title'],
    'artist' => $album['artist'],
    'artist_id' => $album['artist_id'] === null ? null : (int) $album['artist_id'],
    'artists' => array_map($credit, $lines($album['credits'])),
    'release_year' => (int) $album['release_year'] ?: null,
    'genre' => $lines($album['genres'])[0] ?? null,
    'genres' => $lines($album['genres']),
    'styles' => $lines($album['styles']),
    'description' => $album['description'],
    'cover_url' => "/api/v1/albums/{$album['id']}/cover",
    'track_count' => (int) $album['track_count'],
    'release_count' => (int) $album['release_count'],
    'average_rating' => (float) $album['average_rating'] ?: null,
    'weighted_rating' => (float) $album['weighted_rating'] ?: null,
    'rating_count' => (int) $album['rating_count'],
    'version' => (int) $album['version'],
    'created_at' => $time($album['created_at']),
    'updated_at' => $time($album['updated_at']),
], JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
header('ETag: "' . substr(sha1($body), 0, 20) . '"');
echo $body;
