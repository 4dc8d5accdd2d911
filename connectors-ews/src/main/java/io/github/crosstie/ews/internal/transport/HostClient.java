package io.github.crosstie.ews.internal.transport;

import java.net.http.HttpClient;

/** What the host's HTTP client must be like, and how a lane's own client is made after it. */
final class HostClient {

    private HostClient() {}

    static void requireUsable(HttpClient client, int connections) {
        if (client.authenticator().isPresent()) {
            throw new IllegalArgumentException(
                    "the HTTP client has an Authenticator, so it would drop our sign-in, fall back to Basic,"
                            + " and fail on a 401 without a challenge; pass a client without one, and an EwsAuth");
        }
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException(
                    "the HTTP client follows redirects, so it would take Exchange's error pages for"
                            + " answers and carry our sign-in to other servers; pass one with Redirect.NEVER");
        }
        if (client.cookieHandler().isPresent()) {
            throw new IllegalArgumentException("the HTTP client has a CookieHandler, so it would mix the cookies of all"
                    + " mailboxes, by which Exchange finds their servers; pass a client without one");
        }
        if (connections > 0 && client.executor().isEmpty()) {
            throw new IllegalArgumentException(
                    "the HTTP client has no executor of the host's, and this sign-in needs clients of its own,"
                            + " each of which would start a pool of threads; pass a client with an executor");
        }
    }

    /** A client with connections of its own and everything else of the host's. */
    static HttpClient like(HttpClient host) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(host.sslContext())
                .sslParameters(host.sslParameters());
        host.executor().ifPresent(builder::executor);
        host.proxy().ifPresent(builder::proxy);
        host.connectTimeout().ifPresent(builder::connectTimeout);
        return builder.build();
    }
}
