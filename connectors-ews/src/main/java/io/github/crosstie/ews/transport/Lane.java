package io.github.crosstie.ews.transport;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.HashSet;
import java.util.Set;

/**
 * A client that one request at a time uses, so that it has one connection to a server, and the server's sign-in of that
 * connection holds for the next request. Used by one thread at a time.
 */
final class Lane {

    private final HttpClient client;
    private final Set<String> signedIn = new HashSet<>();

    Lane(HttpClient client) {
        this.client = client;
    }

    HttpClient client() {
        return client;
    }

    boolean isSignedIn(URI server) {
        return signedIn.contains(server.getAuthority());
    }

    void signedIn(URI server, boolean now) {
        if (now) {
            signedIn.add(server.getAuthority());
        } else {
            signedIn.remove(server.getAuthority());
        }
    }
}
