// The types of the HTTP API. Generated from ../openapi by `npm run generate`; edit those files instead.
export interface paths {
    "/api/v1/albums": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Albums that meet all the conditions given
         * @description With several conditions a page may have fewer albums than `limit`, even none, though `next_cursor` is there: so many albums were looked at. The list goes on behind it.
         */
        get: operations["listAlbums"];
        put?: never;
        /** Add an album */
        post: operations["createAlbum"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/albums/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One album */
        get: operations["getAlbum"];
        /**
         * Change an album
         * @description All of the body replaces what is there, but that songs stay as they are where `tracks` is left out.
         */
        put: operations["updateAlbum"];
        post?: never;
        /**
         * Delete an album
         * @description It is kept out of sight with its songs and pressings, and can be brought back by undoing this.
         */
        delete: operations["deleteAlbum"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/albums/{id}/cover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cover that was uploaded, or one drawn from the album's id */
        get: operations["getAlbumCover"];
        /**
         * Upload the cover
         * @description A JPEG, PNG or WebP of at most 2 MiB and 24 million pixels, not animated. It is encoded anew, upright, without what else the file held. 422 says what is wrong with the picture.
         */
        put: operations["uploadAlbumCover"];
        post?: never;
        /** Remove the uploaded cover */
        delete: operations["deleteAlbumCover"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/albums/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed what, when, newest first
         * @description Edits by people; what an import brings is not among them. Of what is deleted, too.
         */
        get: operations["listAlbumHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/albums/{id}/history/{version}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back the edit that made a version
         * @description Makes a new version in which the fields of that edit are as they were before it; a deletion is taken back as a whole. 409 if later edits changed the same fields, or there is nothing to go back to.
         */
        post: operations["undoAlbumEdit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/albums/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * This album and another are one
         * @description The pressings become the other's; ratings, reviews and copies follow within moments. The address of this album leads to the other from then on. It cannot be undone.
         */
        post: operations["mergeAlbum"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/albums/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What stands in the head of the album's page for whoever follows a link without running the page
         * @description Title, description, Open Graph and JSON-LD (a schema.org MusicAlbum), as HTML to be put into a head.
         */
        get: operations["getAlbumPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/artists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Artists */
        get: operations["listArtists"];
        put?: never;
        /** Add an artist */
        post: operations["createArtist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/artists/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One artist */
        get: operations["getArtist"];
        /**
         * Change an artist
         * @description A new name is printed wherever the old one was. Genres that are left out stay as they are.
         */
        put: operations["updateArtist"];
        post?: never;
        /**
         * Delete an artist
         * @description Only an artist whom no album and no song names.
         */
        delete: operations["deleteArtist"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/artists/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed what, when, newest first
         * @description Edits by people; what an import brings is not among them. Of what is deleted, too.
         */
        get: operations["listArtistHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/artists/{id}/history/{version}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back the edit that made a version
         * @description Makes a new version in which the fields of that edit are as they were before it; a deletion is taken back as a whole. 409 if later edits changed the same fields, or there is nothing to go back to.
         */
        post: operations["undoArtistEdit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public keys that access tokens are checked with */
        get: operations["getKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a mail that verifies one's address
         * @description Signing up with an address and changing it send one by themselves. 404 if this site sends no mail.
         */
        post: operations["sendVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify an address by a mailed link
         * @description The token is what stands behind the # of the link; it works once, within a day. 404 if this site sends no mail.
         */
        post: operations["verifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a session
         * @description Takes the same time whether or not the user exists. After five wrong passwords none is tried for a second, after
         *     the next for two, and so on up to 15 minutes: 429 with Retry-After, for an account that does not exist too.
         *     Failures at an address where the account has a session are counted apart from others'. 403 is a right password
         *     of an account that has been disabled.
         */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End this session */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change one's password
         * @description Every other session ends. A wrong `current_password` is 422 with the code `wrong`: the token is good, so it is not
         *     401. It counts as a wrong password at a login does, and too many are 429.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/forgot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a link to choose another password
         * @description The same answer in the same time, whether or not there is such a user. A mail goes out if there is, with an address
         *     that has been verified, and none of its kind went in the last five minutes. 404 if this site sends no mail.
         */
        post: operations["forgotPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose another password by a mailed link
         * @description The token is what stands behind the # of the link; it works once, within 30 minutes. Every session ends. One that
         *     was used, has expired or never was is 422 with the code `unknown`. 404 if this site sends no mail.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new access token for the refresh cookie
         * @description The cookie rotates. An old one used again ends the whole session family.
         */
        post: operations["refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One's own sessions, the newest login first
         * @description Those that have not expired: 30 days unused, or 90 in all. A token whose session has ended is 401 here, although
         *     it is good for its ten minutes elsewhere.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End one of one's own sessions
         * @description Its refresh cookie is good for nothing from now on. Somebody else's is 404.
         */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/signup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an account and begin a session */
        post: operations["signup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Albums in the order of what their ratings come to
         * @description `top` is by the lower end of the score's interval, `popular` by the count, `trending` by how many more ratings came in the last week than in an earlier one (docs/scores.md). `rank` counts from 1 at the head of the whole chart.
         */
        get: operations["listCharts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/genres": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Genres by name */
        get: operations["listGenres"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Labels by name */
        get: operations["listLabels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labels/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One label */
        get: operations["getLabel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/moderation/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What moderators did, and why */
        get: operations["listActs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/moderation/bursts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bursts of ratings that are or were held
         * @description Many new accounts that rated one album in one direction within two days. Their ratings are held out of the score until a moderator decides (docs/scores.md).
         */
        get: operations["listBursts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/moderation/bursts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** One burst, and the score with and without it */
        get: operations["getBurst"];
        /**
         * Release a burst or drop it
         * @description Released, its ratings count; dropped, they never do. Either can be decided anew, and each time is kept with its reason.
         */
        put: operations["decideBurst"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/moderation/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports of reviews */
        get: operations["listReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/moderation/reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** One report */
        get: operations["getReport"];
        /**
         * Decide on a report
         * @description Whether the review is hidden is said separately.
         */
        put: operations["decideReport"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much the caller wants of each genre */
        get: operations["getPreferences"];
        /**
         * Say how much one wants of each genre
         * @description These take the place of all there were.
         */
        put: operations["putPreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ratings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ratings of an album or by a user
         * @description A private user's ratings are listed to that user alone.
         */
        get: operations["listRatings"];
        put?: never;
        /** Rate an album */
        post: operations["createRating"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ratings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** One rating */
        get: operations["getRating"];
        /**
         * Change one's rating
         * @description Another user's public rating is 403, a private one 404.
         */
        put: operations["putRating"];
        post?: never;
        /** Take one's rating back */
        delete: operations["deleteRating"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ratings/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * What one gave this album before
         * @description Every earlier value of the caller's rating of the album, the latest first; those from before it was taken back and given anew too. A rating that has been taken back keeps its history.
         */
        get: operations["getRatingHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ratings/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The score of an album
         * @description `weighted` is (Σ w·r + m·C) / (Σ w + m): C the site's mean, given as `prior`; w = min(1, distinct artists the rater has rated / 20). An album nobody has rated has a count of 0 and nulls.
         */
        get: operations["getRatingSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recommendations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the caller may like, and why
         * @description Best first. Never an album that the caller has rated, owns or has dismissed. Ratings given a moment ago count. Somebody with fewer than five ratings is given the chart, bent by their preferences and spread over genres (`model` is `chart`). docs/recommendations.md has the formulae.
         */
        get: operations["listRecommendations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recommendations/{id}/dismissed": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Do not recommend this album again
         * @description The id is the album's. Dismissing it again is no error.
         */
        put: operations["dismissRecommendation"];
        post?: never;
        /** Let it be recommended again */
        delete: operations["restoreRecommendation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recommendations/model": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What recommendations are made by, and how good it is
         * @description 404 until the operator has made a first model with `vinylhound recommend`.
         */
        get: operations["getRecommendationModel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pressings */
        get: operations["listReleases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/releases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One pressing */
        get: operations["getRelease"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reviews of an album or by a user
         * @description A private user's reviews are listed to that user alone, a draft to its author, a hidden one to its author and to moderators.
         */
        get: operations["listReviews"];
        put?: never;
        /**
         * Review an album
         * @description One review for each user and album; with a `rating` it gives or changes the caller's rating of the album, too. A `draft` is seen by its author alone until it is published by a change.
         */
        post: operations["createReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** One review */
        get: operations["getReview"];
        /**
         * Change one's review
         * @description What a published review said before is kept (see its history). A published one cannot become a draft again.
         */
        put: operations["putReview"];
        post?: never;
        /** Take one's review back */
        delete: operations["deleteReview"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{id}/hidden": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Hide a review, or show it again
         * @description Each time is kept with its reason in the log of acts.
         */
        put: operations["hideReview"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * What a review said before
         * @description Shown to its author and to moderators. What a draft said is not kept.
         */
        get: operations["getReviewHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{id}/like": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** Like a review */
        put: operations["likeReview"];
        post?: never;
        /** No longer like a review */
        delete: operations["unlikeReview"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{id}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report a review to moderators
         * @description Once for each user and review.
         */
        post: operations["reportReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reviews of an album or by a user as an Atom feed
         * @description What GET /api/v1/reviews lists to anybody, as RFC 4287 has it; a `cursor` goes on as RFC 5005 has it (`rel="next"`). Ids (`tag:`) never change. With an `album_id`, 404 if there is no such album. Albums go without their names while the catalogue does not answer.
         */
        get: operations["getReviewFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is meant, best first across albums, artists, songs and labels
         * @description Without regard to case and accents; the last word may be a beginning. Where the words as they are find nothing
         *     that fits well, misspelt ones are corrected, and `suggestion` says to what. At most twelve words count.
         */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/songs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Songs; those of one album in playing order */
        get: operations["listSongs"];
        put?: never;
        /** Add a song */
        post: operations["createSong"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/songs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One song */
        get: operations["getSong"];
        /**
         * Change a song
         * @description A song that says nothing of its own credit keeps it.
         */
        put: operations["updateSong"];
        post?: never;
        /**
         * Delete a song
         * @description The album has one song fewer.
         */
        delete: operations["deleteSong"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/songs/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed what, when, newest first
         * @description Edits by people; what an import brings is not among them. Of what is deleted, too.
         */
        get: operations["listSongHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/songs/{id}/history/{version}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back the edit that made a version
         * @description Makes a new version in which the fields of that edit are as they were before it; a deletion is taken back as a whole. 409 if later edits changed the same fields, or there is nothing to go back to.
         */
        post: operations["undoSongEdit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts, the newest first */
        get: operations["listAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{username}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Somebody's public profile
         * @description A private one is 404 to everybody but its owner.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{username}/account": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                username: components["schemas"]["Username"];
            };
            cookie?: never;
        };
        /** What an account may do */
        get: operations["getAccount"];
        /**
         * Decide what an account may do
         * @description Roles hold from the user's next token, within ten minutes. A disabled account keeps all it has, but nobody logs in to it, and its sessions end at once. Nobody can disable themselves or stop being an administrator by themselves (409).
         */
        put: operations["changeAccount"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{username}/collection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What somebody has, without prices, places and notes
         * @description A private user's is 404 to everybody else.
         */
        get: operations["listUserCollection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{username}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                username: components["schemas"]["Username"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End every session of a user
         * @description Tokens that are out hold for ten minutes more at most.
         */
        delete: operations["endUserSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/collection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own copies */
        get: operations["listCollection"];
        put?: never;
        /**
         * Add a copy
         * @description One item for each copy. An album that has been added by anybody before is known without the catalogue; another, and
         *     a pressing, are asked of it: 503 while it is away.
         */
        post: operations["addToCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/collection/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of one's own copies */
        get: operations["getItem"];
        /**
         * Change a copy
         * @description All of it; what is left out becomes null.
         */
        put: operations["putItem"];
        post?: never;
        /** Take a copy out */
        delete: operations["removeFromCollection"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/collection/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one's collection comes to */
        get: operations["getCollectionStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lines one keeps for oneself */
        get: operations["getContent"];
        /**
         * Put other lines in their place
         * @description They come back as they were sent, in their order, empty ones too. The body may have 1.2 MB.
         */
        put: operations["putContent"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that is held on the caller, in every service
         * @description One document, whole: if a service does not answer, there is none (503). What one service only keeps of another's is
         *     told by that one.
         */
        get: operations["exportAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own profile */
        get: operations["getProfile"];
        /** Change one's own profile */
        put: operations["putProfile"];
        post?: never;
        /**
         * Delete one's account, and all that belongs to it, in every service
         * @description It is gone here when this answers, and within seconds in the other services. Access tokens of its sessions are refused
         *     here at once. Reviews may stay, without a name.
         */
        delete: operations["deleteAccount"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An account as administrators see it. */
        Account: {
            created_at: components["schemas"]["Time"];
            disabled: boolean;
            display_name: string | null;
            id: components["schemas"]["Id"];
            private: boolean;
            roles: components["schemas"]["Role"][];
            /** @description That have not ended. */
            sessions: number;
            username: components["schemas"]["Username"];
        };
        Act: {
            /** @description `review.hidden`, `report.upheld`, `burst.dropped` … */
            act: string;
            created_at: components["schemas"]["Time"];
            id: components["schemas"]["Id"];
            moderator_id: components["schemas"]["Id"];
            reason: string;
            subject_id: components["schemas"]["Id"];
        };
        Album: {
            /** @description The credit as printed. */
            artist: string;
            artist_id: components["schemas"]["Id"] | null;
            artists: components["schemas"]["Credit"][];
            average_rating: number | null;
            /** @description `/api/v1/albums/{id}/cover` */
            cover_url: string;
            created_at: components["schemas"]["Time"];
            description: string | null;
            genre: string | null;
            genres: string[];
            id: components["schemas"]["Id"];
            rating_count: number;
            release_count: number;
            release_year: number | null;
            styles: string[];
            title: string;
            track_count: number;
            updated_at: components["schemas"]["Time"];
            version: number;
            weighted_rating: number | null;
        };
        AlbumBody: {
            /** @description Instead of `artists`: one by name, made if there is none. */
            artist?: string;
            artists?: components["schemas"]["CreditBody"][];
            description?: string | null;
            genres?: string[];
            release_year?: components["schemas"]["Year"] | null;
            styles?: string[];
            title: string;
            tracks?: components["schemas"]["TrackBody"][];
        };
        Albums: {
            albums: components["schemas"]["Album"][];
            next_cursor: components["schemas"]["NextCursor"];
        };
        Artist: {
            album_count: number;
            biography: string | null;
            created_at: components["schemas"]["Time"];
            genres: string[];
            id: components["schemas"]["Id"];
            image_url: string | null;
            name: string;
            real_name: string | null;
            sort_name: string | null;
            updated_at: components["schemas"]["Time"];
            version: number;
        };
        ArtistBody: {
            biography?: string | null;
            genres?: string[];
            name: string;
            real_name?: string | null;
            /** @description Made from the name if left out: `Beatles, The`. */
            sort_name?: string | null;
        };
        Artists: {
            artists: components["schemas"]["Artist"][];
            next_cursor: components["schemas"]["NextCursor"];
        };
        Burst: {
            album_id: components["schemas"]["Id"];
            decided_at: string | null;
            decided_by: number | null;
            /** @enum {string} */
            direction: "high" | "low";
            found_at: components["schemas"]["Time"];
            id: components["schemas"]["Id"];
            /** @description When a rating was last held. */
            last_at: components["schemas"]["Time"];
            /** @description How many accounts. */
            ratings: number;
            reason: string | null;
            /** @enum {string} */
            state: "open" | "released" | "dropped";
            version: number;
        };
        BurstDecision: {
            /** @enum {string} */
            decision: "release" | "drop";
            reason: string;
        };
        BurstWithScores: components["schemas"]["Burst"] & {
            score_with: components["schemas"]["ScoreOf"];
            score_without: components["schemas"]["ScoreOf"];
        };
        ChangedReview: {
            /** @description The album that is reviewed; it cannot change. */
            album_id?: components["schemas"]["Id"] | null;
            /** @description Plain text, kept and given as it is. */
            content: string;
            /**
             * @description Seen by its author alone.
             * @default false
             */
            draft: boolean | null;
            /** @description The caller's rating of the album; null or absent: as it is. */
            rating?: components["schemas"]["Stars"] | null;
            /** @description One line. */
            title: string;
        };
        ChartPlace: {
            album_id: components["schemas"]["Id"];
            count: number;
            mean: number;
            rank: number;
            weighted: number;
        };
        CollectionStats: {
            /** @description Copies now owned by the grade of the medium; `ungraded` where it has none. */
            by_condition: {
                [key: string]: number;
            };
            /** @description Copies now owned by the decade of their album, as `1970`; `unknown` where it has no year. */
            by_decade: {
                [key: string]: number;
            };
            /** @description Copies now owned by genre; one of an album with several counts in each, `unknown` where it has none. */
            by_genre: {
                [key: string]: number;
            };
            owned: number;
            sold: number;
            /** @description What the copies now owned have cost, for each currency; exact. */
            total_value: {
                [key: string]: number;
            };
            wanted: number;
        };
        Content: {
            content: string[];
        };
        /** @description One artist of a credit; `join` is what stands between this name and the next, e.g. `Feat.`. */
        Credit: {
            /** @description Null for an artist who has no page (Various). */
            id: components["schemas"]["Id"] | null;
            join: string | null;
            /** @description As printed. */
            name: string;
        };
        /** @description A part of a credit: an artist by id, printed as named here or by the artist's own name; or only a name, of nobody who has a page (Various). Without `join` a comma stands before the next. */
        CreditBody: {
            id?: components["schemas"]["Id"] | null;
            join?: string | null;
            name?: string | null;
        };
        Departure: {
            /** @default false */
            keep_reviews: boolean;
            password: string;
        };
        Export: {
            catalog: {
                [key: string]: components["schemas"]["ExportRows"];
            };
            exported_at: components["schemas"]["Time"];
            rating: {
                [key: string]: components["schemas"]["ExportRows"];
            };
            user: {
                collection: components["schemas"]["ExportRows"];
                content: string[];
                profile: components["schemas"]["Profile"];
                sessions: components["schemas"]["ExportRows"];
            };
        };
        ExportRows: Record<string, never>[];
        FieldError: {
            code: string;
            detail: string;
            field: string;
        };
        Forgotten: {
            username: string;
        };
        Genre: {
            album_count: number;
            name: string;
        };
        Genres: {
            genres: components["schemas"]["Genre"][];
            next_cursor: components["schemas"]["NextCursor"];
        };
        /**
         * @description The Goldmine grades, best first.
         * @enum {string}
         */
        Grade: "M" | "NM" | "VG+" | "VG" | "G+" | "G" | "F" | "P";
        Hiding: {
            hidden: boolean;
            reason: string;
        };
        /** Format: int64 */
        Id: number;
        Item: components["schemas"]["PublicItem"] & {
            currency: string | null;
            location: string | null;
            notes: string | null;
            purchase_price: number | null;
        };
        /**
         * @description The album as the catalogue last told it. One that the catalogue has merged into another is shown as that one; one that
         *     it has deleted as it was, without a cover: the copy stays.
         */
        ItemAlbum: {
            artist: string;
            cover_url: string | null;
            id: components["schemas"]["Id"];
            release_year: number | null;
            title: string;
        };
        /** @description A price needs a currency, and a currency a price. */
        ItemChange: {
            /** Format: date */
            acquired_on?: string | null;
            album_id: components["schemas"]["Id"];
            /** @description ISO 4217. */
            currency?: string | null;
            location?: string | null;
            media_condition?: components["schemas"]["MaybeGrade"];
            notes?: string | null;
            /** @description With as many decimals as the currency has, at most. */
            purchase_price?: number | null;
            /** @description A pressing of the album. */
            release_id?: number | null;
            sleeve_condition?: components["schemas"]["MaybeGrade"];
            status: components["schemas"]["ItemStatus"];
        };
        ItemList: {
            items: components["schemas"]["Item"][];
            next_cursor: components["schemas"]["NextCursor"];
        };
        /** @enum {string} */
        ItemStatus: "owned" | "wanted" | "sold";
        KeySet: {
            keys: {
                /** @constant */
                alg?: "ES256";
                /** @constant */
                crv: "P-256";
                kid: string;
                /** @constant */
                kty: "EC";
                /** @constant */
                use?: "sig";
                x: string;
                y: string;
            }[];
        };
        Label: {
            id: components["schemas"]["Id"];
            name: string;
            /** @description Its name. */
            parent_label: string | null;
            profile: string | null;
            release_count: number;
        };
        Labels: {
            labels: components["schemas"]["Label"][];
            next_cursor: components["schemas"]["NextCursor"];
        };
        Login: {
            password: string;
            username: string;
        };
        /**
         * @description A Goldmine grade, or null.
         * @enum {unknown}
         */
        MaybeGrade: "M" | "NM" | "VG+" | "VG" | "G+" | "G" | "F" | "P" | null;
        NewReport: {
            reason: string;
        };
        NewReview: {
            album_id: components["schemas"]["Id"];
            /** @description Plain text, kept and given as it is. */
            content: string;
            /**
             * @description Seen by its author alone.
             * @default false
             */
            draft: boolean | null;
            /** @description The caller's rating of the album; null or absent: as it is. */
            rating?: components["schemas"]["Stars"] | null;
            /** @description One line. */
            title: string;
        };
        /** @description Opaque; give it back as `cursor` for the next page. Null on the last page. */
        NextCursor: string | null;
        OwnSession: {
            created_at: components["schemas"]["Time"];
            /** @description Whether the caller's token is of this session. */
            current: boolean;
            id: components["schemas"]["Id"];
            /** @description The address that logged in. */
            ip: string | null;
            last_used_at: components["schemas"]["Time"];
            /** @description As the login sent it. */
            user_agent: string | null;
        };
        OwnSessionPage: {
            next_cursor: components["schemas"]["NextCursor"];
            sessions: components["schemas"]["OwnSession"][];
        };
        PasswordChange: {
            current_password: string;
            /** @description Refused if it is equal to the username (`weak`) or among the 10,000 most common (`common`). */
            new_password: string;
        };
        PasswordReset: {
            /** @description As at signing up. */
            new_password: string;
            token: string;
        };
        PastRating: {
            ended_at: components["schemas"]["Time"];
            given_at: components["schemas"]["Time"];
            id: components["schemas"]["Id"];
            rating: components["schemas"]["Stars"];
        };
        PastReview: {
            content: string;
            ended_at: components["schemas"]["Time"];
            id: components["schemas"]["Id"];
            title: string;
            version: number;
            written_at: components["schemas"]["Time"];
        };
        Preferences: {
            preferences: {
                genre: string;
                /** @description -1, none of it, to 1. */
                weight: number;
            }[];
        };
        /** @description RFC 9457. */
        Problem: {
            detail: string;
            errors?: components["schemas"]["FieldError"][];
            instance: string;
            request_id: string;
            status: number;
            title: string;
            /** @enum {string} */
            type: "/problems/bad-request" | "/problems/malformed-json" | "/problems/bad-parameter" | "/problems/bad-cursor" | "/problems/unauthorized" | "/problems/forbidden" | "/problems/not-found" | "/problems/method-not-allowed" | "/problems/conflict" | "/problems/stale" | "/problems/too-large" | "/problems/unsupported-media-type" | "/problems/invalid" | "/problems/precondition-required" | "/problems/too-many-requests" | "/problems/internal" | "/problems/unavailable" | "/problems/gateway-timeout";
        };
        /** @description A public profile and the address that only its owner sees. */
        Profile: components["schemas"]["PublicProfile"] & {
            email: string | null;
        };
        /** @description All of it; what is left out becomes null (`private` false). */
        ProfileChange: {
            bio?: string | null;
            display_name?: string | null;
            /** Format: email */
            email?: string | null;
            location?: string | null;
            private?: boolean;
        };
        PublicItem: {
            /** Format: date */
            acquired_on: string | null;
            album: components["schemas"]["ItemAlbum"];
            created_at: components["schemas"]["Time"];
            id: components["schemas"]["Id"];
            media_condition: components["schemas"]["MaybeGrade"];
            release_id: number | null;
            sleeve_condition: components["schemas"]["MaybeGrade"];
            status: components["schemas"]["ItemStatus"];
            updated_at: components["schemas"]["Time"];
        };
        PublicItemList: {
            items: components["schemas"]["PublicItem"][];
            next_cursor: components["schemas"]["NextCursor"];
        };
        PublicProfile: {
            bio: string | null;
            created_at: components["schemas"]["Time"];
            display_name: string | null;
            id: components["schemas"]["Id"];
            location: string | null;
            private: boolean;
            roles: components["schemas"]["Role"][];
            updated_at: components["schemas"]["Time"];
            username: components["schemas"]["Username"];
        };
        Rating: {
            album_id: components["schemas"]["Id"];
            created_at: components["schemas"]["Time"];
            id: components["schemas"]["Id"];
            rating: components["schemas"]["Stars"];
            updated_at: components["schemas"]["Time"];
            user_id: components["schemas"]["Id"];
        };
        RatingSummary: {
            album_id: components["schemas"]["Id"];
            count: number;
            /** @description How many gave each number of stars. */
            histogram: {
                0.5: number;
                "1.0": number;
                1.5: number;
                "2.0": number;
                2.5: number;
                "3.0": number;
                3.5: number;
                "4.0": number;
                4.5: number;
                "5.0": number;
            };
            /** @description Low and high; null if there is no rating. */
            interval: number[] | null;
            mean: number | null;
            /** @description The site's mean. */
            prior: number;
            weighted: number | null;
        };
        /** @description What was measured, was measured on ratings that were set aside; null if there were too few. */
        RecommendationModel: {
            /** @description That it can recommend */
            albums: number;
            generated_at: components["schemas"]["Time"];
            mae: number | null;
            /** @enum {string} */
            method: "ease" | "likeness";
            /** @description Of lists of ten */
            ndcg_at_10: number | null;
            /** @description The same for the most rated albums */
            popularity_ndcg_at_10: number | null;
            popularity_recall_at_20: number | null;
            /** @description It was made of */
            ratings: number;
            recall_at_20: number | null;
            /** @description Of predicted ratings; stars */
            rmse: number | null;
            /** @description Who gave them */
            users: number;
        };
        Recommendations: {
            /** @description When the model was made; null if none has been. */
            generated_at: components["schemas"]["Time"] | null;
            /**
             * @description What made the list
             * @enum {string}
             */
            model: "ease" | "likeness" | "chart";
            recommendations: {
                album_id: components["schemas"]["Id"];
                /** @description The caller's own ratings that weigh most, heaviest first, at most three; none in the chart. */
                because: {
                    album_id: components["schemas"]["Id"];
                    rating: components["schemas"]["Stars"];
                    /** @description Its part of all that speaks for the album */
                    weight: number;
                }[];
                /** @description How many stars the caller would give; of the chart the album's score. */
                predicted_rating: number;
                /** @description What the list is ranked by; of no meaning across models */
                score: number;
            }[];
        };
        Release: {
            album_id: components["schemas"]["Id"];
            barcode: string | null;
            catno: string | null;
            country: string | null;
            /** @description The first carrier, e.g. `Vinyl`. */
            format: string | null;
            /** @description Each as printed: `2 x Vinyl, LP, Album`. */
            formats: string[];
            id: components["schemas"]["Id"];
            /** @description The first label's name. */
            label: string | null;
            notes: string | null;
            /** @description As known: `1973`, `1973-03` or `1973-03-01`. */
            released: string | null;
            title: string;
        };
        Releases: {
            next_cursor: components["schemas"]["NextCursor"];
            releases: components["schemas"]["Release"][];
        };
        Report: {
            created_at: components["schemas"]["Time"];
            decided_at: string | null;
            decided_by: number | null;
            /** @enum {string|null} */
            decision: "upheld" | "dismissed" | null;
            decision_reason: string | null;
            id: components["schemas"]["Id"];
            reason: string;
            review_id: components["schemas"]["Id"];
            /** @description Who reports. */
            user_id: components["schemas"]["Id"];
            version: number;
        };
        ReportDecision: {
            /** @enum {string} */
            decision: "upheld" | "dismissed";
            reason: string;
        };
        Review: {
            album_id: components["schemas"]["Id"];
            content: string;
            created_at: components["schemas"]["Time"];
            draft: boolean;
            hidden: boolean;
            hidden_reason: string | null;
            id: components["schemas"]["Id"];
            likes: number;
            /** @description The author's rating of the album. */
            rating: components["schemas"]["Stars"] | null;
            title: string;
            updated_at: components["schemas"]["Time"];
            user_id: components["schemas"]["Id"];
            /** @description Null where the account is gone. */
            username: string | null;
            version: number;
        };
        Revision: {
            /** @enum {string} */
            action: "created" | "updated" | "deleted" | "restored" | "merged";
            changes: {
                after: unknown;
                /** @description As a body has it; null if it was not there. */
                before: unknown;
                field: string;
            }[];
            created_at: components["schemas"]["Time"];
            /** @description The version whose edit was taken back. */
            undoes: number | null;
            user_id: components["schemas"]["Id"];
            /** @description Null if the account is gone. */
            username: string | null;
            /** @description Which the edit made. */
            version: number;
        };
        Revisions: {
            next_cursor: components["schemas"]["NextCursor"];
            revisions: components["schemas"]["Revision"][];
        };
        /** @enum {string} */
        Role: "user" | "editor" | "moderator" | "admin";
        ScoreOf: {
            count: number;
            mean: number | null;
            weighted: number | null;
        };
        SearchAnswer: {
            results: components["schemas"]["SearchResult"][];
            /** @description The words searched for where they had to be corrected. */
            suggestion: string | null;
        };
        SearchResult: {
            /** @description Of the album. */
            cover_url: string | null;
            /** @description Which parts of the title answer, each from a character (code point, counted from 0) to the one behind. */
            highlight: number[][];
            id: components["schemas"]["Id"];
            release_year: number | null;
            /** @description From 0 to 1. */
            score: number | null;
            /** @description Of an album or song the artist, of an artist the genre. */
            subtitle: string | null;
            /** @description An artist's or label's name. */
            title: string;
            /** @enum {string} */
            type: "album" | "artist" | "song" | "label";
        };
        Session: {
            /** @description Seconds. */
            expires_in: number;
            token: string;
            /** @constant */
            token_type: "Bearer";
            user: components["schemas"]["SessionUser"];
        };
        SessionUser: {
            display_name: string | null;
            id: components["schemas"]["Id"];
            roles: components["schemas"]["Role"][];
            username: components["schemas"]["Username"];
        };
        Signup: {
            display_name?: string | null;
            /** Format: email */
            email?: string | null;
            /** @description Refused if it is equal to the username (`weak`) or among the 10,000 most common (`common`). */
            password: string;
            username: components["schemas"]["Username"];
        };
        Song: {
            /** @description Its title. */
            album: string;
            album_id: components["schemas"]["Id"];
            artist: string;
            artist_id: components["schemas"]["Id"] | null;
            disc_num: number | null;
            /** @description Seconds. */
            duration: number | null;
            genre: string | null;
            id: components["schemas"]["Id"];
            /** @description As printed: `A1`, `1-3`. */
            position: string | null;
            title: string;
            /** @description From 1 on each disc. */
            track_num: number | null;
        };
        SongBody: {
            album_id: components["schemas"]["Id"];
            /** @description As printed; the album's if left out. */
            artist?: string | null;
            artist_id?: components["schemas"]["Id"] | null;
            /** @default 1 */
            disc_num: number;
            /** @description Seconds. */
            duration?: number | null;
            position?: string | null;
            title: string;
            track_num: number;
        };
        Songs: {
            next_cursor: components["schemas"]["NextCursor"];
            songs: components["schemas"]["Song"][];
        };
        Stars: number;
        /**
         * Format: date-time
         * @description RFC 3339 in UTC with milliseconds.
         * @example 2026-11-23T08:00:00.000Z
         */
        Time: string;
        TrackBody: {
            /** @description Seconds. */
            duration?: number | null;
            /** @description As printed: `A1`; `2-5` is on disc 2. */
            position?: string | null;
            title: string;
        };
        /** @description Unique without regard to case; words that are routes and role names are taken. */
        Username: string;
        Verification: {
            token: string;
        };
        Year: number;
    };
    responses: {
        /** @description The account. */
        Account: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Account"];
            };
        };
        /** @description Malformed JSON, an unknown or malformed query parameter, or a bad cursor. */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The burst, with the scores. */
        Burst: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BurstWithScores"];
            };
        };
        /** @description It is there already. */
        Conflict: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The lines. */
        Content: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Content"];
            };
        };
        /** @description Known, but not the caller's to change. */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Our fault; it has been noted under the request id. */
        Internal: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Well-formed but not valid: an unknown member, a wrong type, a value out of range. `errors` says which. */
        Invalid: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A copy. */
        Item: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Item"];
            };
        };
        /** @description There is no such thing, or it is another user's and private. */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The client's copy is current. */
        NotModified: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The preferences, by genre. */
        Preferences: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Preferences"];
            };
        };
        /** @description One's own profile. */
        Profile: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Profile"];
            };
        };
        /** @description The rating. */
        Rating: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Rating"];
            };
        };
        /** @description The report. */
        Report: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Report"];
            };
        };
        /** @description The review. */
        Review: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Review"];
            };
        };
        /** @description An access token; the refresh cookie comes with it. */
        Session: {
            headers: {
                "Set-Cookie": components["headers"]["RefreshCookie"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Session"];
            };
        };
        /** @description The resource was changed after the version that If-Match names. */
        Stale: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is over the route's limit. */
        TooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Over the gateway's limit for this client. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No token, or not a good one. */
        Unauthorized: {
            headers: {
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A dependency is down or the pool sheds load. */
        Unavailable: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not application/json. */
        UnsupportedMediaType: {
            headers: {
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        AlbumId: components["schemas"]["Id"];
        ArtistId: components["schemas"]["Id"];
        Country: string;
        /** @description The `next_cursor` of the page before; anything else is 400. */
        Cursor: string;
        /** @description The carrier, e.g. `Vinyl`. */
        Format: string;
        Genre: string;
        Id: components["schemas"]["Id"];
        /** @description The same key, user and body within 24 hours gives the first answer again; with another body it is 422. */
        IdempotencyKey: string;
        /** @description The ETag of what the caller has read; if there is a newer version, nothing is done and the answer is 412. */
        IfMatch: string;
        /** @description An ETag one has; if it is still the current one the answer is 304 without a body. */
        IfNoneMatch: string;
        LabelId: components["schemas"]["Id"];
        Limit: number;
        /**
         * @description Words that must be there, the last one as a beginning, without regard to case and accents. Of what has them, the
         *     10,000 best known are listed.
         */
        Q: string;
        Version: number;
        Year: components["schemas"]["Year"];
    };
    requestBodies: never;
    headers: {
        /** @description A strong validator of the resource. */
        ETag: string;
        /** @description The path of the resource. */
        Location: string;
        /** @description `vh_refresh`; HttpOnly, SameSite=Strict, Path=/api/v1/auth, Secure outside development. */
        RefreshCookie: string;
        /** @description Seconds after which a second try makes sense. */
        RetryAfter: number;
        WwwAuthenticate: "Bearer";
        /** @description The client's own if it was 8 to 64 of `[A-Za-z0-9._-]`, else a new one. */
        XRequestId: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAlbums: {
        parameters: {
            query?: {
                /** @description The artist's name. */
                artist?: string;
                artist_id?: components["parameters"]["ArtistId"];
                country?: components["parameters"]["Country"];
                /** @description The `next_cursor` of the page before; anything else is 400. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The carrier, e.g. `Vinyl`. */
                format?: components["parameters"]["Format"];
                genre?: components["parameters"]["Genre"];
                /** @description These albums only, e.g. `ids=1,2,3`. */
                ids?: components["schemas"]["Id"][];
                label_id?: components["parameters"]["LabelId"];
                limit?: components["parameters"]["Limit"];
                min_rating?: number;
                /**
                 * @description Words that must be there, the last one as a beginning, without regard to case and accents. Of what has them, the
                 *     10,000 best known are listed.
                 */
                q?: components["parameters"]["Q"];
                sort?: "title" | "-title" | "release_year" | "-release_year" | "created_at" | "-created_at" | "rating" | "-rating" | "popularity" | "-popularity";
                style?: string;
                year?: components["parameters"]["Year"];
                year_from?: components["schemas"]["Year"];
                year_to?: components["schemas"]["Year"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of albums. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Albums"];
                };
            };
            400: components["responses"]["BadRequest"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    createAlbum: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, user and body within 24 hours gives the first answer again; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlbumBody"];
            };
        };
        responses: {
            /** @description The album. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Album"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAlbum: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag one has; if it is still the current one the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The album. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Album"];
                };
            };
            304: components["responses"]["NotModified"];
            /** @description It was merged into the album at `Location`. */
            308: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateAlbum: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what the caller has read; if there is a newer version, nothing is done and the answer is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlbumBody"];
            };
        };
        responses: {
            /** @description The album. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Album"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteAlbum: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what the caller has read; if there is a newer version, nothing is done and the answer is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["Stale"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAlbumCover: {
        parameters: {
            query?: {
                /** @description At most 160, 400 or 1000 pixels a side. A drawing has any size. */
                size?: "small" | "medium" | "large";
                /** @description As `cover_url` has it; the answer may then be kept for a year. */
                v?: number;
            };
            header?: {
                /** @description An ETag one has; if it is still the current one the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An image. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/svg+xml": string;
                };
            };
            304: components["responses"]["NotModified"];
            /** @description It was merged into the album at `Location`. */
            308: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    uploadAlbumCover: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what the caller has read; if there is a newer version, nothing is done and the answer is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/jpeg": unknown;
                "image/png": unknown;
                "image/webp": unknown;
            };
        };
        responses: {
            /** @description The album. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Album"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteAlbumCover: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what the caller has read; if there is a newer version, nothing is done and the answer is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The drawn one is shown again. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["Stale"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAlbumHistory: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; anything else is 400. */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of edits. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Revisions"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    undoAlbumEdit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what the caller has read; if there is a newer version, nothing is done and the answer is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The album as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Album"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    mergeAlbum: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what the caller has read; if there is a newer version, nothing is done and the answer is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The album that stays. */
                    into: components["schemas"]["Id"];
                };
            };
        };
        responses: {
            /** @description The album that stays. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Album"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAlbumPreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A piece of HTML. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listArtists: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; anything else is 400. */
                cursor?: components["parameters"]["Cursor"];
                genre?: components["parameters"]["Genre"];
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Words that must be there, the last one as a beginning, without regard to case and accents. Of what has them, the
                 *     10,000 best known are listed.
                 */
                q?: components["parameters"]["Q"];
                sort?: "name" | "-name" | "created_at" | "-created_at";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of artists. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Artists"];
                };
            };
            400: components["responses"]["BadRequest"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    createArtist: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, user and body within 24 hours gives the first answer again; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArtistBody"];
            };
        };
        responses: {
            /** @description The artist. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Artist"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getArtist: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag one has; if it is still the current one the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The artist. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Artist"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateArtist: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what the caller has read; if there is a newer version, nothing is done and the answer is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArtistBody"];
            };
        };
        responses: {
            /** @description The artist. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Artist"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteArtist: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what the caller has read; if there is a newer version, nothing is done and the answer is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listArtistHistory: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; anything else is 400. */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of edits. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Revisions"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    undoArtistEdit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what the caller has read; if there is a newer version, nothing is done and the answer is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The artist as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Artist"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getKeys: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag one has; if it is still the current one the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A JWK set. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeySet"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    sendVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Asked; a mail follows if there is an address that is not verified. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    verifyEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Verification"];
            };
        };
        responses: {
            /** @description The address is verified. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Login"];
            };
        };
        responses: {
            200: components["responses"]["Session"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended and its refresh cookie is taken back. */
            204: {
                headers: {
                    "Set-Cookie": components["headers"]["RefreshCookie"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description The new password holds and every other session has ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    forgotPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Forgotten"];
            };
        };
        responses: {
            /** @description Asked; a mail may follow. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordReset"];
            };
        };
        responses: {
            /** @description The new password holds and every session has ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    refresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Session"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; anything else is 400. */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of sessions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSessionPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended; if it is the caller's own, the refresh cookie is taken back. */
            204: {
                headers: {
                    "Set-Cookie": components["headers"]["RefreshCookie"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    signup: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, user and body within 24 hours gives the first answer again; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Signup"];
            };
        };
        responses: {
            /** @description The account exists and its first session has begun. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Set-Cookie": components["headers"]["RefreshCookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCharts: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; anything else is 400. */
                cursor?: components["parameters"]["Cursor"];
                genre?: string;
                limit?: components["parameters"]["Limit"];
                sort?: "top" | "popular" | "trending";
                year_from?: number;
                year_to?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the chart, best first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        albums: components["schemas"]["ChartPlace"][];
                        next_cursor: components["schemas"]["NextCursor"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listGenres: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; anything else is 400. */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of genres. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Genres"];
                };
            };
            400: components["responses"]["BadRequest"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listLabels: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; anything else is 400. */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of labels. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Labels"];
                };
            };
            400: components["responses"]["BadRequest"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getLabel: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag one has; if it is still the current one the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The label. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Label"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listActs: {
        parameters: {
            query?: {
                act?: string;
                /** @description The `next_cursor` of the page before; anything else is 400. */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
                moderator_id?: components["schemas"]["Id"];
                subject_id?: components["schemas"]["Id"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of acts, the latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        acts: components["schemas"]["Act"][];
                        next_cursor: components["schemas"]["NextCursor"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listBursts: {
        parameters: {
            query?: {
                album_id?: components["schemas"]["Id"];
                /** @description The `next_cursor` of the page before; anything else is 400. */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
                state?: "open" | "released" | "dropped";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of bursts, the latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bursts: components["schemas"]["Burst"][];
                        next_cursor: components["schemas"]["NextCursor"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getBurst: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag one has; if it is still the current one the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Burst"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    decideBurst: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what the caller has read; if there is a newer version, nothing is done and the answer is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BurstDecision"];
            };
        };
        responses: {
            200: components["responses"]["Burst"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listReports: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; anything else is 400. */
                cursor?: components["parameters"]["Cursor"];
                decision?: "open" | "upheld" | "dismissed";
                limit?: components["parameters"]["Limit"];
                review_id?: components["schemas"]["Id"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of reports, the latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next_cursor: components["schemas"]["NextCursor"];
                        reports: components["schemas"]["Report"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag one has; if it is still the current one the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Report"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    decideReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what the caller has read; if there is a newer version, nothing is done and the answer is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportDecision"];
            };
        };
        responses: {
            200: components["responses"]["Report"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPreferences: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag one has; if it is still the current one the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Preferences"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    putPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Preferences"];
            };
        };
        responses: {
            200: components["responses"]["Preferences"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listRatings: {
        parameters: {
            query?: {
                album_id?: components["schemas"]["Id"];
                /** @description The `next_cursor` of the page before; anything else is 400. */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
                max_rating?: components["schemas"]["Stars"];
                min_rating?: components["schemas"]["Stars"];
                sort?: "created_at" | "-created_at" | "updated_at" | "-updated_at" | "rating" | "-rating";
                user_id?: components["schemas"]["Id"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of ratings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next_cursor: components["schemas"]["NextCursor"];
                        ratings: components["schemas"]["Rating"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    createRating: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, user and body within 24 hours gives the first answer again; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    album_id: components["schemas"]["Id"];
                    rating: components["schemas"]["Stars"];
                };
            };
        };
        responses: {
            /** @description The rating. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rating"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description The caller has rated this album; `Location` is the present rating. */
            409: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getRating: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag one has; if it is still the current one the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Rating"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    putRating: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rating: components["schemas"]["Stars"];
                };
            };
        };
        responses: {
            200: components["responses"]["Rating"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteRating: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getRatingHistory: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; anything else is 400. */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of earlier values. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        history: components["schemas"]["PastRating"][];
                        next_cursor: components["schemas"]["NextCursor"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getRatingSummary: {
        parameters: {
            query: {
                album_id: components["schemas"]["Id"];
            };
            header?: {
                /** @description An ETag one has; if it is still the current one the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The score and what it is made of. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatingSummary"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listRecommendations: {
        parameters: {
            query?: {
                genre?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Recommendations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recommendations"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    dismissRecommendation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It will not be recommended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    restoreRecommendation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It may be recommended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getRecommendationModel: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag one has; if it is still the current one the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The model that is live. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecommendationModel"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listReleases: {
        parameters: {
            query?: {
                album_id?: components["parameters"]["AlbumId"];
                barcode?: string;
                catno?: string;
                country?: components["parameters"]["Country"];
                /** @description The `next_cursor` of the page before; anything else is 400. */
                cursor?: components["parameters"]["Cursor"];
                /** @description The carrier, e.g. `Vinyl`. */
                format?: components["parameters"]["Format"];
                label_id?: components["parameters"]["LabelId"];
                limit?: components["parameters"]["Limit"];
                year?: components["parameters"]["Year"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of pressings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Releases"];
                };
            };
            400: components["responses"]["BadRequest"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getRelease: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag one has; if it is still the current one the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The pressing. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Release"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listReviews: {
        parameters: {
            query?: {
                album_id?: components["schemas"]["Id"];
                /** @description The `next_cursor` of the page before; anything else is 400. */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
                sort?: "created_at" | "-created_at" | "likes" | "-likes";
                user_id?: components["schemas"]["Id"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of reviews. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next_cursor: components["schemas"]["NextCursor"];
                        reviews: components["schemas"]["Review"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    createReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, user and body within 24 hours gives the first answer again; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReview"];
            };
        };
        responses: {
            /** @description The review. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag one has; if it is still the current one the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Review"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    putReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what the caller has read; if there is a newer version, nothing is done and the answer is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangedReview"];
            };
        };
        responses: {
            200: components["responses"]["Review"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what the caller has read; if there is a newer version, nothing is done and the answer is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone, with what it said before. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["Stale"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    hideReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what the caller has read; if there is a newer version, nothing is done and the answer is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Hiding"];
            };
        };
        responses: {
            200: components["responses"]["Review"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getReviewHistory: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; anything else is 400. */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of earlier texts, the latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        history: components["schemas"]["PastReview"][];
                        next_cursor: components["schemas"]["NextCursor"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    likeReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller likes it, whether they did before or not. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    unlikeReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller does not like it, whether they did before or not. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, user and body within 24 hours gives the first answer again; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReport"];
            };
        };
        responses: {
            /** @description The report. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getReviewFeed: {
        parameters: {
            query?: {
                album_id?: components["schemas"]["Id"];
                /** @description The `next_cursor` of the page before; anything else is 400. */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
                sort?: "created_at" | "-created_at" | "likes" | "-likes";
                user_id?: components["schemas"]["Id"];
            };
            header?: {
                /** @description An ETag one has; if it is still the current one the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    /** @description When the youngest of what it holds was changed. */
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    search: {
        parameters: {
            query: {
                limit?: number;
                q: string;
                /** @description These only, e.g. `type=album,artist`. */
                type?: ("album" | "artist" | "song" | "label")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found, and how the words were corrected. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSongs: {
        parameters: {
            query?: {
                album_id?: components["parameters"]["AlbumId"];
                artist_id?: components["parameters"]["ArtistId"];
                /** @description The `next_cursor` of the page before; anything else is 400. */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Words that must be there, the last one as a beginning, without regard to case and accents. Of what has them, the
                 *     10,000 best known are listed.
                 */
                q?: components["parameters"]["Q"];
                /** @description `position` is by album, disc and track. */
                sort?: "position" | "-position" | "title" | "-title";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of songs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Songs"];
                };
            };
            400: components["responses"]["BadRequest"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    createSong: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, user and body within 24 hours gives the first answer again; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SongBody"];
            };
        };
        responses: {
            /** @description The song. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Song"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSong: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag one has; if it is still the current one the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The song. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Song"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateSong: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what the caller has read; if there is a newer version, nothing is done and the answer is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SongBody"];
            };
        };
        responses: {
            /** @description The song. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Song"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteSong: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what the caller has read; if there is a newer version, nothing is done and the answer is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["Stale"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSongHistory: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; anything else is 400. */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of edits. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Revisions"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    undoSongEdit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what the caller has read; if there is a newer version, nothing is done and the answer is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The song as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Song"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before; anything else is 400. */
                cursor?: components["parameters"]["Cursor"];
                disabled?: "true" | "false";
                limit?: components["parameters"]["Limit"];
                /** @description Words that username or display name must hold, each anywhere in it; ten at most count. */
                q?: string;
                /** @description Who has it. */
                role?: "editor" | "moderator" | "admin";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of accounts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next_cursor: components["schemas"]["NextCursor"];
                        users: components["schemas"]["Account"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag one has; if it is still the current one the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                username: components["schemas"]["Username"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The profile, without the address. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicProfile"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag one has; if it is still the current one the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                username: components["schemas"]["Username"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Account"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what the caller has read; if there is a newer version, nothing is done and the answer is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                username: components["schemas"]["Username"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    disabled: boolean;
                    /** @description `user` may be among them, and always holds. */
                    roles: components["schemas"]["Role"][];
                };
            };
        };
        responses: {
            200: components["responses"]["Account"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listUserCollection: {
        parameters: {
            query?: {
                /** @description The credit as printed. */
                artist?: string;
                /** @description Of the medium. */
                condition?: components["schemas"]["Grade"];
                /** @description The `next_cursor` of the page before; anything else is 400. */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
                /** @description Words that artist or title must hold, each anywhere in it; ten at most count. */
                q?: string;
                /** @description `-` in front for descending; newest first by default. */
                sort?: "created_at" | "-created_at" | "updated_at" | "-updated_at" | "artist" | "-artist" | "title" | "-title" | "release_year" | "-release_year";
                status?: components["schemas"]["ItemStatus"];
                year?: number;
            };
            header?: never;
            path: {
                username: components["schemas"]["Username"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of copies. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicItemList"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    endUserSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                username: components["schemas"]["Username"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They have ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCollection: {
        parameters: {
            query?: {
                /** @description The credit as printed. */
                artist?: string;
                /** @description Of the medium. */
                condition?: components["schemas"]["Grade"];
                /** @description The `next_cursor` of the page before; anything else is 400. */
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
                /** @description Words that artist or title must hold, each anywhere in it; ten at most count. */
                q?: string;
                /** @description `-` in front for descending; newest first by default. */
                sort?: "created_at" | "-created_at" | "updated_at" | "-updated_at" | "artist" | "-artist" | "title" | "-title" | "release_year" | "-release_year";
                status?: components["schemas"]["ItemStatus"];
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of copies. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    addToCollection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key, user and body within 24 hours gives the first answer again; with another body it is 422. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ItemChange"];
            };
        };
        responses: {
            /** @description The copy is in the collection. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Item"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag one has; if it is still the current one the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Item"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    putItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what the caller has read; if there is a newer version, nothing is done and the answer is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ItemChange"];
            };
        };
        responses: {
            200: components["responses"]["Item"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeFromCollection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what the caller has read; if there is a newer version, nothing is done and the answer is 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["Stale"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCollectionStats: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag one has; if it is still the current one the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts and sums. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionStats"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getContent: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag one has; if it is still the current one the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Content"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    putContent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Content"];
            };
        };
        responses: {
            200: components["responses"]["Content"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    exportAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document, as a file to keep. */
            200: {
                headers: {
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getProfile: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag one has; if it is still the current one the answer is 304 without a body. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Profile"];
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    putProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileChange"];
            };
        };
        responses: {
            200: components["responses"]["Profile"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Departure"];
            };
        };
        responses: {
            /** @description The account is no more; the refresh cookie is taken back. */
            204: {
                headers: {
                    "Set-Cookie": components["headers"]["RefreshCookie"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
}
