package io.github.crosstie.http.internal;

import java.net.http.HttpClient;

/** What the host's HTTP client must not do. */
public final class HostClient {

    private HostClient() {}

    /**
     * Refuses a client that would send credentials astray.
     *
     * @param client the host's
     * @return the client
     * @throws IllegalArgumentException if it has an authenticator, follows redirects, or keeps cookies
     */
    public static HttpClient usable(HttpClient client) {
        if (client.authenticator().isPresent()) {
            throw new IllegalArgumentException("the HTTP client has an Authenticator, so it would drop our tokens and"
                    + " fail on a 401 without a challenge; pass a client without one");
        }
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("the HTTP client follows redirects, so it would carry our tokens to"
                    + " other servers; pass one with Redirect.NEVER");
        }
        if (client.cookieHandler().isPresent()) {
            throw new IllegalArgumentException("the HTTP client has a CookieHandler, so it would mix the cookies of all"
                    + " users; pass a client without one");
        }
        return client;
    }
}
