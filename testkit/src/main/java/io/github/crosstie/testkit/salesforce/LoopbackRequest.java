package io.github.crosstie.testkit.salesforce;

/**
 * A request as it came, without its credentials.
 *
 * @param method such as {@code GET}
 * @param path the path, still encoded
 * @param query the query, still encoded; empty if there is none
 * @param body the body, unzipped, secrets left out; empty if there is none
 */
public record LoopbackRequest(String method, String path, String query, String body) {

    /** Method and path: query and body may carry personal data. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
